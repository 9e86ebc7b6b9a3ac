package org.rollbook.sync.planning;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.postgresql.PGConnection;
import org.rollbook.core.reconcile.AccountId;
import org.rollbook.core.reconcile.ClassPlan;
import org.rollbook.core.reconcile.Member;
import org.rollbook.core.reconcile.Operation;
import org.rollbook.core.roster.RecordId;
import org.rollbook.sync.baseline.BaselineJson;
import org.rollbook.sync.connections.TargetConnection;
import org.rollbook.sync.runs.RunId;
import org.rollbook.sync.target.TargetClassId;

/** Stores a plan's classes and operations with {@code COPY}, a portion of classes at a time. */
final class PlanWriting {
  private static final String NULL = "\\N";

  /** From so many operations on the database's idea of the journal is taken anew. */
  private static final long WORTH_ANALYZING = 1_000;

  private final Connection sql;
  private final String prefix;
  private final StringBuilder classes = new StringBuilder();
  private final StringBuilder operations = new StringBuilder();
  private long written;

  PlanWriting(Connection sql, TargetConnection connection, RunId run) {
    this.sql = sql;
    this.prefix = connection.districtId() + "\t" + run.number() + "\t";
  }

  /**
   * Takes one class.
   *
   * @param pending whether a later plan has to look at the class again whatever becomes of this one
   */
  void add(PlannedClass planned, ClassPlan plan, boolean pending) {
    classes.append(prefix).append(plan.section().number());
    field(classes, Long.toString(planned.school().number()));
    field(classes, planned.address().name());
    field(classes, planned.name());
    field(classes, planned.toSettle(plan).map(BaselineJson::write));
    field(classes, pending ? "t" : "f");
    field(classes, planned.address().id().map(TargetClassId::value));
    classes.append('\n');
    int number = 0;
    for (var operation : plan.operations()) {
      addOperation(plan.section(), ++number, operation);
    }
    written += number;
  }

  private void addOperation(RecordId section, int number, Operation operation) {
    operations.append(prefix).append(section.number()).append('\t').append(number);
    field(operations, operation.kind().name());
    var columns = Columns.of(operation);
    field(operations, columns.member.map(Member::account).map(AccountId::value));
    field(
        operations,
        columns.member.flatMap(Member::person).map(RecordId::number).map(String::valueOf));
    field(operations, columns.former);
    field(operations, columns.wanted);
    field(operations, operation.reason().name());
    operations.append('\n');
  }

  /** What the columns of one operation hold. */
  private record Columns(
      Optional<Member> member, Optional<String> former, Optional<String> wanted) {
    static Columns of(Operation operation) {
      return switch (operation) {
        case Operation.CreateClass create ->
            new Columns(Optional.of(create.owner()), Optional.empty(), Optional.of(create.name()));
        case Operation.RestoreClass restore ->
            new Columns(
                Optional.empty(),
                Optional.of(restore.from().name()),
                Optional.of(restore.to().name()));
        case Operation.RenameClass rename ->
            new Columns(Optional.empty(), Optional.of(rename.from()), Optional.of(rename.to()));
        case Operation.ChangeOwner change ->
            new Columns(
                Optional.of(change.to()), Optional.of(change.from().value()), Optional.empty());
        case Operation.AddTeacher add -> of(add.member());
        case Operation.RemoveTeacher remove -> of(remove.member());
        case Operation.AddStudent add -> of(add.member());
        case Operation.RemoveStudent remove -> of(remove.member());
        case Operation.ArchiveClass _, Operation.DeclineClass _ ->
            new Columns(Optional.empty(), Optional.empty(), Optional.empty());
      };
    }

    private static Columns of(Member member) {
      return new Columns(Optional.of(member), Optional.empty(), Optional.empty());
    }
  }

  private static void field(StringBuilder to, String value) {
    to.append('\t');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '\\' -> to.append("\\\\");
        case '\t' -> to.append("\\t");
        case '\n' -> to.append("\\n");
        case '\r' -> to.append("\\r");
        default -> to.append(c);
      }
    }
  }

  private static void field(StringBuilder to, Optional<String> value) {
    if (value.isPresent()) {
      field(to, value.get());
    } else {
      to.append('\t').append(NULL);
    }
  }

  /** Sends what was taken so far; the caller commits. */
  void send() throws SQLException {
    copy(
        "copy run_class (district_id, run_id, section_id, school_id, address, name, settled, pending,"
            + " target_class) from stdin",
        classes);
    copy(
        "copy run_operation (district_id, run_id, section_id, number, kind, account_id, person_id,"
            + " former, wanted, reason) from stdin",
        operations);
  }

  /**
   * After the last portion: a run asks for the plan portion by portion, and a database that takes
   * the journal for empty would look through all of it each time.
   */
  void end() throws SQLException {
    if (written >= WORTH_ANALYZING) {
      try (var statement = sql.createStatement()) {
        statement.execute("analyze run_class (district_id, run_id, section_id)");
        statement.execute("analyze run_operation (district_id, run_id, section_id, state)");
      }
    }
  }

  private void copy(String statement, StringBuilder rows) throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    var copy = sql.unwrap(PGConnection.class).getCopyAPI().copyIn(statement);
    try {
      var bytes = rows.toString().getBytes(UTF_8);
      copy.writeToCopy(bytes, 0, bytes.length);
      copy.endCopy();
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
    rows.setLength(0);
  }
}
