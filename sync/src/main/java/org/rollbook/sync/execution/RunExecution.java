package org.rollbook.sync.execution;

import java.sql.SQLException;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.rollbook.sync.connections.TargetConnection;
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

  /** So many classes in a row without any success: the target is down, and asking on is no use. */
  private static final int FAILURES_IN_A_ROW = 12;

  private final DataSource dataSource;
  private final TargetConnection connection;
  private final Target target;
  private final InstantSource clock;
  private final RunProgress progress;
  private final FirstContact firstContact;
  private final RunId run;
  private final RunWork work;

  private final AtomicInteger failuresInARow = new AtomicInteger();
  private final AtomicReference<RuntimeException> fault = new AtomicReference<>();
  private final AtomicInteger succeededInAll = new AtomicInteger();
  private final AtomicReference<TargetUnavailable> unavailable = new AtomicReference<>();

  RunExecution(
      DataSource dataSource,
      TargetConnection connection,
      Target target,
      InstantSource clock,
      RunProgress progress,
      RunId run) {
    this.dataSource = dataSource;
    this.connection = connection;
    this.target = target;
    this.clock = clock;
    this.progress = progress;
    this.run = run;
    this.work = new RunWork(dataSource, connection, run);
    this.firstContact = new RosterFirstContact(dataSource, connection, clock);
  }

  /** What is left is what the target gave no answer to. */
  void run() throws SQLException, InterruptedException {
    try (var journal = new Journal(dataSource, connection, run)) {
      for (int round = 1; round <= ROUNDS; round++) {
        unavailable.set(null);
        failuresInARow.set(0);
        int succeeded = round(journal);
        if (unavailable.get() == null || succeeded == 0) {
          return;
        }
      }
    }
  }

  private int round(Journal journal) throws SQLException, InterruptedException {
    var succeeded = new AtomicInteger();
    var places = new Semaphore(CLASSES_AT_ONCE);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var portion = work.next(0);
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
        portion = work.next(portion.getLast().section().number());
      }
    }
    if (fault.get() != null) {
      throw fault.get();
    }
    return succeeded.get();
  }

  private boolean goOn() {
    return fault.get() == null && failuresInARow.get() < FAILURES_IN_A_ROW;
  }

  private void execute(Journal journal, RunClass todo, AtomicInteger succeeded) {
    if (!goOn()) {
      return;
    }
    try {
      new ClassExecution(target, journal, firstContact, clock, todo).run();
      failuresInARow.set(0);
      succeeded.incrementAndGet();
      succeededInAll.incrementAndGet();
      progress.answered(todo.operations().size());
    } catch (TargetUnavailable e) {
      unavailable.set(e);
      failuresInARow.incrementAndGet();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      fault.compareAndSet(null, e);
    }
  }

  /** Whether the target answered for any class at all. */
  boolean targetWorked() {
    return succeededInAll.get() > 0;
  }

  /** Why something is left, for a person; empty text when nothing is. */
  String trouble() {
    var last = unavailable.get();
    return last == null ? "" : String.valueOf(last.getMessage());
  }
}
