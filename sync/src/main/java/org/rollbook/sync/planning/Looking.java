package org.rollbook.sync.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.rollbook.core.reconcile.ClassPlan;
import org.rollbook.core.reconcile.Reconciler;
import org.rollbook.sync.target.Target;
import org.rollbook.sync.target.TargetUnavailable;

/**
 * Reconciles a portion of classes, and looks at those whose plan a person's hand may have turned:
 * one call for each of these and none for any other (R7).
 */
final class Looking {
  private static final int LOOKS_AT_ONCE = 32;

  private final Reconciler reconciler;
  private final Target target;

  /** A class and its plan. */
  record Decided(PlannedClass planned, ClassPlan plan) {}

  Looking(Reconciler reconciler, Target target) {
    this.reconciler = reconciler;
    this.target = target;
  }

  List<Decided> decide(List<PlannedClass> classes) throws TargetUnavailable, InterruptedException {
    var places = new Semaphore(LOOKS_AT_ONCE);
    var decided = new ArrayList<Future<Decided>>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var planned : classes) {
        var plan = reconciler.reconcile(planned.facts());
        decided.add(
            plan.wantsLook()
                ? threads.submit(() -> lookedAt(planned, places))
                : CompletableFuture.completedFuture(new Decided(planned, plan)));
      }
      return results(decided);
    }
  }

  private Decided lookedAt(PlannedClass planned, Semaphore places)
      throws TargetUnavailable, InterruptedException {
    places.acquire();
    try {
      var looked = planned.observed(target.look(planned.address(), false));
      return new Decided(looked, reconciler.reconcile(looked.facts()));
    } finally {
      places.release();
    }
  }

  private static List<Decided> results(List<Future<Decided>> futures)
      throws TargetUnavailable, InterruptedException {
    var results = new ArrayList<Decided>(futures.size());
    try {
      for (var future : futures) {
        results.add(future.get());
      }
      return results;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof TargetUnavailable unavailable) {
        throw unavailable;
      }
      throw new IllegalStateException("a class could not be decided", e.getCause());
    }
  }
}
