package org.rollbook.sources.generator;

/**
 * A teacher of a generated district. One that has left stays in its place, so that its number is
 * not given to another.
 *
 * @param number counted from 0 through everybody who ever taught
 * @param school number of the school
 * @param department what the teacher was hired for
 * @param given number of the given name
 * @param family number of the family name
 * @param address which of the addresses of this name is the teacher's
 * @param employed whether the teacher is in the district
 */
record GeneratedTeacher(
    int number,
    int school,
    Department department,
    int given,
    int family,
    int address,
    boolean employed) {
  String id() {
    return "T" + (10_001 + number);
  }

  GeneratedTeacher gone() {
    return new GeneratedTeacher(number, school, department, given, family, address, false);
  }
}
