package org.rollbook.emulator.courses;

import org.rollbook.emulator.wire.Refused;

/**
 * A further name of a class: {@code d:name} is one in the whole domain, {@code p:name} one in a
 * Cloud project and seen only by calls from it (source: discovery, {@code CourseAlias}).
 *
 * @param text the alias with its prefix, at most 256 characters
 * @param project the Cloud project of a {@code p:} alias; empty for a {@code d:} alias
 */
record CourseAlias(String text, String project) {
  private static final int LONGEST = 256;

  /**
   * Reads an alias as a caller from a project writes it.
   *
   * @throws Refused INVALID_ARGUMENT when it has no scope, no name or too many characters
   */
  static CourseAlias of(String text, String project) {
    if (!written(text) || text.length() < 3 || text.codePointCount(0, text.length()) > LONGEST) {
      throw Refused.invalid("Request contains an invalid argument.");
    }
    return new CourseAlias(text, text.startsWith("d:") ? "" : project);
  }

  /** Whether a course's name in a request is written as an alias. */
  static boolean written(String text) {
    return text.startsWith("d:") || text.startsWith("p:");
  }

  /** Whether it is of the whole domain. */
  boolean ofDomain() {
    return project.isEmpty();
  }
}
