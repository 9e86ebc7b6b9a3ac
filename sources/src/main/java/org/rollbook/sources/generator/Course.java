package org.rollbook.sources.generator;

/**
 * What a section teaches.
 *
 * @param slot which of a student's nine places in the timetable the course fills, 0 for homeroom
 * @param semester whether it lasts a semester and not the year
 * @param department whose teachers teach it
 * @param subject in Clever's words
 */
record Course(
    int slot, boolean semester, Department department, String subject, String number, String name) {

  boolean homeroom() {
    return slot == 0;
  }
}
