package org.rollbook.registry.intake;

import java.io.IOException;
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
   * same district runs, in whichever process. What is held already and comes again is answered with
   * the snapshot that waits; any other that is held or taken takes the place of one that waits.
   *
   * @param delivery a folder or a file that the reader knows
   * @throws IOException when the delivery cannot be read; nothing of it was used
   */
  public ImportReport importSnapshot(DistrictKey district, Path delivery, Progress progress)
      throws IOException {
    try (SnapshotSource source = reader.open(delivery)) {
      return inTransaction((connection, jdbc) -> {
        progress.step(Progress.Step.WAITING_FOR_TURN);
        DistrictLock.makeIfNew(jdbc, district);
        DistrictLock lock = DistrictLock.take(jdbc, district);
        return new NewSnapshot(connection, jdbc, lock, now()).take(source, delivery, progress);
      });
    }
  }

  /** As below, with nobody who watches. */
  public ImportReport approve(SnapshotNumber snapshot) throws IOException {
    return approve(snapshot, Progress.NONE);
  }

  /**
   * Applies a held snapshot as compared with the roster of now, without asking the guard again.
   *
   * @throws DecisionRefused when it is not held, or a newer one took its place
   */
  public ImportReport approve(SnapshotNumber snapshot, Progress progress) throws IOException {
    return inTransaction((connection, jdbc) ->
        new HeldSnapshot(connection, jdbc, snapshot).approve(reader, now(), progress));
  }

  /**
   * Forgets a held snapshot and its files; the roster stays as it is.
   *
   * @throws DecisionRefused when it is not held, or a newer one took its place
   */
  public ImportReport discard(SnapshotNumber snapshot) throws IOException {
    return inTransaction(
        (connection, jdbc) -> new HeldSnapshot(connection, jdbc, snapshot).discard());
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
          rollBack(connection);
        }
      }
    } catch (SQLException e) {
      throw Statements.failed("ending the import", e);
    }
  }

  private static void rollBack(Connection connection) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      // The connection is gone, and the transaction with it; why is what the caller is told.
    }
  }
}
