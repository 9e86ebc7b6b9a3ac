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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * A run from its beginning to its end (R3): begun in one transaction with what its plan settles,
 * executed, and ended with what is left of it. Whoever uses it holds the connection's lease.
 */
final class RunLife {
  private static final long ENOUGH_TO_CHANGE_STATISTICS = 2_000;

  private final DataSource dataSource;
  private final OpenedTarget opened;
  private final TargetConnection connection;
  private final RunHistory history;
  private final InstantSource clock;

  RunLife(DataSource dataSource, OpenedTarget opened, RunHistory history, InstantSource clock) {
    this.dataSource = dataSource;
    this.opened = opened;
    this.connection = opened.connection();
    this.history = history;
    this.clock = clock;
  }

  /**
   * Adds the calls made since to the run's.
   *
   * @return how many of them were made to read
   */
  long keepCalls(RunId run) {
    long reads = opened.calls().takeReads();
    new RunRows(JdbcClient.create(dataSource))
        .addCalls(connection, run, reads, opened.calls().takeWrites());
    return reads;
  }

  /**
   * Begins the run, or goes on with it, and ends it as far as it came.
   *
   * @param scope what of a plan that is not begun yet is approved
   * @throws RunDecided when somebody else has decided the plan
   */
  RunReport execute(RunId run, RunScope scope, RunProgress progress) throws InterruptedException {
    try {
      begin(run, scope);
      var report = history.get(run);
      progress.begin(report.toDo());
      var execution =
          new RunExecution(
              dataSource, connection, opened.target(), opened.calls(), clock, progress, run);
      try {
        execution.run();
      } finally {
        var _ = keepCalls(run);
      }
      boolean unanswered = !execution.trouble().isEmpty() && !execution.interrupted();
      // That it worked for some says nothing of now: it may have gone down in the middle.
      boolean giveUp = unanswered && opened.target().check().isEmpty();
      end(run, giveUp);
      refreshStatistics(report.planned());
      return history.get(run).inTrouble(execution.trouble());
    } catch (SQLException e) {
      throw new IllegalStateException(
          "run " + run + " stopped; the next 'sync' goes on from here", e);
    }
  }

  /** From here on the run will be finished, whatever happens to this process. */
  private void begin(RunId run, RunScope scope) throws SQLException {
    if (history.get(run).status().begun()) {
      return;
    }
    inTransaction(sql -> {
      if (!rows(sql).begun(connection, run, now())) {
        throw RunDecided.already(history.get(run));
      }
      try (var writing = new BaselineWriting(sql, connection)) {
        Approval.write(sql, connection, run, scope);
        new RunWork(dataSource, connection, run).settle(sql, writing, clock.instant());
      }
    });
  }

  private void end(RunId run, boolean giveUp) throws SQLException {
    inTransaction(sql -> {
      var single = JdbcClient.create(new SingleConnectionDataSource(sql, true));
      var ending = new RunEnding(single, connection, run);
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
    return new RunRows(JdbcClient.create(new SingleConnectionDataSource(sql, true)));
  }

  @FunctionalInterface
  private interface Work {
    void with(Connection sql) throws SQLException;
  }

  private void inTransaction(Work work) throws SQLException {
    try (var sql = dataSource.getConnection()) {
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
}
