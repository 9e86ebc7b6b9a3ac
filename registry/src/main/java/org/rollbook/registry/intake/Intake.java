package org.rollbook.registry.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.rollbook.core.guard.SnapshotLimits;
import org.rollbook.registry.database.Database;
import org.rollbook.registry.intake.SnapshotLog.Entry;
import org.rollbook.registry.intake.SnapshotLog.Received;
import org.rollbook.sources.SnapshotDigest;
import org.rollbook.sources.SnapshotSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Takes snapshots of districts' rosters, and people's decisions about those that are held. Every
 * method is one transaction: done or not begun (H2).
 */
public final class Intake {
  private final Database database;
  private final SnapshotReader reader;
  private final InstantSource clock;

  public Intake(Database database, SnapshotReader reader, InstantSource clock) {
    this.database = database;
    this.reader = reader;
    this.clock = clock;
  }

  /**
   * Imports one delivery, making the district when it is new. Waits while another import of the
   * same district runs, in whichever process.
   *
   * @param delivery a folder or a file that the reader knows
   * @throws IOException when the delivery cannot be read; nothing of it was used
   */
  public ImportReport importSnapshot(DistrictKey district, Path delivery, Progress progress)
      throws IOException {
    try (SnapshotSource source = reader.open(delivery)) {
      DistrictLock.makeIfNew(database.jdbc(), district);
      return inTransaction((connection, jdbc) -> {
        progress.step(Progress.Step.WAITING_FOR_TURN);
        DistrictLock lock = DistrictLock.take(jdbc, district);
        return switch (source.digest()) {
          case SnapshotDigest.Refused(var findings) ->
              run(connection, jdbc, lock, progress).refuse(source, findings);
          case SnapshotDigest.Whole digest ->
              importWhole(
                  connection, jdbc, lock, new Delivered(source, digest, delivery), progress);
        };
      });
    }
  }

  private ImportReport importWhole(
      Connection connection,
      JdbcClient jdbc,
      DistrictLock district,
      Delivered delivered,
      Progress progress)
      throws IOException {
    Optional<Entry> former = sameAsRoster(jdbc, district, delivered.digest.hex());
    return former.isPresent()
        ? sameAgain(jdbc, district, former.get())
        : importNew(jdbc, district, delivered, run(connection, jdbc, district, progress));
  }

  private ImportRun run(
      Connection connection, JdbcClient jdbc, DistrictLock district, Progress progress) {
    SnapshotNumber number = new SnapshotLog(jdbc).nextNumber();
    return new ImportRun(connection, jdbc, district, number, now(), progress);
  }

  /** The snapshot that the roster was read from, if {@code digest} is that one's. */
  private static Optional<Entry> sameAsRoster(
      JdbcClient jdbc, DistrictLock district, String digest) {
    return district
        .rosterSnapshot()
        .flatMap(snapshot -> new SnapshotLog(jdbc).entry(snapshot))
        .filter(entry -> entry.received().digest().equals(digest));
  }

  private ImportReport sameAgain(JdbcClient jdbc, DistrictLock district, Entry former) {
    var log = new SnapshotLog(jdbc);
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
    log.write(
        new Received(
            district.id(),
            district.key(),
            now(),
            received.format(),
            received.digest(),
            received.file()),
        report);
    district.accepted(jdbc, last.snapshot(), report.snapshot(), district.lastEvent());
    return report;
  }

  /** What came in: opened, and where it lies. */
  private record Delivered(SnapshotSource source, SnapshotDigest.Whole digest, Path place) {}

  private static ImportReport importNew(
      JdbcClient jdbc, DistrictLock district, Delivered delivered, ImportRun run)
      throws IOException {
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

  /** As below, with nobody who watches. */
  public ImportReport approve(SnapshotNumber snapshot) throws IOException {
    return approve(snapshot, Progress.NONE);
  }

  /**
   * Applies a held snapshot as compared with the roster of now, without asking the guard again.
   *
   * @throws DecisionRefused when it is not held, or a newer one was taken since
   */
  public ImportReport approve(SnapshotNumber snapshot, Progress progress) throws IOException {
    return inTransaction((connection, jdbc) -> {
      progress.step(Progress.Step.WAITING_FOR_TURN);
      DistrictLock district = DistrictLock.take(jdbc, held(jdbc, snapshot).received().key());
      // Again, under the lock: somebody else may have decided while we waited.
      Entry entry = held(jdbc, snapshot);
      refuseStale(district, snapshot);
      var files = new HeldFiles(jdbc, district.id(), snapshot);
      var run = new ImportRun(connection, jdbc, district, snapshot, now(), progress);
      ImportReport report = applyKept(run, files, entry);
      files.forget();
      return report;
    });
  }

  private ImportReport applyKept(ImportRun run, HeldFiles files, Entry held) throws IOException {
    Path folder = Files.createTempDirectory("rollbook-approved-");
    try (SnapshotSource source = reader.open(files.restore(folder))) {
      String digest = held.received().digest();
      if (!source.digest().equals(new SnapshotDigest.Whole(digest))) {
        throw new DecisionRefused(
            "What is kept of snapshot %s is not what was looked at. Discard it, and import the files again."
                .formatted(held.report().snapshot()));
      }
      return run.run(source, digest, true);
    } finally {
      deleteTree(folder);
    }
  }

  private static void refuseStale(DistrictLock district, SnapshotNumber snapshot) {
    Optional<SnapshotNumber> newer =
        district.acceptedSnapshot().filter(accepted -> accepted.compareTo(snapshot) > 0);
    if (newer.isPresent()) {
      throw new DecisionRefused(
          """
          Snapshot %s of district %s is stale: the newer snapshot %s was taken since, and the \
          roster would go back behind it. Discard it, and import the present files if needed.\
          """
              .formatted(snapshot, district.key(), newer.get()));
    }
  }

  /**
   * Forgets a held snapshot and its files; the roster stays as it is.
   *
   * @throws DecisionRefused when it is not held
   */
  public ImportReport discard(SnapshotNumber snapshot) throws IOException {
    return inTransaction((connection, jdbc) -> {
      DistrictLock district = DistrictLock.take(jdbc, held(jdbc, snapshot).received().key());
      Entry entry = held(jdbc, snapshot);
      new HeldFiles(jdbc, district.id(), snapshot).forget();
      ImportReport report = entry.report().decided(SnapshotStatus.DISCARDED);
      new SnapshotLog(jdbc).write(entry.received(), report);
      return report;
    });
  }

  private static Entry held(JdbcClient jdbc, SnapshotNumber snapshot) {
    Entry entry =
        new SnapshotLog(jdbc)
            .entry(snapshot)
            .orElseThrow(() -> new DecisionRefused("There is no snapshot %s.".formatted(snapshot)));
    if (entry.report().status() != SnapshotStatus.HELD) {
      throw new DecisionRefused(
          "Snapshot %s is %s, not held: there is nothing to decide."
              .formatted(snapshot, entry.report().status().word()));
    }
    return entry;
  }

  /** Sets how much of a kind a district's snapshots may change without approval (H4). */
  public void limit(DistrictKey district, SnapshotLimits limits) {
    DistrictLock.makeIfNew(database.jdbc(), district);
    DistrictLock.limit(database.jdbc(), district, limits);
  }

  /**
   * What a district's snapshots may change without approval; empty when there is none so called.
   */
  public Optional<SnapshotLimits> limits(DistrictKey district) {
    return DistrictLock.limits(database.jdbc(), district);
  }

  /** A district's snapshots, newest first, without their findings. */
  public List<SnapshotSummary> snapshots(DistrictKey district) {
    return new SnapshotLog(database.jdbc()).of(district);
  }

  /** What became of one snapshot, with its findings; empty when there is none of that number. */
  public Optional<ImportReport> snapshot(SnapshotNumber snapshot) {
    return new SnapshotLog(database.jdbc()).entry(snapshot).map(Entry::report);
  }

  /** PostgreSQL keeps microseconds: what is written and what is read back are equal. */
  private Instant now() {
    return clock.instant().truncatedTo(java.time.temporal.ChronoUnit.MICROS);
  }

  private interface Work {
    ImportReport on(Connection connection, JdbcClient jdbc) throws IOException;
  }

  private ImportReport inTransaction(Work work) throws IOException {
    try (Connection connection = database.dataSource().getConnection()) {
      connection.setAutoCommit(false);
      boolean done = false;
      try {
        var jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        ImportReport report = work.on(connection, jdbc);
        connection.commit();
        done = true;
        return report;
      } finally {
        if (!done) {
          connection.rollback();
        }
      }
    } catch (SQLException e) {
      throw Statements.failed("ending the import", e);
    }
  }

  private static void deleteTree(Path folder) throws IOException {
    try (var paths = Files.walk(folder)) {
      for (Path path : paths.toList().reversed()) {
        Files.delete(path);
      }
    }
  }
}
