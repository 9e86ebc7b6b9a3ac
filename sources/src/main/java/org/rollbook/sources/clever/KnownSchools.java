package org.rollbook.sources.clever;

import java.util.HashSet;
import java.util.Set;

/**
 * The ids of the snapshot's own schools: the one thing that a reader remembers, to tell whether the
 * beginning of a damaged row is still what it seems.
 */
final class KnownSchools {
  /** The largest district has some two thousand; what comes after is not remembered. */
  private static final int MOST = 10_000;

  private final Set<String> ids = new HashSet<>();

  void add(String id) {
    if (ids.size() < MOST) {
      ids.add(id);
    }
  }

  boolean has(String id) {
    return ids.contains(id);
  }
}
