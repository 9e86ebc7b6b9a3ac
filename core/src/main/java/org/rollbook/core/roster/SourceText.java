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

  /**
   * Orders texts by code point, as their bytes in UTF-8 are ordered. {@link String#compareTo} does
   * not: it puts a character written as two surrogates before those from U+E000 to U+FFFF.
   */
  static int compare(String one, String other) {
    int common = Math.min(one.length(), other.length());
    for (int i = 0; i < common; i++) {
      char a = one.charAt(i);
      char b = other.charAt(i);
      if (a != b) {
        return Integer.compare(rank(a), rank(b));
      }
    }
    return Integer.compare(one.length(), other.length());
  }

  /** Behind equal characters a surrogate stands for a code point above all that need none. */
  private static int rank(char c) {
    return Character.isSurrogate(c) ? c + Character.MIN_SUPPLEMENTARY_CODE_POINT : c;
  }
}
