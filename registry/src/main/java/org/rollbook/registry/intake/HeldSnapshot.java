package org.rollbook.registry.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.rollbook.registry.intake.SnapshotLog.Entry;
import org.rollbook.sources.SnapshotDigest;
import org.rollbook.sources.SnapshotSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a person decides about a held snapshot, inside a transaction that somebody else ends. */
final class HeldSnapshot {
  private final Connection connection;
  private final JdbcClient jdbc;
  private final SnapshotNumber snapshot;
  private final SnapshotLog log;

  HeldSnapshot(Connection connection, JdbcClient jdbc, SnapshotNumber snapshot) {
    this.connection = connection;
    this.jdbc = jdbc;
    this.snapshot = snapshot;
    this.log = new SnapshotLog(jdbc);
  }

  ImportReport approve(SnapshotReader reader, Instant at, Progress progress) throws IOException {
    progress.step(Progress.Step.WAITING_FOR_TURN);
    DistrictLock district = DistrictLock.take(jdbc, held().received().key());
    // Again, under the lock: somebody else may have decided while we waited.
    Entry entry = held();
    var files = new HeldFiles(jdbc, district.id(), snapshot);
    var run = new ImportRun(connection, jdbc, district, snapshot, at, progress);
    ImportReport report = applyKept(reader, run, files, entry);
    if (report.status() == SnapshotStatus.REFUSED) {
      // A former version of Rollbook held it. It stays held: whoever ends the transaction undoes.
      throw new DecisionRefused(
          "Snapshot %s cannot be taken: it is refused by now. Discard it, and import the files again to see why."
              .formatted(snapshot));
    }
    files.forget();
    return report;
  }

  private ImportReport applyKept(SnapshotReader reader, ImportRun run, HeldFiles files, Entry held)
      throws IOException {
    Path folder = Files.createTempDirectory("rollbook-approved-");
    try (SnapshotSource source = reader.open(files.restore(folder))) {
      String digest = held.received().digest();
      if (!source.digest().equals(new SnapshotDigest.Whole(digest))) {
        throw new DecisionRefused(
            "What is kept of snapshot %s is not what was looked at. Discard it, and import the files again."
                .formatted(snapshot));
      }
      return run.run(source, digest, true);
    } finally {
      deleteTree(folder);
    }
  }

  ImportReport discard() {
    DistrictLock district = DistrictLock.take(jdbc, held().received().key());
    Entry entry = held();
    new HeldFiles(jdbc, district.id(), snapshot).forget();
    ImportReport report = entry.report().decided(SnapshotStatus.DISCARDED);
    log.write(entry.received(), report);
    return report;
  }

  private Entry held() {
    Entry entry =
        log.entry(snapshot)
            .orElseThrow(() -> new DecisionRefused("There is no snapshot %s.".formatted(snapshot)));
    return switch (entry.report().status()) {
      case HELD -> entry;
      case SUPERSEDED -> throw superseded(entry);
      case APPLIED, UNCHANGED, REFUSED, DISCARDED ->
          throw new DecisionRefused(
              "Snapshot %s is %s, not held: there is nothing to decide."
                  .formatted(snapshot, entry.report().status().word()));
    };
  }

  /** Whoever wants this one wants to know what came of the district since. */
  private DecisionRefused superseded(Entry entry) {
    int district = entry.received().district();
    Optional<String> decide =
        log.held(district)
            .map(newer ->
                "Snapshot %1$s came since and waits for a person: approve %1$s or discard %1$s."
                    .formatted(newer));
    Optional<String> taken =
        log.newest(district, List.of(SnapshotStatus.APPLIED, SnapshotStatus.UNCHANGED))
            .filter(newest -> newest.compareTo(snapshot) > 0)
            .map(newer ->
                "Snapshot %s was taken since, and the roster would go back behind it. Import the present files if it is not as it should be."
                    .formatted(newer));
    return new DecisionRefused(
        "Snapshot %s of district %s is superseded, and its files are not kept any more. %s"
            .formatted(
                snapshot,
                entry.received().key(),
                decide
                    .or(() -> taken)
                    .orElse("The one that came since was discarded: import the present files.")));
  }

  private static void deleteTree(Path folder) throws IOException {
    try (var paths = Files.walk(folder)) {
      for (Path path : paths.toList().reversed()) {
        Files.delete(path);
      }
    }
  }
}
