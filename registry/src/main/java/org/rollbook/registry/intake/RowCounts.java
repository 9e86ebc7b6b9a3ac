package org.rollbook.registry.intake;

import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.rollbook.core.roster.RecordKind;
import org.rollbook.sources.Reading;

/** What became of every row: the reader's count, less what turned out wrong when rows met. */
final class RowCounts {
  private final Map<RecordKind, Long> rejectedHere = new EnumMap<>(RecordKind.class);

  void rejected(RecordKind kind, long count) {
    rejectedHere.merge(kind, count, Long::sum);
  }

  SortedMap<RecordKind, ImportReport.Rows> with(Map<RecordKind, Reading.Rows> read) {
    var all = new TreeMap<RecordKind, ImportReport.Rows>();
    read.forEach((kind, rows) -> {
      long here = rejectedHere.getOrDefault(kind, 0L);
      all.put(
          kind, new ImportReport.Rows(rows.rows(), rows.accepted() - here, rows.rejected() + here));
    });
    return all;
  }
}
