package org.rollbook.app.serving;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.rollbook.core.guard.Hold;
import org.rollbook.core.guard.PlanHold;
import org.rollbook.core.roster.RecordKind;
import org.rollbook.hub.node.Node;
import org.rollbook.hub.server.Status;
import org.rollbook.hub.server.StatusSource;
import org.rollbook.registry.intake.DistrictKey;
import org.rollbook.registry.intake.ImportReport;
import org.rollbook.registry.intake.SnapshotSummary;
import org.rollbook.sync.connections.TargetConnection;
import org.rollbook.sync.runs.RunReport;

/** What the server shows of a node. */
public final class NodeStatus implements StatusSource {
  private static final int RUNS_LOOKED_AT = 20;

  private final Node node;

  public NodeStatus(Node node) {
    this.node = node;
  }

  @Override
  public boolean databaseAnswers() {
    return node.database().jdbc().sql("select 1").query(Integer.class).single() == 1;
  }

  @Override
  public Status status() {
    return new Status(
        node.clock().instant(),
        node.districts().stream().map(this::district).toList(),
        node.connections().all().stream().map(this::connection).toList());
  }

  private Status.District district(DistrictKey key) {
    var snapshots = node.intake().snapshots(key);
    return new Status.District(
        key.value(),
        snapshots.stream().findFirst().map(NodeStatus::snapshot),
        snapshots.reversed().stream()
            .filter(SnapshotSummary::awaitsDecision)
            .map(NodeStatus::snapshot)
            .toList());
  }

  private static Status.Snapshot snapshot(SnapshotSummary summary) {
    ImportReport report = summary.report();
    var records = new TreeMap<RecordKind, Status.Rows>();
    report
        .records()
        .forEach(
            (kind, rows) -> records.put(kind, new Status.Rows(rows.accepted(), rows.rejected())));
    var events = report.events();
    return new Status.Snapshot(
        report.snapshot().toString(),
        summary.receivedAt(),
        Status.SnapshotStatus.valueOf(report.status().name()),
        records,
        report.kept().stream().map(kept -> kept.because().message()).toList(),
        new Status.Events(events.created(), events.updated(), events.deleted()),
        found(report),
        report.held().stream().map(NodeStatus::hold).toList());
  }

  private static SortedMap<String, Long> found(ImportReport report) {
    var found = new TreeMap<>(report.findingCounts());
    found.values().removeIf(count -> count == 0);
    return found;
  }

  private Status.Connection connection(TargetConnection connection) {
    var runs = node.sync().history().newest(Optional.of(connection.id()), RUNS_LOOKED_AT);
    return new Status.Connection(
        connection.id().toString(),
        connection.target().equals(Node.GOOGLE_CLASSROOM)
            ? "Google Classroom"
            : connection.target(),
        connection.districtKey(),
        node.waiting().people(connection),
        node.connections()
            .trouble(connection.id())
            .map(trouble -> new Status.Trouble(trouble.says(), trouble.since())),
        runs.stream().findFirst().map(NodeStatus::run),
        attention(runs));
  }

  private static List<Status.Run> attention(List<RunReport> runs) {
    return runs.reversed().stream()
        .filter(run ->
            switch (run.status()) {
              case HELD, INCOMPLETE -> true;
              case PLANNED, RUNNING, DONE, UNCHANGED, SUPERSEDED, DISCARDED -> false;
            })
        .map(NodeStatus::run)
        .toList();
  }

  private static Status.Run run(RunReport report) {
    return new Status.Run(
        report.run().toString(),
        report.status(),
        report.madeAt(),
        report.finishedAt(),
        new Status.Operations(report.planned(), report.done(), report.refused()),
        report.holds().stream().map(NodeStatus::hold).toList(),
        report.trouble());
  }

  private static Status.Hold hold(PlanHold hold) {
    return new Status.Hold(hold.rule().says(), hold.count(), hold.of());
  }

  /** Without its numbers: the page has a place for them. */
  private static Status.Hold hold(Hold hold) {
    var kind = hold.kind().plural();
    var says =
        switch (hold.rule()) {
          case DELETED -> kind + " would be deleted";
          case UPDATED -> kind + " would get other values";
          case EMPTIED -> "there would be no %s any more".formatted(kind);
          case RENAMED_KEYS -> kind + " would be replaced by others, as if all ids were new";
          case HEADER_ONLY -> "the file of the %s has a header and no row".formatted(kind);
          case UNREADABLE -> kind + " could not be read and would stay as they are";
          case UNREADABLE_ROWS -> "rows of the %s could not be read".formatted(kind);
        };
    return new Status.Hold(says, hold.count(), hold.of());
  }
}
