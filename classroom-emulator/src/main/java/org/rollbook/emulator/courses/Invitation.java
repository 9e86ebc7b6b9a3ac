package org.rollbook.emulator.courses;

/** An invitation of a person into a class: at most one of the two at a time. */
record Invitation(int ordinal, int course, int person, Role role) {
  private static final String PREFIX = "inv";

  String id() {
    return PREFIX + ordinal;
  }
}
