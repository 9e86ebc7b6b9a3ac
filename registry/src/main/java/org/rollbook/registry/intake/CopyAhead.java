package org.rollbook.registry.intake;

import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;

/**
 * Sends rows to the database on a thread of its own, so that reading goes on meanwhile: students
 * take the database longer than the reader, enrolments the reader longer than the database. Until
 * it is finished or abandoned, nobody else may use the connection.
 */
final class CopyAhead {
  /** Portions of a quarter of a megabyte that may wait: what makes up for students, and no more. */
  private static final int WAITING = 64;

  private final CopyManager copies;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("rollbook-copy").factory());
  private final Semaphore room = new Semaphore(WAITING);
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

  // Of the thread alone, until it has ended.
  private final Map<StagingTable, Long> copied = new EnumMap<>(StagingTable.class);
  private @Nullable StagingTable copying;
  private @Nullable CopyIn copy;

  CopyAhead(CopyManager copies) {
    this.copies = copies;
  }

  /** Takes the bytes over; waits while too many are on their way. */
  void send(StagingTable table, byte[] bytes, int length) {
    try {
      room.acquire();
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
    throwFailure();
    thread.execute(() -> {
      try {
        if (failure.get() == null) {
          write(table, bytes, length);
        }
      } catch (SQLException | RuntimeException | Error e) {
        failure.compareAndSet(null, e);
      } finally {
        room.release();
      }
    });
  }

  private void write(StagingTable table, byte[] bytes, int length) throws SQLException {
    if (copying != table) {
      endCopy();
      copy = copies.copyIn(table.copy());
      copying = table;
    }
    Objects.requireNonNull(copy).writeToCopy(bytes, 0, length);
  }

  /**
   * Waits until all is sent, and ends the copy: the connection can be asked things again. Not with
   * the executor's {@code close}: what waits would be dropped when this thread is interrupted, and
   * the rest be taken for the whole.
   *
   * @throws IllegalStateException when this thread is interrupted; then to be abandoned
   */
  void finish() {
    thread.shutdown();
    try {
      while (!thread.awaitTermination(1, TimeUnit.MINUTES)) {
        // The database may take its time; what it does not answer at all is the connection's
        // matter.
      }
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
    throwFailure();
    try {
      endCopy();
    } catch (SQLException e) {
      throw Statements.failed("reading the snapshot in", e);
    }
  }

  private static IllegalStateException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new IllegalStateException(
        "The import was interrupted while it read. Nothing was changed; import again.", e);
  }

  /** How many rows the database says it has of those that were sent. */
  long copied(StagingTable table) {
    return copied.getOrDefault(table, 0L);
  }

  private void endCopy() throws SQLException {
    if (copy != null) {
      copied.merge(Objects.requireNonNull(copying), copy.endCopy(), Long::sum);
    }
    copy = null;
    copying = null;
  }

  private void throwFailure() {
    switch (failure.get()) {
      case null -> {}
      case SQLException e -> throw Statements.failed("reading the snapshot in", e);
      case Error e -> throw e;
      case Throwable e -> throw new IllegalStateException("rows were not sent", e);
    }
  }

  /** After a failure while reading: what waits is not sent, and the connection can roll back. */
  void abandon() {
    failure.compareAndSet(null, new IllegalStateException("the snapshot was abandoned"));
    thread.close();
    try {
      if (copy != null && copy.isActive()) {
        copy.cancelCopy();
      }
    } catch (SQLException e) {
      // The connection is gone, and the half-read snapshot with it: nothing is left to undo.
      System.getLogger(CopyAhead.class.getName())
          .log(System.Logger.Level.DEBUG, "copy not cancelled", e);
    }
  }
}
