package org.rollbook.core.roster;

/**
 * The id that the district's source gives a student. It names the record as long as the source
 * keeps it (H8) and says nothing else: it may be a number, a code, or text with spaces.
 *
 * @param value the id as the source writes it, trimmed, never empty
 */
public record StudentId(String value) implements Comparable<StudentId> {
  public StudentId {
    SourceText.requireId(value, "StudentId");
  }

  @Override
  public int compareTo(StudentId other) {
    return SourceText.compare(value, other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
