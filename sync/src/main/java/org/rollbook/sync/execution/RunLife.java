package org.rollbook.sync.execution;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.rollbook.sync.baseline.BaselineWriting;
import org.rollbook.sync.connections.TargetConnection;
import org.rollbook.sync.runs.RunHistory;
import org.rollbook.sync.runs.RunId;
import org.rollbook.sync.runs.RunReport;
import org.rollbook.sync.runs.RunRows;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * A run from its beginning to its end (R3): begun in one transaction with what its plan settles,
 * executed, and ended with what is left of it. Whoever uses it holds the connection's lease, and
 * all of it is written through the lease's session: whoever has lost it changes nothing any more.
 */
final class RunLife {
  private static final long ENOUGH_TO_CHANGE_STATISTICS = 2_000;

  private final DataSource dataSource;
  private final Lease lease;
  private final OpenedTarget opened;
  private final TargetConnection connection;
  private final RunHistory history;
  private final InstantSource clock;

  RunLife(
      DataSource dataSource,
      Lease lease,
      OpenedTarget opened,
      RunHistory history,
      InstantSource clock) {
    this.dataSource = dataSource;
    this.lease = lease;
    this.opened = opened;
    this.connection = opened.connection();
    this.history = history;
    this.clock = clock;
  }

  /**
   * Begins the run, or goes on with it, and ends it as far as it came.
   *
   * @param scope what of a plan that is not begun yet is approved
   * @throws RunDecided when somebody else has decided the plan
   * @throws StalePlan when it is not begun yet and out of date by now
   */
  RunReport execute(RunId run, RunScope scope, RunProgress progress) throws InterruptedException {
    try {
      begin(run, scope);
      var report = history.get(run);
      progress.begin(report.toDo());
      var execution = new RunExecution(dataSource, lease, opened, clock, progress, run);
      try {
        execution.run();
      } finally {
        var _ = opened.keepCalls(JdbcClient.create(dataSource), run);
      }
      boolean unanswered = !execution.trouble().isEmpty() && !execution.interrupted();
      // That it worked for some says nothing of now: it may have gone down in the middle.
      boolean giveUp = unanswered && !execution.leftAlone() && opened.target().check().isEmpty();
      end(run, giveUp);
      refreshStatistics(report.planned());
      return history.get(run).inTrouble(execution.trouble());
    } catch (SQLException | DataAccessException e) {
      throw new IllegalStateException(
          "the database failed, so run " + run + " stopped; the next 'sync' goes on from here", e);
    }
  }

  /**
   * From here on the run will be finished, whatever happens to this process.
   *
   * @throws RunDecided when somebody else has decided the plan
   * @throws StalePlan when it is out of date by now (R1); then nothing was begun
   */
  void begin(RunId run, RunScope scope) throws SQLException {
    if (history.get(run).status().begun()) {
      return;
    }
    inTransaction(sql -> {
      take(sql, run);
      if (new RunHistory(jdbc(sql)).stale(run)) {
        throw new StalePlan(run);
      }
      settle(sql, run, scope);
    });
  }

  /** The same, but classes to which something happened since the plan are left to the next one. */
  void beginWithoutChanged(RunId run) throws SQLException {
    inTransaction(sql -> {
      take(sql, run);
      settle(sql, run, RunScope.WHOLE);
      new OutdatedPlan(jdbc(sql), connection, run).leaveOutChanged();
    });
  }

  private void take(Connection sql, RunId run) {
    if (!rows(sql).begun(connection, run, now())) {
      throw RunDecided.already(history.get(run));
    }
  }

  private void settle(Connection sql, RunId run, RunScope scope) throws SQLException {
    try (var writing = new BaselineWriting(sql, connection)) {
      Approval.write(sql, connection, run, scope);
      new RunWork(dataSource, connection, run).settle(sql, writing, clock.instant());
    }
  }

  /**
   * Ends a run that was begun and never ended, if its plan is out of date by now (R1): what it has
   * not done is left to the next plan.
   *
   * @return whether it was out of date
   */
  boolean endWhenOutdated(RunId run) throws SQLException {
    if (!history.stale(run)) {
      return false;
    }
    inTransaction(sql -> {
      new OutdatedPlan(jdbc(sql), connection, run).leaveOut();
      new RunEnding(jdbc(sql), connection, run).end(now());
    });
    return true;
  }

  private void end(RunId run, boolean giveUp) throws SQLException {
    inTransaction(sql -> {
      var ending = new RunEnding(jdbc(sql), connection, run);
      if (giveUp) {
        ending.giveUpUnanswered();
      }
      ending.end(now());
    });
  }

  /** Statistics follow by themselves, but the next plan may come before; a guess costs seconds. */
  private void refreshStatistics(long operations) {
    if (operations >= ENOUGH_TO_CHANGE_STATISTICS) {
      for (var table : List.of("class_baseline", "seat_baseline", "run_class", "run_operation")) {
        JdbcClient.create(dataSource).sql("analyze " + table).update();
      }
    }
  }

  private OffsetDateTime now() {
    return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private static RunRows rows(Connection sql) {
    return new RunRows(jdbc(sql));
  }

  private static JdbcClient jdbc(Connection sql) {
    return JdbcClient.create(new SingleConnectionDataSource(sql, true));
  }

  @FunctionalInterface
  private interface Work {
    void with(Connection sql) throws SQLException;
  }

  private void inTransaction(Work work) throws SQLException {
    var sql = lease.session();
    sql.setAutoCommit(false);
    try {
      work.with(sql);
      sql.commit();
    } finally {
      sql.rollback();
      sql.setAutoCommit(true);
    }
  }
}
