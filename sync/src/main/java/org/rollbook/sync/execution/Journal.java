package org.rollbook.sync.execution;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.rollbook.core.roster.RecordId;
import org.rollbook.sync.baseline.BaselineWriting;
import org.rollbook.sync.connections.TargetConnection;
import org.rollbook.sync.quota.Calls;
import org.rollbook.sync.runs.OperationState;
import org.rollbook.sync.runs.RunId;

/**
 * The journal of one run (R3): what is about to be sent and what was answered, with what that makes
 * of the baseline, durable before {@link #write} returns. One thread writes for all: entries that
 * come while it commits are committed together, so that a fast target is not slowed by the disk.
 */
final class Journal implements AutoCloseable {
  private static final int MOST_AT_ONCE = 256;
  private static final String UPDATE =
      """
      update run_operation set state = ?, code = ?, message = ?, advice = ?
      where district_id = ? and run_id = ? and section_id = ? and number = ?
      """;

  /** With the answers, so that a killed run has paid for no call that it does not tell of. */
  private static final String COUNT_CALLS =
      """
      update run set reads = reads + ?, writes = writes + ? where district_id = ? and id = ?
      """;

  private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(MOST_AT_ONCE);
  private final TargetConnection connection;
  private final RunId run;
  private final Connection sql;
  private final PreparedStatement update;
  private final PreparedStatement count;
  private final Calls calls;
  private final BaselineWriting baselines;
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private final Thread writer;

  /**
   * What is written of one operation.
   *
   * @param code the target's name of a refusal, empty text otherwise
   */
  record Step(int number, OperationState state, String code, String message, String advice) {
    static Step of(int number, OperationState state) {
      return new Step(number, state, "", "", "");
    }
  }

  /** What is written together or not at all. */
  record Entry(RecordId section, List<Step> steps, Optional<BaselineWriting.Change> change) {}

  private record Waiting(Entry entry, CompletableFuture<Void> written, boolean last) {}

  /**
   * @param session the lease's, so that a journal that can be written is that of the one who may
   *     run
   * @param calls those made for the run
   */
  Journal(Connection session, TargetConnection connection, RunId run, Calls calls)
      throws SQLException {
    this.connection = connection;
    this.run = run;
    this.calls = calls;
    this.sql = session;
    sql.setAutoCommit(false);
    this.update = sql.prepareStatement(UPDATE);
    this.count = sql.prepareStatement(COUNT_CALLS);
    this.baselines = new BaselineWriting(sql, connection);
    this.writer = Thread.ofPlatform().name("journal-" + run).start(this::writeAll);
  }

  /** Writes an entry; it is durable when this returns. */
  void write(Entry entry) throws InterruptedException {
    var waiting = new Waiting(entry, new CompletableFuture<>(), false);
    queue.put(waiting);
    try {
      waiting.written().join();
    } catch (CompletionException e) {
      throw new IllegalStateException(
          "the journal of run %s could not be written, so it stopped; the next 'sync' goes on from here"
              .formatted(run),
          e.getCause());
    }
  }

  private void writeAll() {
    try {
      writeUntilLast();
    } finally {
      ended.complete(null);
    }
  }

  private void writeUntilLast() {
    boolean last = false;
    while (!last) {
      var batch = new ArrayList<Waiting>();
      try {
        batch.add(queue.take());
        queue.drainTo(batch, MOST_AT_ONCE - 1);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
      last = batch.stream().anyMatch(Waiting::last);
      write(batch);
    }
  }

  private void write(List<Waiting> batch) {
    long reads = calls.takeReads();
    long writes = calls.takeWrites();
    try {
      for (var waiting : batch) {
        if (!waiting.last()) {
          add(waiting.entry());
        }
      }
      update.executeBatch();
      baselines.send();
      countCalls(reads, writes);
      sql.commit();
      batch.forEach(waiting -> waiting.written().complete(null));
    } catch (SQLException | RuntimeException | Error e) {
      // Whatever it was, nobody may be left waiting for this thread.
      rollBack();
      calls.putBack(reads, writes);
      batch.forEach(waiting -> waiting.written().completeExceptionally(e));
    }
  }

  private void add(Entry entry) throws SQLException {
    for (var step : entry.steps()) {
      update.setInt(1, step.state().number());
      update.setString(2, stored(step.code()));
      update.setString(3, stored(step.message()));
      update.setString(4, stored(step.advice()));
      update.setInt(5, connection.districtId());
      update.setLong(6, run.number());
      update.setLong(7, entry.section().number());
      update.setInt(8, step.number());
      update.addBatch();
    }
    if (entry.change().isPresent()) {
      baselines.add(entry.change().get());
    }
  }

  private void countCalls(long reads, long writes) throws SQLException {
    count.setLong(1, reads);
    count.setLong(2, writes);
    count.setInt(3, connection.districtId());
    count.setLong(4, run.number());
    count.executeUpdate();
  }

  /** PostgreSQL has no NUL in a text, and what a target says must never stop the journal. */
  @SuppressWarnings("NullAway") // JDBC's word for "no value".
  private static String stored(String text) {
    return text.isEmpty() ? null : text.replace("\0", "");
  }

  private void rollBack() {
    try {
      update.clearBatch();
      baselines.forget();
      sql.rollback();
    } catch (SQLException e) {
      // The connection is gone; whoever waits for this entry is told why, and of each later one.
      System.getLogger(Journal.class.getName()).log(System.Logger.Level.DEBUG, "no rollback", e);
    }
  }

  /** Waits for what is under way, and leaves the session to others. */
  @Override
  public void close() throws SQLException {
    var end =
        new Waiting(
            new Entry(new RecordId(1), List.of(), Optional.empty()),
            new CompletableFuture<>(),
            true);
    try {
      queue.put(end);
      writer.join();
    } catch (InterruptedException e) {
      // Whoever waits for an entry is gone too; what was committed is kept.
      writer.interrupt();
      // It may be writing: two must not use the session at once.
      ended.join();
      Thread.currentThread().interrupt();
    }
    try (update;
        count;
        baselines) {
      sql.setAutoCommit(true);
    }
  }
}
