package org.rollbook.sources.generator;

/** What a teacher is hired for: the unit in which sections are given to teachers. */
enum Department {
  CLASSROOM("Classroom Teacher", 3),
  TEAM("Team Teacher", 3),
  ELEMENTARY_ARTS("Art and Music Teacher", 3),
  ELEMENTARY_FITNESS("Physical Education Teacher", 3),
  /** Nobody is hired for homeroom: the school's teachers share it out. */
  HOMEROOM("", 0),
  ENGLISH("English Teacher", 5),
  MATH("Math Teacher", 5),
  SCIENCE("Science Teacher", 5),
  SOCIAL_STUDIES("Social Studies Teacher", 5),
  LANGUAGE("World Languages Teacher", 5),
  ARTS("Arts Teacher", 5),
  TECHNOLOGY("Technology Teacher", 5),
  FITNESS("Physical Education Teacher", 5);

  private final String title;
  private final int sectionsPerTeacher;

  Department(String title, int sectionsPerTeacher) {
    this.title = title;
    this.sectionsPerTeacher = sectionsPerTeacher;
  }

  String title() {
    return title;
  }

  int sectionsPerTeacher() {
    return sectionsPerTeacher;
  }

  /** An elementary teacher stays with few classes; a secondary teacher takes one a period. */
  boolean elementary() {
    return sectionsPerTeacher == 3;
  }
}
