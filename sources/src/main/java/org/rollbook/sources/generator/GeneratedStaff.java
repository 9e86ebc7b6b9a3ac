package org.rollbook.sources.generator;

/**
 * Somebody who works at a school and does not teach.
 *
 * @param title the person's post
 * @param role Clever's word where the post has one, else empty text
 */
record GeneratedStaff(
    int number,
    int school,
    String title,
    String department,
    String role,
    int given,
    int family,
    int address) {
  String id() {
    return "A" + (10_001 + number);
  }
}
