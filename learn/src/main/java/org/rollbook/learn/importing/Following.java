package org.rollbook.learn.importing;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Shows runs to those who follow them: at once for a run of this process, and by looking again each
 * second for one of another.
 */
final class Following {
  private final RunRows runs;
  private final Executor threads;
  private final ConcurrentMap<RunId, Set<Follower>> followers = new ConcurrentHashMap<>();

  Following(RunRows runs, Executor threads) {
    this.runs = runs;
    this.threads = threads;
  }

  /** A run has moved on. */
  void changed(RunId run) {
    followers.getOrDefault(run, Set.of()).forEach(Follower::wake);
  }

  Subscription follow(RunId run, Consumer<SyncRun> tell) {
    var follower = new Follower(run, tell);
    followers.compute(
        run,
        (id, others) -> {
          var all = others == null ? new CopyOnWriteArraySet<Follower>() : others;
          all.add(follower);
          return all;
        });
    threads.execute(follower);
    return follower;
  }

  private final class Follower implements Runnable, Subscription {
    private final RunId run;
    private final Consumer<SyncRun> tell;
    private final Semaphore news = new Semaphore(0);
    private volatile boolean closed;
    private Optional<SyncRun> told = Optional.empty();

    Follower(RunId run, Consumer<SyncRun> tell) {
      this.run = run;
      this.tell = tell;
    }

    void wake() {
      news.release();
    }

    @Override
    public void run() {
      try {
        boolean more = true;
        while (more && !closed) {
          // Before looking: what happens while we look wakes us once more.
          news.drainPermits();
          more = look();
          if (more) {
            boolean woken = news.tryAcquire(1, TimeUnit.SECONDS);
            more = woken || !closed;
          }
        }
      } catch (InterruptedException ended) {
        Thread.currentThread().interrupt();
      } finally {
        forget();
      }
    }

    /** Whether there will be more to tell. */
    private boolean look() {
      var now = runs.load(run);
      if (now.isPresent() && !now.equals(told) && !closed) {
        told = now;
        tell.accept(now.get());
      }
      return now.isPresent() && now.get().ended().isEmpty();
    }

    private void forget() {
      followers.computeIfPresent(
          run,
          (id, all) -> {
            all.remove(this);
            return all.isEmpty() ? null : all;
          });
    }

    @Override
    public void close() {
      closed = true;
      wake();
    }
  }
}
