package org.rollbook.core.roster;

import java.util.HexFormat;

/**
 * The id that Rollbook itself gives a person, section, school, course or term: ascending by
 * creation, kept while the source's id stays, also through deletion and return (H8).
 *
 * @param number positive
 */
public record RecordId(long number) implements Comparable<RecordId> {
  public RecordId {
    if (number <= 0) {
      throw new IllegalArgumentException("record id " + number + " is not positive");
    }
  }

  /** 24 hex digits, the form that Clever's API gives its ids. */
  public String hex() {
    // A page of the API has ten thousand of them.
    return "00000000" + HexFormat.of().toHexDigits(number);
  }

  @Override
  public int compareTo(RecordId other) {
    return Long.compare(number, other.number);
  }

  @Override
  public String toString() {
    return hex();
  }
}
