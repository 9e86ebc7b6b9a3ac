package org.rollbook.core.roster;

/**
 * The id that the district's source gives a staff member who does not teach. It names the record as
 * long as the source keeps it (H8) and says nothing else: it may be a number, a code, or text with
 * spaces.
 *
 * @param value the id as the source writes it, trimmed, never empty
 */
public record StaffId(String value) implements Comparable<StaffId> {
  public StaffId {
    SourceText.requireId(value, "StaffId");
  }

  @Override
  public int compareTo(StaffId other) {
    return SourceText.compare(value, other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
