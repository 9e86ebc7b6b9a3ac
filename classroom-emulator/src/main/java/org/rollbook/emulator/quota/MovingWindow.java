package org.rollbook.emulator.quota;

/** Counts what happened in the last minute, exactly, up to a limit. */
final class MovingWindow {
  private static final long WINDOW_MILLIS = 60_000;
  private static final int FIRST_ROOM = 16;

  private long[] times = new long[FIRST_ROOM];
  private int first;
  private int size;

  /** Whether one more would stay within the limit. */
  boolean hasRoom(long nowMillis, int limit) {
    while (size > 0 && times[first] <= nowMillis - WINDOW_MILLIS) {
      first = (first + 1) % times.length;
      size--;
    }
    return size < limit;
  }

  void count(long nowMillis) {
    if (size == times.length) {
      grow();
    }
    times[(first + size) % times.length] = nowMillis;
    size++;
  }

  private void grow() {
    long[] larger = new long[times.length * 2];
    for (int i = 0; i < size; i++) {
      larger[i] = times[(first + i) % times.length];
    }
    times = larger;
    first = 0;
  }
}
