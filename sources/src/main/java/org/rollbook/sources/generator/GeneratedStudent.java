package org.rollbook.sources.generator;

/**
 * A student of a generated district. One that has left stays in its place, so that its number is
 * not given to another.
 *
 * @param number counted from 0 through everybody who ever came
 * @param school number of the school
 * @param grade 0 for kindergarten
 * @param given number of the given name
 * @param family number of the family name
 * @param address which of the addresses of this name is the student's, 0 for none
 * @param enrolled whether the student is in the district
 */
record GeneratedStudent(
    int number, int school, int grade, int given, int family, int address, boolean enrolled) {
  String id() {
    return Integer.toString(1_000_001 + number);
  }

  boolean hasEmail() {
    return address > 0;
  }

  GeneratedStudent gone() {
    return new GeneratedStudent(number, school, grade, given, family, address, false);
  }

  GeneratedStudent at(int newSchool, int newGrade) {
    return new GeneratedStudent(number, newSchool, newGrade, given, family, address, enrolled);
  }

  GeneratedStudent named(int newFamily, int newAddress) {
    return new GeneratedStudent(number, school, grade, given, newFamily, newAddress, enrolled);
  }
}
