package org.rollbook.registry.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.rollbook.registry.intake.SnapshotLog.Entry;
import org.rollbook.registry.intake.SnapshotLog.Received;
import org.rollbook.sources.SnapshotDigest;
import org.rollbook.sources.SnapshotSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A delivery that came in, inside a transaction that somebody else ends. */
final class NewSnapshot {
  private final Connection connection;
  private final JdbcClient jdbc;
  private final DistrictLock district;
  private final Instant at;
  private final SnapshotLog log;

  NewSnapshot(Connection connection, JdbcClient jdbc, DistrictLock district, Instant at) {
    this.connection = connection;
    this.jdbc = jdbc;
    this.district = district;
    this.at = at;
    this.log = new SnapshotLog(jdbc);
  }

  /**
   * @param place where the delivery lies
   */
  ImportReport take(SnapshotSource source, Path place, Progress progress) throws IOException {
    return switch (source.digest()) {
      case SnapshotDigest.Refused(var findings) -> run(progress).refuse(source, findings);
      case SnapshotDigest.Whole digest -> {
        Optional<ImportReport> known = sameAsRoster(digest).or(() -> sameAsHeld(digest));
        yield known.isPresent()
            ? known.get()
            : takeOther(new Delivered(source, digest, place), run(progress));
      }
    };
  }

  private ImportRun run(Progress progress) {
    return new ImportRun(connection, jdbc, district, log.nextNumber(), at, progress);
  }

  /** The snapshot that the roster was read from came again: it is taken, and nothing is read. */
  private Optional<ImportReport> sameAsRoster(SnapshotDigest.Whole digest) {
    return district
        .rosterSnapshot()
        .flatMap(log::entry)
        .filter(entry -> entry.received().digest().equals(digest.hex()))
        .map(this::unchanged);
  }

  private ImportReport unchanged(Entry former) {
    ImportReport last = former.report();
    var report =
        new ImportReport(
            log.nextNumber(),
            SnapshotStatus.UNCHANGED,
            last.records(),
            ImportReport.Events.NONE,
            List.of(),
            last.kept(),
            last.findings(),
            last.findingCounts());
    Received received = former.received();
    log.supersedeHeld(district.id(), report.snapshot());
    log.write(
        new Received(
            district.id(),
            district.key(),
            at,
            received.format(),
            received.digest(),
            received.file(),
            Optional.of(district.limits())),
        report);
    district.accepted(jdbc, last.snapshot(), report.snapshot(), district.lastEvent());
    return report;
  }

  /**
   * What is held came again and waits as before: its files are kept already, and the roster has not
   * moved or it would not be held any more. Under other limits it might not be held.
   */
  private Optional<ImportReport> sameAsHeld(SnapshotDigest.Whole digest) {
    return log.held(district.id())
        .flatMap(log::entry)
        .filter(entry ->
            entry.received().digest().equals(digest.hex())
                && entry.received().limits().equals(Optional.of(district.limits())))
        .map(Entry::report);
  }

  /** What came in: opened, and where it lies. */
  private record Delivered(SnapshotSource source, SnapshotDigest.Whole digest, Path place) {}

  private ImportReport takeOther(Delivered delivered, ImportRun run) throws IOException {
    ImportReport report = run.run(delivered.source, delivered.digest.hex(), false);
    if (report.status() == SnapshotStatus.HELD) {
      new HeldFiles(jdbc, district.id(), report.snapshot()).keep(delivered.place);
    }
    requireSameStill(delivered);
    return report;
  }

  /** Digest, headers, rows and what is kept are read one after the other. */
  private static void requireSameStill(Delivered delivered) throws IOException {
    if (!delivered.source.digest().equals(delivered.digest)) {
      throw new IOException(
          "%s was changed while it was read, perhaps by an upload that goes on. Nothing was changed; import it again when it is whole."
              .formatted(delivered.place));
    }
  }
}
