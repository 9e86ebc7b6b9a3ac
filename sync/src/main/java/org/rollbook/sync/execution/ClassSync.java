package org.rollbook.sync.execution;

import java.sql.SQLException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;
import org.rollbook.sync.accounts.AccountMatching;
import org.rollbook.sync.connections.ConnectionId;
import org.rollbook.sync.connections.ConnectionRemoval;
import org.rollbook.sync.connections.Connections;
import org.rollbook.sync.connections.KeptOfConnection;
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
import org.rollbook.sync.target.TargetUnavailable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps a connection's classes in step: plans, guards, runs, goes on with what was interrupted
 * (R1–R4). A connection never has two runs at once, whatever number of processes try.
 */
public final class ClassSync {
  /**
   * So many connections are worked on at once in a process. Each holds up to three sessions of the
   * database (its lease, and a plan's reading and writing) while it needs another now and then, for
   * a token of the quota: more at once could take the whole pool and wait for each other.
   */
  private static final int AT_ONCE = 4;

  private static final DateTimeFormatter TO_THE_MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

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
    try (var _ = turn();
        var opened = open(connections.get(id), patience, progress)) {
      var run = plan(opened, progress);
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
    try (var _ = turn();
        var lease = lease(connections.get(id));
        var opened = open(connections.get(id), patience, progress)) {
      return new LeasedSync(
              history, execution(lease, opened), () -> plan(opened, progress), progress)
          .sync(id);
    }
  }

  /**
   * Runs a plan that waits for a person's decision, or the part of it that is approved.
   *
   * @throws IllegalArgumentException when there is no such plan
   * @throws RunDecided when it does not wait
   * @throws StalePlan when the roster or the accounts have moved on since the plan was made, or
   *     another run
   * @throws AlreadyRunning when another run of the connection is under way
   */
  public RunReport approve(RunId run, RunScope scope, RunProgress progress)
      throws TargetUnavailable, InterruptedException {
    var id = history.get(run).connection();
    try (var _ = turn();
        var lease = lease(connections.get(id));
        var opened = open(connections.get(id), patience, progress)) {
      requireDecidable(run);
      return execution(lease, opened).execute(run, scope, progress);
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
      var missing = opened.target().check();
      connections.found(id, missing);
      return missing;
    } catch (TargetUnavailable e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  /** What is known of a connection's classes, and would be lost with it. */
  public KeptOfConnection kept(ConnectionId id) {
    return new ConnectionRemoval(dataSource, connections.get(id)).kept();
  }

  /**
   * Forgets a connection with its baseline, kept changes and runs. Nothing is done at the target.
   *
   * @throws IllegalArgumentException when there is no such connection
   * @throws AlreadyRunning when a run of it is under way
   */
  public void disconnect(ConnectionId id) {
    var connection = connections.get(id);
    try (var _ = lease(connection)) {
      new ConnectionRemoval(dataSource, connection).remove();
    }
  }

  // --- one at a time ---------------------------------------------------------------------------

  private record Turn(Semaphore turns) implements AutoCloseable {
    @Override
    public void close() {
      turns.release();
    }
  }

  /**
   * Before the lease, and before the connection is read: who waits for a turn holds nothing, and
   * goes by the limits and the key of when it comes.
   */
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

  private OpenedTarget open(TargetConnection connection, Patience patience, RunProgress progress)
      throws TargetUnavailable {
    requireMayBeCalled(connection);
    var credentials = connections.credentials(connection);
    var quotas = targets.quotas(connection, credentials);
    var quota = quotas.isEmpty() ? Quota.UNLIMITED : SharedQuota.of(dataSource, quotas);
    var calls =
        new Calls(
            quota,
            patience,
            random,
            progress::waiting,
            asked -> connections.leaveAlone(connection, asked));
    var target = new FaultsApart(targets.open(connection, credentials, calls), progress);
    return new OpenedTarget(connection, target, calls);
  }

  private void requireMayBeCalled(TargetConnection connection) throws TargetUnavailable {
    var until = connections.leftAloneUntil(connection);
    if (until.isPresent()) {
      var says =
          "The target of %s asked not to be called before %s UTC, so nothing was sent: wait until then."
              .formatted(connection.id(), TO_THE_MINUTE.format(until.get().plusSeconds(59)));
      throw TargetUnavailable.leftAlone(says, new IllegalStateException(says));
    }
  }

  private RunLife execution(Lease lease, OpenedTarget opened) {
    return new RunLife(dataSource, lease, opened, history, clock);
  }

  private RunId plan(OpenedTarget opened, RunProgress progress)
      throws TargetUnavailable, InterruptedException {
    try {
      progress.step("matching people with accounts");
      new AccountMatching(dataSource, clock).refresh(opened.connection(), opened.target());
      progress.step("planning");
      var run =
          new Planner(dataSource, clock).plan(opened.connection(), opened.target(), told(progress));
      if (opened.keepCalls(jdbc, run) > 0) {
        // Without a question there was no answer: nothing new is known of the target.
        connections.found(opened.connection().id(), Optional.empty());
      }
      return run;
    } catch (TargetUnavailable e) {
      connections.found(opened.connection().id(), Optional.of(String.valueOf(e.getMessage())));
      throw e;
    }
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
}
