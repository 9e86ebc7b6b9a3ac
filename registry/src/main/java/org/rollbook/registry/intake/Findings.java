package org.rollbook.registry.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.rollbook.sources.Finding;

/**
 * Gathers a snapshot's findings: all are counted, the first thousand of each code are kept. A file
 * in which every row is wrong would fill memory and help nobody.
 */
final class Findings {
  static final int KEPT_PER_CODE = 1000;

  private final List<Finding> kept = new ArrayList<>();
  private final SortedMap<String, Long> counts = new TreeMap<>();

  void add(Finding finding) {
    if (counts.merge(finding.code(), 1L, Long::sum) <= KEPT_PER_CODE) {
      kept.add(finding);
    }
  }

  /** Findings of one code, of which {@code first} are shown. */
  void addAll(String code, long count, List<Finding> first) {
    if (count == 0) {
      return;
    }
    long before = counts.getOrDefault(code, 0L);
    counts.merge(code, count, Long::sum);
    first.stream().limit(Math.max(0, KEPT_PER_CODE - before)).forEach(kept::add);
  }

  List<Finding> kept() {
    return List.copyOf(kept);
  }

  SortedMap<String, Long> counts() {
    return new TreeMap<>(counts);
  }
}
