package org.rollbook.sources.generator;

/** The kinds of school that a student goes through, in order. */
enum Level {
  ELEMENTARY("Elementary School", 0, 5, 450),
  MIDDLE("Middle School", 6, 8, 700),
  HIGH("High School", 9, 12, 1200);

  static final int GRADES = 13;

  private final String title;
  private final int lowGrade;
  private final int highGrade;
  private final int usualStudents;

  Level(String title, int lowGrade, int highGrade, int usualStudents) {
    this.title = title;
    this.lowGrade = lowGrade;
    this.highGrade = highGrade;
    this.usualStudents = usualStudents;
  }

  static Level of(int grade) {
    return grade <= ELEMENTARY.highGrade ? ELEMENTARY : grade <= MIDDLE.highGrade ? MIDDLE : HIGH;
  }

  /** Clever's word for a grade; kindergarten is 0. */
  static String gradeName(int grade) {
    return grade == 0 ? "Kindergarten" : Integer.toString(grade);
  }

  String title() {
    return title;
  }

  int lowGrade() {
    return lowGrade;
  }

  int highGrade() {
    return highGrade;
  }

  /** How many schools of this level a district of so many students has. */
  int schools(int students) {
    long here = (long) students * (highGrade - lowGrade + 1) / GRADES;
    return Math.max(1, Math.toIntExact((here + usualStudents / 2) / usualStudents));
  }
}
