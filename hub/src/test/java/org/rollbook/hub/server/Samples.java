package org.rollbook.hub.server;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.rollbook.core.roster.RecordKind;
import org.rollbook.hub.server.Status.Connection;
import org.rollbook.hub.server.Status.District;
import org.rollbook.hub.server.Status.Events;
import org.rollbook.hub.server.Status.Hold;
import org.rollbook.hub.server.Status.Operations;
import org.rollbook.hub.server.Status.Rows;
import org.rollbook.hub.server.Status.Run;
import org.rollbook.hub.server.Status.Snapshot;
import org.rollbook.hub.server.Status.SnapshotStatus;
import org.rollbook.sync.runs.RunStatus;

/** Statuses as a district would have them. */
final class Samples {
  static final Instant NOW = Instant.parse("2026-09-14T06:30:00Z");
  static final Status EMPTY = new Status(NOW, List.of(), List.of());

  private Samples() {}

  /** Two districts, one of them held, and three connections in different states. */
  static Status busy() {
    Snapshot held =
        snapshot(
            "42", SnapshotStatus.HELD, List.of(new Hold("students would be deleted", 1300, 6012)));
    Snapshot applied = snapshot("41", SnapshotStatus.APPLIED, List.of());
    Run heldRun =
        run(
            "r12",
            RunStatus.HELD,
            List.of(new Hold("a school would lose too many of its memberships", 240, 900)),
            "");
    Run incomplete = run("r13", RunStatus.INCOMPLETE, List.of(), "Google does not answer.");
    Run done = run("r14", RunStatus.DONE, List.of(), "");
    return new Status(
        NOW,
        List.of(
            new District("springfield", Optional.of(held), List.of(held)),
            new District("shelbyville", Optional.of(applied), List.of()),
            new District("ogdenville", Optional.empty(), List.of())),
        List.of(
            connection("c1", "springfield", 17, Optional.of(heldRun), List.of(heldRun)),
            connection("c2", "shelbyville", 0, Optional.of(done), List.of(incomplete)),
            connection("c3", "ogdenville", 3, Optional.empty(), List.of())));
  }

  static Status district(String id) {
    return new Status(NOW, List.of(new District(id, Optional.empty(), List.of())), List.of());
  }

  private static Connection connection(
      String id, String district, long waiting, Optional<Run> last, List<Run> attention) {
    return new Connection(id, "Google Classroom", district, waiting, trouble(id), last, attention);
  }

  private static Optional<Status.Trouble> trouble(String connection) {
    return connection.equals("c3")
        ? Optional.of(new Status.Trouble("admin@d.example is no administrator.", NOW))
        : Optional.empty();
  }

  private static Run run(String id, RunStatus status, List<Hold> holds, String trouble) {
    var operations = new Operations(1204, 1190, 2);
    return new Run(id, status, NOW, Optional.empty(), operations, holds, trouble);
  }

  private static Snapshot snapshot(String id, SnapshotStatus status, List<Hold> holds) {
    SortedMap<RecordKind, Rows> records =
        new TreeMap<>(
            Map.of(
                RecordKind.SCHOOL, new Rows(12, 0),
                RecordKind.TEACHER, new Rows(344, 0),
                RecordKind.STUDENT, new Rows(6012, 3),
                RecordKind.SECTION, new Rows(1460, 0),
                RecordKind.ENROLMENT, new Rows(38_211, 0)));
    return new Snapshot(
        id,
        NOW,
        status,
        records,
        List.of("31 students are kept as before: line 17 of students.csv could not be read."),
        new Events(20, 35, 1300),
        new TreeMap<>(Map.of("MISSING_VALUE", 3L, "DUPLICATE_ROW", 1L)),
        holds);
  }
}
