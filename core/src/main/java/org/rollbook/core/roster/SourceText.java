package org.rollbook.core.roster;

/** What every text that comes from a source must satisfy before it may enter a roster record. */
final class SourceText {
  private SourceText() {}

  static void requireId(String value, String what) {
    if (value.isBlank()) {
      throw new IllegalArgumentException(what + " is blank");
    }
    if (!value.equals(value.strip())) {
      throw new IllegalArgumentException(what + " is not trimmed: '" + value + "'");
    }
  }
}
