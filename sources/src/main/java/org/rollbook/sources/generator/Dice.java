package org.rollbook.sources.generator;

import java.util.List;

/**
 * Seeded choices. The algorithm (SplitMix64) is written out here because files must stay equal byte
 * for byte on every platform and Java release, which no generator of the JDK promises.
 */
final class Dice {
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private long state;

  private Dice(long state) {
    this.state = state;
  }

  /** Dice for one purpose: the same seed and purpose roll the same, whatever else was rolled. */
  static Dice of(long seed, Purpose purpose, long subject) {
    return new Dice(mix(mix(seed + GOLDEN_GAMMA * purpose.name().hashCode()) ^ subject));
  }

  /** A number from 0 to {@code bound - 1}. */
  int below(int bound) {
    return (int) (((next() >>> 32) * bound) >>> 32);
  }

  /** A number from {@code low} to {@code high}, both possible. */
  int between(int low, int high) {
    return low + below(high - low + 1);
  }

  /** True in so many of a hundred rolls. */
  boolean percent(int share) {
    return below(100) < share;
  }

  /** A number from 0 up to, not including, 1. */
  double fraction() {
    return (next() >>> 11) * 0x1.0p-53;
  }

  <T> T pick(List<T> choices) {
    return choices.get(below(choices.size()));
  }

  void shuffle(int[] numbers) {
    for (int last = numbers.length - 1; last > 0; last--) {
      int other = below(last + 1);
      int kept = numbers[last];
      numbers[last] = numbers[other];
      numbers[other] = kept;
    }
  }

  private long next() {
    state += GOLDEN_GAMMA;
    return mix(state);
  }

  private static long mix(long value) {
    long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }

  /** What dice are rolled for. A purpose that gets another name rolls another way. */
  enum Purpose {
    SCHOOLS,
    STAFF,
    COHORTS,
    TIMETABLE,
    BACKGROUND,
    EMAIL,
    PACE,
    DAY,
    FEEDER,
    EXPORT
  }
}
