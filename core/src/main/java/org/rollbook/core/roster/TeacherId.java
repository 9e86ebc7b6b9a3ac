package org.rollbook.core.roster;

/**
 * The id that the district's source gives a teacher. It names the record as long as the source
 * keeps it (H8) and says nothing else: it may be a number, a code, or text with spaces.
 *
 * @param value the id as the source writes it, trimmed, never empty
 */
public record TeacherId(String value) implements Comparable<TeacherId> {
  public TeacherId {
    SourceText.requireId(value, "TeacherId");
  }

  @Override
  public int compareTo(TeacherId other) {
    return SourceText.compare(value, other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
