package org.rollbook.sources.generator;

/** A section in the making: it has students and a period, and its teacher is not found yet. */
final class Lesson {
  private static final int NOBODY = -1;

  private final Course course;
  private final int grade;
  private final int group;
  private final int period;
  private final int[] students;
  private int teacher = NOBODY;

  Lesson(Course course, int grade, int group, int period, int[] students) {
    this.course = course;
    this.grade = grade;
    this.group = group;
    this.period = period;
    this.students = students;
  }

  Course course() {
    return course;
  }

  int slot() {
    return course.slot();
  }

  int grade() {
    return grade;
  }

  int group() {
    return group;
  }

  int period() {
    return period;
  }

  int[] students() {
    return students;
  }

  int teacher() {
    return teacher;
  }

  void give(int person) {
    teacher = person;
  }
}
