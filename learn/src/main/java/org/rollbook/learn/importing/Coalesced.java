package org.rollbook.learn.importing;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * One piece of work for everybody who waits for it. Who asks gets the outcome of a turn that began
 * after the question: what happened before the question is in it. At most one turn is under way,
 * and everybody who asks meanwhile shares the next.
 */
final class Coalesced<T> {
  private final Callable<T> work;
  private final Executor threads;
  private boolean underWay;
  private Optional<CompletableFuture<T>> next = Optional.empty();

  Coalesced(Callable<T> work, Executor threads) {
    this.work = work;
    this.threads = threads;
  }

  synchronized CompletableFuture<T> ask() {
    var asked = next.orElseGet(CompletableFuture::new);
    next = Optional.of(asked);
    begin();
    return asked;
  }

  private synchronized void begin() {
    if (!underWay && next.isPresent()) {
      var turn = next.get();
      next = Optional.empty();
      underWay = true;
      threads.execute(() -> take(turn));
    }
  }

  private void take(CompletableFuture<T> turn) {
    try {
      var outcome = work.call();
      ended();
      turn.complete(outcome);
    } catch (Exception | Error failure) {
      ended();
      turn.completeExceptionally(failure);
    }
  }

  private synchronized void ended() {
    underWay = false;
    begin();
  }
}
