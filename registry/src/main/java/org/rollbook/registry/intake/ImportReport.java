package org.rollbook.registry.intake;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.rollbook.core.guard.Hold;
import org.rollbook.core.roster.RecordKind;
import org.rollbook.sources.Finding;

/**
 * What became of one snapshot.
 *
 * @param records for each kind with a file of its own, what became of its rows
 * @param events what the roster's followers were told; for a held snapshot how many records it
 *     would create, update and delete, enrolments counted one by one
 * @param held the limits it goes beyond, empty unless it is held
 * @param kept what stays as it was because of rows that could not be read; also among the findings
 * @param findings what a person at the school should know, at most {@value Findings#KEPT_PER_CODE}
 *     of each code
 * @param findingCounts for each code all there were
 */
public record ImportReport(
    SnapshotNumber snapshot,
    SnapshotStatus status,
    SortedMap<RecordKind, Rows> records,
    Events events,
    List<Hold> held,
    List<Kept> kept,
    List<Finding> findings,
    SortedMap<String, Long> findingCounts) {
  public ImportReport {
    records = copyOf(records);
    held = List.copyOf(held);
    kept = List.copyOf(kept);
    findings = List.copyOf(findings);
    findingCounts = copyOf(findingCounts);
  }

  ImportReport decided(SnapshotStatus decision) {
    return new ImportReport(
        snapshot, decision, records, events, held, kept, findings, findingCounts);
  }

  ImportReport with(List<Finding> allFindings) {
    return new ImportReport(
        snapshot, status, records, events, held, kept, allFindings, findingCounts);
  }

  private static <K, V> SortedMap<K, V> copyOf(Map<K, V> map) {
    return Collections.unmodifiableSortedMap(new TreeMap<>(map));
  }

  /** {@code rows == accepted + rejected}, always. */
  public record Rows(long rows, long accepted, long rejected) {
    public Rows {
      if (rows != accepted + rejected) {
        throw new IllegalArgumentException(
            "%d rows are not %d accepted and %d rejected".formatted(rows, accepted, rejected));
      }
    }
  }

  /** Numbers of events, by what they tell. */
  public record Events(long created, long updated, long deleted) {
    public static final Events NONE = new Events(0, 0, 0);

    Events plus(Events other) {
      return new Events(created + other.created, updated + other.updated, deleted + other.deleted);
    }

    long sum() {
      return created + updated + deleted;
    }
  }
}
