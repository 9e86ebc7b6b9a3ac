package org.rollbook.sources.generator;

import java.util.Arrays;
import java.util.function.Consumer;

/** Which items belong to which cell, in two flat arrays: nine million enrolments take 40 MB. */
final class Index {
  private final int[] starts;
  private final int[] items;

  private Index(int[] starts, int[] items) {
    this.starts = starts;
    this.items = items;
  }

  /** Takes one pair of a cell and an item in it. */
  interface Pairs {
    void put(int cell, int item);
  }

  /** Builds an index from a walk over all pairs, which is made twice: to count and to fill. */
  static Index of(int cells, Consumer<Pairs> walk) {
    int[] starts = new int[cells + 1];
    walk.accept((cell, item) -> starts[cell + 1]++);
    Arrays.parallelPrefix(starts, Integer::sum);
    int[] items = new int[starts[cells]];
    int[] next = starts.clone();
    walk.accept((cell, item) -> items[next[cell]++] = item);
    return new Index(starts, items);
  }

  int size(int cell) {
    return starts[cell + 1] - starts[cell];
  }

  int item(int cell, int position) {
    return items[starts[cell] + position];
  }

  /** The items of a cell, in the order of the walk. */
  int[] items(int cell) {
    return Arrays.copyOfRange(items, starts[cell], starts[cell + 1]);
  }
}
