package org.rollbook.sources.generator;

/**
 * Gives out e-mail addresses and never gives one out twice, not even after its owner has left:
 * Google accounts outlive enrolments.
 *
 * <p>A student is {@code first.last}, then {@code first.last.2}; a teacher or staff member is
 * {@code flast}, then {@code flast2}. Only a student's has a dot, so the two never meet.
 */
final class Addresses {
  private final Names names;
  private final String domain;
  private final int[] students;
  private final int[] employees;

  private Addresses(Names names, String domain, int[] students, int[] employees) {
    this.names = names;
    this.domain = domain;
    this.students = students;
    this.employees = employees;
  }

  static Addresses none(Names names, String domain) {
    int pairs = names.givenCount() * names.familyCount();
    return new Addresses(names, domain, new int[pairs], new int[26 * names.familyCount()]);
  }

  Addresses copy() {
    return new Addresses(names, domain, students.clone(), employees.clone());
  }

  /** The number of the next free student address for this name, from 1. */
  int nextStudent(int given, int family) {
    return ++students[given * names.familyCount() + family];
  }

  /** The number of the next free employee address for this name, from 1. */
  int nextEmployee(int given, int family) {
    return ++employees[(initial(given) - 'a') * names.familyCount() + family];
  }

  String student(int given, int family, int number) {
    String local = names.givenFolded(given) + "." + names.familyFolded(family);
    return local + (number == 1 ? "" : "." + number) + "@" + domain;
  }

  String employee(int given, int family, int number) {
    String local = initial(given) + names.familyFolded(family);
    return local + (number == 1 ? "" : Integer.toString(number)) + "@" + domain;
  }

  private char initial(int given) {
    return names.givenFolded(given).charAt(0);
  }
}
