package org.rollbook.registry.reading;

import java.util.Arrays;
import org.rollbook.core.roster.RecordId;

/**
 * One page of a list, as ids: what is on a page, and whether there are further ones, is known
 * before the first object is written.
 */
public final class Ids {
  private final short[] kinds;
  private final long[] numbers;
  private final boolean more;

  /**
   * @param kinds the database's number of each one's kind
   * @param numbers ascending
   * @param more whether the list goes on in the direction that was asked for
   */
  Ids(short[] kinds, long[] numbers, boolean more) {
    this.kinds = kinds;
    this.numbers = numbers;
    this.more = more;
  }

  public int size() {
    return numbers.length;
  }

  public boolean isEmpty() {
    return numbers.length == 0;
  }

  public RecordId first() {
    return new RecordId(numbers[0]);
  }

  public RecordId last() {
    return new RecordId(numbers[numbers.length - 1]);
  }

  /** Whether the list goes on in the direction that was asked for. */
  public boolean more() {
    return more;
  }

  Ids part(int from, int to) {
    return new Ids(
        Arrays.copyOfRange(kinds, from, to), Arrays.copyOfRange(numbers, from, to), false);
  }

  short[] kinds() {
    return kinds.clone();
  }

  long[] numbers() {
    return numbers.clone();
  }
}
