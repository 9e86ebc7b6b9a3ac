package org.rollbook.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.rollbook.registry.database.Database;
import org.rollbook.registry.intake.DistrictKey;
import org.rollbook.registry.intake.ImportReport;
import org.rollbook.registry.intake.Intake;
import org.rollbook.registry.intake.Progress;
import org.rollbook.registry.intake.SnapshotStatus;
import org.rollbook.sources.SnapshotFormats;
import org.rollbook.sources.SnapshotOpening;
import org.rollbook.sources.SnapshotSource;

/** Imports one district's deliveries, and the bounds of that. */
final class MeasuredImports {
  private final Database database;
  private final Deliveries deliveries;
  private final Repetition again;
  private final Intake intake;
  private int orders;
  private int changes;

  MeasuredImports(Database database, Deliveries deliveries, Repetition again) {
    this.database = database;
    this.deliveries = deliveries;
    this.again = again;
    this.intake = new Intake(database, MeasuredImports::open, InstantSource.system());
  }

  private static SnapshotSource open(Path delivery) throws IOException {
    return switch (SnapshotFormats.open(delivery)) {
      case SnapshotOpening.Ready(var source) -> source;
      case SnapshotOpening.Nothing(var message) -> throw new IOException(message);
      case SnapshotOpening.Refused(var findings) -> throw new IOException(findings.toString());
    };
  }

  /** A district that is not there yet. */
  static DistrictKey newDistrict() {
    return new DistrictKey("bench-" + UUID.randomUUID());
  }

  /** Each round's first import is of a new district, the last one's is {@code district}. */
  List<Figure> measure(DistrictKey district) throws Exception {
    var copies = new Rounds();
    var firsts = new Rounds();
    var parses = new Rounds();
    var raw = new RawCopy(database.dataSource());
    again.each(
        "first imports, beside raw COPY and a plain parse",
        last -> {
          parses.time(() -> PlainParse.parse(deliveries.first()));
          raw.prepare(deliveries.first());
          copies.time(() -> raw.copy(deliveries.first()));
          raw.drop(deliveries.first());
          DistrictKey key = last ? district : newDistrict();
          firsts.time(() -> take(key, deliveries.first(), SnapshotStatus.APPLIED));
        });
    Figure parse = Figure.of(Figure.PARSE, parses);
    Figure copy = Figure.of(Figure.COPY, copies);
    var figures = new ArrayList<Figure>(List.of(parse, copy));
    figures.add(Figure.of(Figure.FIRST_IMPORT, firsts).inTurnsWith(copy));
    figures.add(Figure.of(Figure.UNCHANGED_IMPORT, unchanged(district)).against(parse));
    figures.add(Figure.of(Figure.REORDERED_IMPORT, reordered(district)).against(parse));
    return List.copyOf(figures);
  }

  private Rounds unchanged(DistrictKey district) throws Exception {
    return again.time(
        "unchanged imports", () -> take(district, deliveries.first(), SnapshotStatus.UNCHANGED));
  }

  private Rounds reordered(DistrictKey district) throws Exception {
    return again.time("imports of the same rows in other bytes", () -> takeReordered(district));
  }

  /** To and fro: the same bytes twice would be the unchanged import. */
  private long takeReordered(DistrictKey district) throws IOException {
    Path next = ++orders % 2 == 1 ? deliveries.reordered() : deliveries.first();
    return take(district, next, SnapshotStatus.UNCHANGED);
  }

  /** The changed delivery, the first one again, and so on: each is 1 % of change. */
  long takeChanged(DistrictKey district) throws IOException {
    Path next = ++changes % 2 == 1 ? deliveries.changed() : deliveries.first();
    return take(district, next, SnapshotStatus.APPLIED);
  }

  private long take(DistrictKey district, Path delivery, SnapshotStatus expected)
      throws IOException {
    ImportReport report = intake.importSnapshot(district, delivery, Progress.NONE);
    if (report.status() != expected) {
      throw new IllegalStateException(
          "the import of %s was %s and not %s: %s"
              .formatted(delivery, report.status(), expected, report.held()));
    }
    return report.records().values().stream().mapToLong(ImportReport.Rows::rows).sum();
  }
}
