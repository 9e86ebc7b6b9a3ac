package org.rollbook.sources.cleverapi;

/** The order of ids: Clever's are 24 hex digits ascending by creation. */
final class Ids {
  /** As long as ids from files may be. */
  static final int LONGEST = 255;

  private Ids() {}

  /** Shorter ones first, so that the ids of a hub which numbers its records ascend too. */
  static int compare(String one, String other) {
    int byLength = Integer.compare(one.length(), other.length());
    return byLength != 0 ? byLength : one.compareTo(other);
  }

  /** Whether {@code later} comes after {@code earlier}; everything comes after empty text. */
  static boolean ascend(String earlier, String later) {
    return compare(earlier, later) < 0;
  }
}
