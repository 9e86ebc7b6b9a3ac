package org.rollbook.learn.assignments;

/** Text as browsers send it, as it is kept. */
final class Typed {
  private Typed() {}

  /** Of several lines; browsers send two characters for a new one. */
  static String text(String sent) {
    // PostgreSQL keeps no zero character, and no keyboard types one.
    return sent.replace("\r\n", "\n").replace("\0", "").strip();
  }

  /** Of one line. */
  static String line(String sent) {
    return text(sent).replaceAll("\\R", " ");
  }
}
