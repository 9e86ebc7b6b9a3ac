package org.rollbook.sync.planning;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.rollbook.core.guard.PlanGuard;
import org.rollbook.core.guard.PlanGuard.SchoolSize;
import org.rollbook.core.reconcile.Note;
import org.rollbook.core.reconcile.PlanLinter;
import org.rollbook.core.reconcile.Reconciler;
import org.rollbook.core.roster.RecordId;
import org.rollbook.sync.connections.TargetConnection;
import org.rollbook.sync.runs.RunId;
import org.rollbook.sync.runs.RunRows;
import org.rollbook.sync.target.Target;
import org.rollbook.sync.target.TargetUnavailable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Makes plans and stores them (R1). After the first plan only the classes that something happened
 * to are looked at: sections that the roster changed, classes marked as pending, and classes with
 * operations that never got an answer. What it costs follows what changed.
 */
public final class Planner {
  private static final int PORTION = 500;

  private final DataSource dataSource;
  private final InstantSource clock;

  public Planner(DataSource dataSource, InstantSource clock) {
    this.dataSource = dataSource;
    this.clock = clock;
  }

  /**
   * Makes a plan and stores it, held when the guard says so. Plans of the connection that waited
   * for a decision are superseded: they were made from an older state.
   *
   * @param target for the few looks that a decision depends on
   * @throws TargetUnavailable when the target cannot be used; then there is no plan
   */
  public RunId plan(TargetConnection connection, Target target, Progress progress)
      throws TargetUnavailable, InterruptedException {
    try (var read = dataSource.getConnection();
        var write = dataSource.getConnection()) {
      read.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      read.setAutoCommit(false);
      write.setAutoCommit(false);
      try {
        var run = plan(read, write, connection, target, progress);
        write.commit();
        return run;
      } finally {
        write.rollback();
        read.rollback();
        read.setAutoCommit(true);
        write.setAutoCommit(true);
        read.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("no plan for " + connection.id() + " was made", e);
    }
  }

  private RunId plan(
      Connection read,
      Connection write,
      TargetConnection connection,
      Target target,
      Progress progress)
      throws SQLException, TargetUnavailable, InterruptedException {
    var jdbc = JdbcClient.create(new SingleConnectionDataSource(read, true));
    var now = clock.instant();
    var origin = PlanOrigin.read(jdbc, connection);
    var rows = new RunRows(JdbcClient.create(new SingleConnectionDataSource(write, true)));
    rows.supersede(connection);
    var run =
        rows.make(
            connection,
            new RunRows.MadeFrom(origin.rosterEvent(), origin.pendingMark(), origin.knownTurn()),
            OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
    var guard = new PlanGuard(connection.limits());
    var looking =
        new Looking(new Reconciler(connection.policy(), connection.grace(), now), target, progress);
    var writing = new PlanWriting(write, connection, run);
    int operations = 0;
    try (var classes = stream(read, jdbc, connection, origin)) {
      for (var portion = portion(classes); !portion.isEmpty(); portion = portion(classes)) {
        for (var decided : looking.decide(portion)) {
          operations += take(decided, guard, writing);
        }
        writing.send();
        progress.classesPlanned(portion.size());
      }
    }
    writing.end();
    var sizes = sizes(guard, origin.sections(), new SchoolSizes(jdbc, connection));
    rows.planned(connection, run, operations, guard.holds(sizes, origin.sections()));
    return run;
  }

  private static ClassStream stream(
      Connection read, JdbcClient jdbc, TargetConnection connection, PlanOrigin origin)
      throws SQLException {
    if (origin.plannedEvent().isEmpty()) {
      return ClassStream.everything(read, connection);
    }
    int found = Candidates.collect(jdbc, connection, origin.plannedEvent().get());
    return found == 0
        ? ClassStream.nothing(read, connection)
        : ClassStream.candidates(read, connection);
  }

  private static List<PlannedClass> portion(ClassStream classes) throws SQLException {
    var portion = new ArrayList<PlannedClass>();
    while (portion.size() < PORTION) {
      Optional<PlannedClass> next = classes.next();
      if (next.isEmpty()) {
        break;
      }
      portion.add(next.get());
    }
    return portion;
  }

  private static int take(Looking.Decided decided, PlanGuard guard, PlanWriting writing) {
    var planned = decided.planned();
    var plan = decided.plan();
    var contradictions = PlanLinter.check(planned.facts(), plan);
    if (!contradictions.isEmpty()) {
      throw new IllegalStateException(
          "Rollbook made a plan that contradicts itself, so nothing of it will be run. This is a"
              + " fault in Rollbook: please report it with these lines: "
              + contradictions);
    }
    guard.see(planned.school(), planned.baseline().map(b -> b.members()).orElse(0), plan);
    boolean pending =
        decided.unseen() || plan.notes().stream().anyMatch(Planner::mayChangeByItself);
    if (pending
        || planned.toSettle(plan).isPresent()
        || !planned.unanswered().isEmpty()
        || !plan.operations().isEmpty()) {
      writing.add(planned, plan, pending);
    }
    return plan.operations().size();
  }

  /**
   * Whether the class has to be looked at again although nothing may have happened in the roster.
   */
  private static boolean mayChangeByItself(Note note) {
    return switch (note) {
      case Note.Ending _, Note.LeftAlone _ -> true;
      case Note.PersonWaits _,
          Note.ClassWaits _,
          Note.NameKept _,
          Note.OwnerKept _,
          Note.SeatKept _,
          Note.OwnerStays _ ->
          false;
    };
  }

  /**
   * Counting seats reads the baseline: only of schools that lose so much that a limit may count.
   */
  private static SortedMap<RecordId, SchoolSize> sizes(
      PlanGuard guard, long sections, SchoolSizes sizes) {
    if (sections == 0) {
      return sizes.ofAll();
    }
    var inQuestion = guard.schoolsInQuestion();
    return inQuestion.isEmpty() ? new TreeMap<>() : sizes.of(inQuestion);
  }

  /** Told how planning goes on. */
  public interface Progress {
    /** {@code count} more classes have been decided. */
    void classesPlanned(int count);

    /** A class of this name is in no plan before the target shows it again. */
    void classLeftOut(String name, TargetUnavailable why);
  }
}
