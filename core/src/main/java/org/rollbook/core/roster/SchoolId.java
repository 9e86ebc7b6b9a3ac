package org.rollbook.core.roster;

/**
 * The id that the district's source gives a school. It names the record as long as the source keeps
 * it (H8) and says nothing else: it may be a number, a code, or text with spaces.
 *
 * @param value the id as the source writes it, trimmed, never empty
 */
public record SchoolId(String value) implements Comparable<SchoolId> {
  public SchoolId {
    SourceText.requireId(value, "SchoolId");
  }

  @Override
  public int compareTo(SchoolId other) {
    return SourceText.compare(value, other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
