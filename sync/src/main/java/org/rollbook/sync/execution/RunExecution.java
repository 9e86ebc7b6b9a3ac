package org.rollbook.sync.execution;

import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.rollbook.sync.connections.TargetConnection;
import org.rollbook.sync.quota.Calls;
import org.rollbook.sync.runs.RunId;
import org.rollbook.sync.target.Target;
import org.rollbook.sync.target.TargetUnavailable;

/**
 * Does all operations of a run that are not over: classes side by side on virtual threads, within a
 * class one after the other. Classes for which the target could not be used are tried again in
 * further rounds, as long as a round gets anywhere.
 */
final class RunExecution {
  private static final int CLASSES_AT_ONCE = 48;
  private static final int ROUNDS = 6;

  /** For answers under way when somebody stops the run: they wait for their prompt. */
  private static final Duration MOMENT = Duration.ofMillis(1_500);

  /** So many classes in a row without any success: the target is down, and asking on is no use. */
  private static final int FAILURES_IN_A_ROW = 12;

  private final Lease lease;
  private final TargetConnection connection;
  private final Target target;
  private final Calls calls;
  private final InstantSource clock;
  private final RunProgress progress;
  private final FirstContact firstContact;
  private final RunId run;
  private final RunWork work;

  private final AtomicInteger failuresInARow = new AtomicInteger();

  /** Of journal or database, or of the process itself; of the target it would be one class's. */
  private final AtomicReference<Throwable> fault = new AtomicReference<>();

  private final AtomicReference<TargetUnavailable> unavailable = new AtomicReference<>();
  private volatile boolean interrupted;

  RunExecution(
      DataSource dataSource,
      Lease lease,
      OpenedTarget opened,
      InstantSource clock,
      RunProgress progress,
      RunId run) {
    this.lease = lease;
    this.connection = opened.connection();
    this.target = opened.target();
    this.calls = opened.calls();
    this.clock = clock;
    this.progress = progress;
    this.run = run;
    this.work = new RunWork(dataSource, connection, run);
    this.firstContact = new RosterFirstContact(dataSource, connection, clock);
  }

  /**
   * What is left is what the target gave no answer to, or what an interruption left: no operation
   * is begun after it, and those under way get a moment for their answers.
   */
  void run() throws SQLException {
    try (var journal = new Journal(lease.session(), connection, run, calls)) {
      for (int round = 1; round <= ROUNDS; round++) {
        unavailable.set(null);
        failuresInARow.set(0);
        int succeeded = round(journal);
        if (interrupted || leftAlone() || unavailable.get() == null || succeeded == 0) {
          return;
        }
      }
    }
  }

  private int round(Journal journal) throws SQLException {
    var succeeded = new AtomicInteger();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      try {
        executeAll(threads, journal, succeeded);
      } catch (InterruptedException e) {
        // Not passed on: who interrupts a run is answered by its report.
        stop(threads);
      }
    }
    if (!interrupted) {
      requireNoFault();
    }
    return succeeded.get();
  }

  private void requireNoFault() {
    switch (fault.get()) {
      case null -> {}
      case Error e -> throw e;
      case RuntimeException e -> throw e;
      case Throwable e -> throw new IllegalStateException(e);
    }
  }

  private void executeAll(ExecutorService threads, Journal journal, AtomicInteger succeeded)
      throws SQLException, InterruptedException {
    var places = new Semaphore(CLASSES_AT_ONCE);
    var portion = next(0);
    while (!portion.isEmpty() && goOn()) {
      for (var todo : portion) {
        places.acquire();
        threads.execute(() -> {
          try {
            execute(journal, todo, succeeded);
          } finally {
            places.release();
          }
        });
      }
      portion = next(portion.getLast().section().number());
    }
    threads.shutdown();
    var _ = threads.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
  }

  /** A pool of database connections tells of an interruption in its own words. */
  private List<RunClass> next(long after) throws SQLException, InterruptedException {
    try {
      return work.next(after);
    } catch (SQLException e) {
      if (Thread.interrupted()) {
        throw (InterruptedException) new InterruptedException().initCause(e);
      }
      throw e;
    }
  }

  private void stop(ExecutorService threads) {
    interrupted = true;
    progress.step("stopping: waiting a moment for what was sent");
    threads.shutdown();
    try {
      if (threads.awaitTermination(MOMENT.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      // Asked twice: then without the moment.
    }
    var _ = threads.shutdownNow();
  }

  private boolean goOn() {
    return !interrupted
        && !leftAlone()
        && fault.get() == null
        && failuresInARow.get() < FAILURES_IN_A_ROW;
  }

  private void execute(Journal journal, RunClass todo, AtomicInteger succeeded) {
    if (!goOn()) {
      return;
    }
    try {
      new ClassExecution(target, journal, firstContact, clock, todo, () -> interrupted).run();
      failuresInARow.set(0);
      succeeded.incrementAndGet();
      progress.answered(todo.operations().size());
    } catch (TargetUnavailable e) {
      unavailable.updateAndGet(last -> last != null && last.leftAlone() ? last : e);
      if (!e.onlyOneClass()) {
        failuresInARow.incrementAndGet();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      fault.compareAndSet(null, e);
    }
  }

  /** Whether somebody stopped it. */
  boolean interrupted() {
    return interrupted;
  }

  /** Whether the target asked to be left alone, so that nobody may even ask how it is. */
  boolean leftAlone() {
    var last = unavailable.get();
    return last != null && last.leftAlone();
  }

  /** Why something is left, for a person; empty text when nothing is. */
  String trouble() {
    if (interrupted) {
      return "Interrupted. What was answered is written down, and nothing is lost.";
    }
    var last = unavailable.get();
    return last == null ? "" : String.valueOf(last.getMessage());
  }
}
