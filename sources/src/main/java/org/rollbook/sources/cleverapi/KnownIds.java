package org.rollbook.sources.cleverapi;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * A set of ids, most of them 24 hex digits in ascending order: twelve bytes each, so that a million
 * students are no matter.
 */
final class KnownIds {
  private static final int HEX = 24;

  private long[] high = new long[1 << 10];
  private int[] low = new int[1 << 10];
  private int size;
  private final Set<String> others = new HashSet<>();

  void add(String id) {
    if (!isHex(id)) {
      others.add(id);
      return;
    }
    long first = first(id);
    int rest = rest(id);
    if (size > 0 && compare(high[size - 1], low[size - 1], first, rest) >= 0) {
      others.add(id);
      return;
    }
    if (size == high.length) {
      high = Arrays.copyOf(high, size * 2);
      low = Arrays.copyOf(low, size * 2);
    }
    high[size] = first;
    low[size++] = rest;
  }

  boolean has(String id) {
    return (isHex(id) && isAmongAscending(first(id), rest(id))) || others.contains(id);
  }

  private boolean isAmongAscending(long first, int rest) {
    int from = 0;
    int to = size - 1;
    while (from <= to) {
      int middle = (from + to) >>> 1;
      int order = compare(high[middle], low[middle], first, rest);
      if (order == 0) {
        return true;
      }
      if (order < 0) {
        from = middle + 1;
      } else {
        to = middle - 1;
      }
    }
    return false;
  }

  private static int compare(long first, int rest, long otherFirst, int otherRest) {
    int order = Long.compareUnsigned(first, otherFirst);
    return order != 0 ? order : Integer.compareUnsigned(rest, otherRest);
  }

  private static long first(String id) {
    return Long.parseUnsignedLong(id, 0, 16, 16);
  }

  private static int rest(String id) {
    return Integer.parseUnsignedInt(id, 16, HEX, 16);
  }

  private static boolean isHex(String id) {
    return id.length() == HEX
        && id.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
  }
}
