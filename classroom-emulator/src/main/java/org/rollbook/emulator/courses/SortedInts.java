package org.rollbook.emulator.courses;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A set of ordinals in ascending order, four bytes each: a million memberships in few megabytes.
 */
final class SortedInts {
  private static final int[] NONE = {};
  private static final int FIRST_ROOM = 4;

  private int[] values = NONE;
  private int size;

  int size() {
    return size;
  }

  int get(int index) {
    return values[index];
  }

  boolean contains(int value) {
    return Arrays.binarySearch(values, 0, size, value) >= 0;
  }

  /** Adds a value; false when it is there already. */
  boolean add(int value) {
    int found = Arrays.binarySearch(values, 0, size, value);
    if (found >= 0) {
      return false;
    }
    int at = -found - 1;
    if (size == values.length) {
      values = Arrays.copyOf(values, Math.max(FIRST_ROOM, size + (size >> 1)));
    }
    System.arraycopy(values, at, values, at + 1, size - at);
    values[at] = value;
    size++;
    return true;
  }

  /** Takes a value away; false when it is not there. */
  boolean remove(int value) {
    int at = Arrays.binarySearch(values, 0, size, value);
    if (at < 0) {
      return false;
    }
    System.arraycopy(values, at + 1, values, at, size - at - 1);
    size--;
    return true;
  }

  /** The index of the first value greater than this one. */
  int indexAfter(int value) {
    int found = Arrays.binarySearch(values, 0, size, value);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /** The values, ascending. */
  IntStream stream() {
    return Arrays.stream(values, 0, size);
  }

  /** The values, descending. */
  IntStream descending() {
    return IntStream.range(0, size).map(index -> values[size - 1 - index]);
  }
}
