package org.rollbook.registry.intake;

/**
 * The number of a snapshot, ascending over the whole installation.
 *
 * @param value positive
 */
public record SnapshotNumber(long value) implements Comparable<SnapshotNumber> {
  public SnapshotNumber {
    if (value <= 0) {
      throw new IllegalArgumentException("snapshot number " + value + " is not positive");
    }
  }

  @Override
  public int compareTo(SnapshotNumber other) {
    return Long.compare(value, other.value);
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
