package org.rollbook.sources.generator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A section of a generated district. One that has closed stays in its place, without students. */
final class GeneratedSection {
  private static final int[] NOBODY = {};

  private final Offer offer;
  private final int teacher;
  private final List<Integer> coTeachers;
  private final int[] students;
  private final boolean open;

  /**
   * What stays the same through a section's life.
   *
   * @param number counted from 0 through all sections there ever were
   * @param school number of the school
   * @param group counted from 1 through the sections of the same slot and grade
   * @param period from 1; 0 for homeroom and elementary schools
   */
  record Offer(int number, int school, int grade, Course course, Term term, int group, int period) {
    String id() {
      return "S" + (100_001 + number);
    }

    /** Whether a student can go from one to the other without noticing more than other faces. */
    boolean siblingOf(Offer other) {
      return number != other.number
          && school == other.school
          && grade == other.grade
          && course.equals(other.course)
          && term.equals(other.term);
    }
  }

  private GeneratedSection(
      Offer offer, int teacher, List<Integer> coTeachers, int[] students, boolean open) {
    this.offer = offer;
    this.teacher = teacher;
    this.coTeachers = coTeachers;
    this.students = students;
    this.open = open;
  }

  static GeneratedSection open(Offer offer, int teacher, List<Integer> coTeachers, int[] students) {
    return new GeneratedSection(offer, teacher, coTeachers, students.clone(), true);
  }

  Offer offer() {
    return offer;
  }

  int number() {
    return offer.number();
  }

  String id() {
    return offer.id();
  }

  /** Number of the primary teacher. */
  int teacher() {
    return teacher;
  }

  List<Integer> coTeachers() {
    return coTeachers;
  }

  boolean open() {
    return open;
  }

  int size() {
    return students.length;
  }

  int student(int position) {
    return students[position];
  }

  int[] students() {
    return students.clone();
  }

  boolean has(int student) {
    return Arrays.stream(students).anyMatch(each -> each == student);
  }

  boolean taughtBy(int person) {
    return teacher == person || coTeachers.contains(person);
  }

  GeneratedSection with(int student) {
    int[] more = Arrays.copyOf(students, students.length + 1);
    more[students.length] = student;
    return new GeneratedSection(offer, teacher, coTeachers, more, open);
  }

  GeneratedSection without(int student) {
    int[] fewer = Arrays.stream(students).filter(each -> each != student).toArray();
    return new GeneratedSection(offer, teacher, coTeachers, fewer, open);
  }

  GeneratedSection withCoTeacher(int person) {
    List<Integer> more = new ArrayList<>(coTeachers);
    more.add(person);
    return new GeneratedSection(offer, teacher, List.copyOf(more), students, open);
  }

  GeneratedSection withoutCoTeacher(int person) {
    List<Integer> fewer = coTeachers.stream().filter(each -> each != person).toList();
    return new GeneratedSection(offer, teacher, fewer, students, open);
  }

  /** The same section with {@code successor} wherever {@code former} was. */
  GeneratedSection handedOver(int former, int successor) {
    List<Integer> others = coTeachers.stream().map(c -> c == former ? successor : c).toList();
    return new GeneratedSection(
        offer, teacher == former ? successor : teacher, others, students, open);
  }

  GeneratedSection closed() {
    return new GeneratedSection(offer, teacher, List.of(), NOBODY, false);
  }
}
