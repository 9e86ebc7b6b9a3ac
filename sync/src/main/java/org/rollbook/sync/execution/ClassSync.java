package org.rollbook.sync.execution;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;
import org.rollbook.sync.accounts.AccountMatching;
import org.rollbook.sync.baseline.BaselineWriting;
import org.rollbook.sync.connections.ConnectionId;
import org.rollbook.sync.connections.Connections;
import org.rollbook.sync.connections.TargetConnection;
import org.rollbook.sync.planning.Planner;
import org.rollbook.sync.quota.Calls;
import org.rollbook.sync.quota.Patience;
import org.rollbook.sync.quota.Quota;
import org.rollbook.sync.quota.SharedQuota;
import org.rollbook.sync.runs.RunHistory;
import org.rollbook.sync.runs.RunId;
import org.rollbook.sync.runs.RunReport;
import org.rollbook.sync.runs.RunRows;
import org.rollbook.sync.runs.RunStatus;
import org.rollbook.sync.target.Target;
import org.rollbook.sync.target.TargetUnavailable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Keeps a connection's classes in step: plans, guards, runs, goes on with what was interrupted
 * (R1–R4). A connection never has two runs at once, whatever number of processes try.
 */
public final class ClassSync {
  private static final long ENOUGH_TO_CHANGE_STATISTICS = 2_000;

  /**
   * So many connections are worked on at once in a process. Each holds up to three sessions of the
   * database (its lease, and a plan's reading and writing) while it needs another now and then, for
   * a token of the quota: more at once could take the whole pool and wait for each other.
   */
  private static final int AT_ONCE = 4;

  private final DataSource dataSource;
  private final JdbcClient jdbc;
  private final Connections connections;
  private final Targets targets;
  private final Patience patience;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final RunHistory history;
  private final Semaphore turns = new Semaphore(AT_ONCE, true);

  /**
   * @param random for the jitter of repeated calls; safe for many threads
   */
  public ClassSync(
      DataSource dataSource,
      Connections connections,
      Targets targets,
      Patience patience,
      InstantSource clock,
      RandomGenerator random) {
    this.dataSource = dataSource;
    this.jdbc = JdbcClient.create(dataSource);
    this.connections = connections;
    this.targets = targets;
    this.patience = patience;
    this.clock = clock;
    this.random = random;
    this.history = new RunHistory(jdbc);
  }

  /** What runs there were. */
  public RunHistory history() {
    return history;
  }

  /** Makes a plan to be looked at, and changes nothing at the target. */
  public RunReport plan(ConnectionId id, RunProgress progress)
      throws TargetUnavailable, InterruptedException {
    var connection = connections.get(id);
    try (var _ = turn();
        var opened = open(connection, patience, progress)) {
      var run = plan(connection, opened, progress);
      return history.get(run);
    }
  }

  /**
   * Goes on with what was interrupted, then plans, guards and runs.
   *
   * @throws AlreadyRunning when another run of the connection is under way
   */
  public RunReport sync(ConnectionId id, RunProgress progress)
      throws TargetUnavailable, InterruptedException {
    var connection = connections.get(id);
    try (var _ = turn();
        var _ = lease(connection);
        var opened = open(connection, patience, progress)) {
      var interrupted = history.begun(id);
      if (interrupted.isPresent()) {
        progress.step("going on with " + interrupted.get());
        var resumed = execute(connection, opened, interrupted.get(), RunScope.WHOLE, progress);
        if (resumed.status().begun()) {
          return resumed;
        }
      }
      var run = plan(connection, opened, progress);
      var planned = history.get(run);
      boolean goneOn = interrupted.isPresent() && planned.planned() == 0;
      if (planned.status() == RunStatus.HELD) {
        return planned;
      }
      var report = execute(connection, opened, run, RunScope.WHOLE, progress);
      // Who asks again after a kill wants to know what became of the run, not that nothing is left.
      return goneOn ? history.get(interrupted.get()) : report;
    } catch (SQLException e) {
      throw new IllegalStateException("the run of " + id + " stopped", e);
    }
  }

  /**
   * Runs a plan that waits for a person's decision, or the part of it that is approved.
   *
   * @throws IllegalArgumentException when there is no such plan
   * @throws RunDecided when it does not wait
   * @throws StalePlan when the roster has moved on since the plan was made
   * @throws AlreadyRunning when another run of the connection is under way
   */
  public RunReport approve(RunId run, RunScope scope, RunProgress progress)
      throws TargetUnavailable, InterruptedException {
    var connection = connections.get(history.get(run).connection());
    try (var _ = turn();
        var _ = lease(connection);
        var opened = open(connection, patience, progress)) {
      requireDecidable(run);
      return execute(connection, opened, run, scope, progress);
    } catch (SQLException e) {
      throw new IllegalStateException("run " + run + " stopped", e);
    }
  }

  private void requireDecidable(RunId run) {
    var report = history.get(run);
    if (!report.status().awaitsDecision()) {
      throw RunDecided.already(report);
    }
    if (history.stale(run)) {
      throw new StalePlan(run);
    }
    var begun = history.begun(report.connection());
    if (begun.isPresent()) {
      throw RunDecided.after(begun.get(), report);
    }
  }

  /**
   * Throws a plan away.
   *
   * @throws IllegalArgumentException when there is no such plan
   * @throws RunDecided when it does not wait
   */
  public RunReport discard(RunId run) {
    var connection = connections.get(history.get(run).connection());
    boolean discarded = new RunRows(jdbc).discard(connection, run);
    var report = history.get(run);
    if (!discarded) {
      throw RunDecided.already(report);
    }
    return report;
  }

  /** What is missing for the connection to work, for a person; absent when nothing is. */
  public Optional<String> check(ConnectionId id) throws InterruptedException {
    try (var opened = open(connections.get(id), Patience.FOR_A_QUESTION, RunProgress.NONE)) {
      return opened.target.check();
    }
  }

  // --- one at a time ---------------------------------------------------------------------------

  private record Turn(Semaphore turns) implements AutoCloseable {
    @Override
    public void close() {
      turns.release();
    }
  }

  /** Before the lease: who waits for a turn holds nothing. */
  private Turn turn() throws InterruptedException {
    turns.acquire();
    return new Turn(turns);
  }

  private Lease lease(TargetConnection connection) {
    try {
      return Lease.take(dataSource, connection.id())
          .orElseThrow(() -> new AlreadyRunning(connection.id()));
    } catch (SQLException e) {
      throw new IllegalStateException("no lease for " + connection.id(), e);
    }
  }

  private record Opened(Target target, Calls calls) implements AutoCloseable {
    @Override
    public void close() {
      target.close();
    }
  }

  private Opened open(TargetConnection connection, Patience patience, RunProgress progress) {
    var credentials = connections.credentials(connection);
    var quotas = targets.quotas(connection, credentials);
    var quota = quotas.isEmpty() ? Quota.UNLIMITED : SharedQuota.of(dataSource, quotas);
    var calls = new Calls(quota, patience, random, progress::waiting);
    return new Opened(targets.open(connection, credentials, calls), calls);
  }

  private RunId plan(TargetConnection connection, Opened opened, RunProgress progress)
      throws TargetUnavailable, InterruptedException {
    progress.step("matching people with accounts");
    new AccountMatching(dataSource, clock).refresh(connection, opened.target);
    progress.step("planning");
    var run = new Planner(dataSource, clock).plan(connection, opened.target, told(progress));
    keepCalls(connection, run, opened);
    return run;
  }

  private static Planner.Progress told(RunProgress progress) {
    return new Planner.Progress() {
      @Override
      public void classesPlanned(int count) {}

      @Override
      public void classLeftOut(String name, TargetUnavailable why) {
        progress.step("leaving %s for the next sync: %s".formatted(name, why.getMessage()));
      }
    };
  }

  private void keepCalls(TargetConnection connection, RunId run, Opened opened) {
    new RunRows(jdbc)
        .addCalls(connection, run, opened.calls.takeReads(), opened.calls.takeWrites());
  }

  private RunReport execute(
      TargetConnection connection, Opened opened, RunId run, RunScope scope, RunProgress progress)
      throws InterruptedException {
    try {
      begin(connection, run, scope);
      var report = history.get(run);
      progress.begin(report.planned() - report.done() - report.refused() - report.left());
      var execution =
          new RunExecution(
              dataSource, connection, opened.target, opened.calls, clock, progress, run);
      try {
        execution.run();
      } finally {
        keepCalls(connection, run, opened);
      }
      boolean unanswered = !execution.trouble().isEmpty() && !execution.interrupted();
      boolean giveUp = unanswered && (execution.targetWorked() || opened.target.check().isEmpty());
      end(connection, run, giveUp);
      refreshStatistics(report.planned());
      return history.get(run).inTrouble(execution.trouble());
    } catch (SQLException e) {
      throw new IllegalStateException(
          "run " + run + " stopped; the next 'sync' goes on from here", e);
    }
  }

  /** From here on the run will be finished, whatever happens to this process. */
  private void begin(TargetConnection connection, RunId run, RunScope scope) throws SQLException {
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

  private void end(TargetConnection connection, RunId run, boolean giveUp) throws SQLException {
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
        jdbc.sql("analyze " + table).update();
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
