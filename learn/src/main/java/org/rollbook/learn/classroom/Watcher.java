package org.rollbook.learn.classroom;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.rollbook.learn.importing.SyncRun;

/**
 * One open page that a run is shown to. What it has not taken yet gives way to what is newer, so
 * that a slow reader costs no memory. Thread-safe.
 */
final class Watcher implements AutoCloseable {
  private final Consumer<Watcher> leaves;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition news = lock.newCondition();
  private Optional<SyncRun> newest = Optional.empty();
  private boolean over;

  /**
   * @param leaves what to do when the page is gone
   */
  Watcher(Consumer<Watcher> leaves) {
    this.leaves = leaves;
  }

  /** What there is to tell the page now. */
  sealed interface News {
    /** The run as it is now. */
    record Run(SyncRun run) implements News {}

    /** Nothing new in all the time waited. */
    record Nothing() implements News {}

    /** Nothing will come any more: the server closes. */
    record Over() implements News {}
  }

  void show(SyncRun run) {
    lock.lock();
    try {
      newest = Optional.of(run);
      news.signal();
    } finally {
      lock.unlock();
    }
  }

  /** Ends the page's stream; the page may come again. */
  void end() {
    lock.lock();
    try {
      over = true;
      news.signal();
    } finally {
      lock.unlock();
    }
  }

  /** Waits for something new, at most so long. */
  News next(Duration atMost) throws InterruptedException {
    lock.lock();
    try {
      long left = atMost.toNanos();
      while (newest.isEmpty() && !over && left > 0) {
        left = news.awaitNanos(left);
      }
      return taken();
    } finally {
      lock.unlock();
    }
  }

  private News taken() {
    if (over) {
      return new News.Over();
    }
    var run = newest;
    newest = Optional.empty();
    return run.<News>map(News.Run::new).orElseGet(News.Nothing::new);
  }

  @Override
  public void close() {
    leaves.accept(this);
  }
}
