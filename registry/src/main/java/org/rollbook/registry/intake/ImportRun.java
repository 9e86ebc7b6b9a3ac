package org.rollbook.registry.intake;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.postgresql.PGConnection;
import org.rollbook.core.guard.Hold;
import org.rollbook.core.guard.SnapshotGuard;
import org.rollbook.core.guard.UnreadRows;
import org.rollbook.core.roster.RecordKind;
import org.rollbook.registry.events.EventHistory;
import org.rollbook.registry.intake.SnapshotLog.Received;
import org.rollbook.sources.Finding;
import org.rollbook.sources.Reading;
import org.rollbook.sources.SnapshotSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads, checks and applies one snapshot inside a transaction that somebody else ends. */
final class ImportRun {
  private final Connection connection;
  private final JdbcClient jdbc;
  private final DistrictLock district;
  private final SnapshotNumber snapshot;
  private final Instant at;
  private final Progress progress;

  ImportRun(
      Connection connection,
      JdbcClient jdbc,
      DistrictLock district,
      SnapshotNumber snapshot,
      Instant at,
      Progress progress) {
    this.connection = connection;
    this.jdbc = jdbc;
    this.district = district;
    this.snapshot = snapshot;
    this.at = at;
    this.progress = progress;
  }

  /**
   * Imports, and writes down what became of it.
   *
   * @param digest the source's, which the caller may know already: it takes reading every byte
   * @param approved a person has looked at it: the guard is not asked
   */
  ImportReport run(SnapshotSource source, String digest, boolean approved) throws IOException {
    var sql = new Statements(connection, district.id(), snapshot, at);
    prepare(sql);
    var staged = new StagedSnapshot(copies(), progress);
    Reading reading = read(source, staged);
    ImportReport report =
        switch (reading) {
          case Reading.Refused refused -> refused(refused.findings(), staged.findings());
          case Reading.Complete complete -> taken(sql, staged, complete, approved);
        };
    write(source, digest, staged.enrolmentFile(), report);
    return report;
  }

  /** Writes down that a delivery cannot be used, of which no row is read. */
  ImportReport refuse(SnapshotSource source, List<Finding> faults) {
    ImportReport report = refused(faults, new Findings());
    // No delivery that was read has this digest.
    write(source, "", "", report);
    return report;
  }

  private void write(
      SnapshotSource source, String digest, String enrolmentFile, ImportReport report) {
    progress.step(Progress.Step.FINISHING);
    EventHistory.forgetOld(jdbc, district.id(), at);
    var log = new SnapshotLog(jdbc);
    if (report.status() != SnapshotStatus.REFUSED) {
      log.supersedeHeld(district.id(), snapshot);
    }
    log.write(
        new Received(
            district.id(),
            district.key(),
            at,
            source.format(),
            digest,
            enrolmentFile,
            Optional.of(district.limits())),
        report);
    log.writeFindings(district.id(), snapshot, report.findings());
  }

  private static void prepare(Statements sql) {
    sql.run("set local work_mem = '96MB'");
    // Compiling a plan costs more than our statements do.
    sql.run("set local jit = off");
    // How many there are is what our plans depend on. The roster's tables are looked at again by
    // autovacuum, as closely as the server's administrator wishes.
    sql.run("set local default_statistics_target = 20");
    for (StagingTable table : StagingTable.values()) {
      sql.tables().declare(table.table(), table.columns());
    }
  }

  private org.postgresql.copy.CopyManager copies() {
    try {
      return connection.unwrap(PGConnection.class).getCopyAPI();
    } catch (SQLException e) {
      throw Statements.failed("beginning to read the snapshot in", e);
    }
  }

  private Reading read(SnapshotSource source, StagedSnapshot staged) throws IOException {
    progress.step(Progress.Step.READING);
    boolean whole = false;
    try {
      Reading reading = source.read(staged);
      staged.finish();
      whole = true;
      return reading;
    } finally {
      if (!whole) {
        staged.abandon();
      }
    }
  }

  private ImportReport refused(List<Finding> faults, Findings findings) {
    faults.forEach(findings::add);
    return new ImportReport(
        snapshot,
        SnapshotStatus.REFUSED,
        Collections.emptySortedMap(),
        ImportReport.Events.NONE,
        List.of(),
        List.of(),
        findings.kept(),
        findings.counts());
  }

  private ImportReport taken(
      Statements sql, StagedSnapshot staged, Reading.Complete complete, boolean approved) {
    progress.step(Progress.Step.RESOLVING);
    var counts = new RowCounts();
    List<Kept> kept = new Resolution(sql, staged, counts).resolve();
    progress.step(Progress.Step.COMPARING);
    RosterChanges changes = RosterChanges.count(sql);
    List<Hold> holds = approved ? List.of() : guard(changes, complete, kept);
    Outcome outcome =
        holds.isEmpty()
            ? apply(sql, changes)
            : new Outcome(SnapshotStatus.HELD, changes.wouldTell());
    return new ImportReport(
        snapshot,
        outcome.status,
        counts.with(complete.rows()),
        outcome.events,
        holds,
        kept,
        staged.findings().kept(),
        staged.findings().counts());
  }

  private record Outcome(SnapshotStatus status, ImportReport.Events events) {}

  private Outcome apply(Statements sql, RosterChanges changes) {
    if (changes.none()) {
      district.accepted(jdbc, snapshot, snapshot, district.lastEvent());
      return new Outcome(SnapshotStatus.UNCHANGED, ImportReport.Events.NONE);
    }
    var events = new EventLog(sql, district.lastEvent());
    new RosterWriter(sql, events, changes, progress).write();
    district.accepted(jdbc, snapshot, snapshot, events.last());
    return new Outcome(SnapshotStatus.APPLIED, events.told());
  }

  private List<Hold> guard(RosterChanges changes, Reading.Complete complete, List<Kept> kept) {
    Set<RecordKind> headerOnly = EnumSet.noneOf(RecordKind.class);
    headerOnly.addAll(complete.headerOnly());
    return SnapshotGuard.check(
        changes.kinds(), headerOnly, unread(complete, kept), district.limits());
  }

  private static Map<RecordKind, UnreadRows> unread(Reading.Complete complete, List<Kept> kept) {
    var unread = new EnumMap<RecordKind, UnreadRows>(RecordKind.class);
    complete
        .rows()
        .forEach((kind, rows) -> {
          long swallowed = complete.swallowed().getOrDefault(kind, 0L);
          unread.put(kind, new UnreadRows(0, rows.accepted(), rows.rejected(), swallowed));
        });
    for (Kept stays : kept) {
      unread.compute(
          stays.kind(),
          (kind, rows) -> Objects.requireNonNullElse(rows, UnreadRows.NONE).keeping(stays.count()));
    }
    return unread;
  }
}
