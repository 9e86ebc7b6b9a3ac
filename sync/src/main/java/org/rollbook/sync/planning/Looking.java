package org.rollbook.sync.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.rollbook.core.reconcile.ClassPlan;
import org.rollbook.core.reconcile.Look;
import org.rollbook.core.reconcile.Reconciler;
import org.rollbook.sync.target.Target;
import org.rollbook.sync.target.TargetUnavailable;

/**
 * Reconciles a portion of classes, and looks at those whose plan a person's hand may have turned,
 * and at those with operations that never got an answer: one look for each of these and none for
 * any other (R7).
 */
final class Looking {
  private static final int LOOKS_AT_ONCE = 32;

  private final Reconciler reconciler;
  private final Target target;
  private final Planner.Progress progress;

  /**
   * A class and its plan.
   *
   * @param unseen whether it could not be looked at, so that the plan leaves it as it is and a
   *     later one has to look again
   */
  record Decided(PlannedClass planned, ClassPlan plan, boolean unseen) {
    static Decided of(PlannedClass planned, ClassPlan plan) {
      return new Decided(planned, plan, false);
    }

    static Decided unseen(PlannedClass planned) {
      return new Decided(
          planned,
          new ClassPlan(
              planned.facts().section(), List.of(), List.of(), planned.baseline(), Look.NONE),
          true);
    }
  }

  Looking(Reconciler reconciler, Target target, Planner.Progress progress) {
    this.reconciler = reconciler;
    this.target = target;
    this.progress = progress;
  }

  /**
   * Decides the classes, in order. Left out is a class that has operations without an answer and
   * still gives none: nobody knows how it stands, and it must not keep the others from their plan
   * (R4). Its operations stay open, which brings it into the next plan. One that cannot be looked
   * at for another reason is left as it is, and marked.
   *
   * @throws TargetUnavailable when the target cannot be used at all
   */
  List<Decided> decide(List<PlannedClass> classes) throws TargetUnavailable, InterruptedException {
    var places = new Semaphore(LOOKS_AT_ONCE);
    var decided = new ArrayList<Future<Optional<Decided>>>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var planned : classes) {
        var plan = reconciler.reconcile(planned.facts());
        if (!planned.unanswered().isEmpty()) {
          decided.add(threads.submit(() -> heard(planned, places)));
        } else if (plan.wantsLook() != Look.NONE) {
          decided.add(threads.submit(() -> Optional.of(seen(planned, plan.wantsLook(), places))));
        } else {
          decided.add(CompletableFuture.completedFuture(Optional.of(Decided.of(planned, plan))));
        }
      }
      return results(decided);
    }
  }

  private Optional<Decided> heard(PlannedClass planned, Semaphore places)
      throws TargetUnavailable, InterruptedException {
    try {
      return Optional.of(lookedAt(planned, true, places));
    } catch (TargetUnavailable e) {
      if (e.leftAlone()) {
        throw e;
      }
      progress.classLeftOut(planned.name(), e);
      return Optional.empty();
    }
  }

  private Decided seen(PlannedClass planned, Look wanted, Semaphore places)
      throws TargetUnavailable, InterruptedException {
    try {
      var decided = lookedAt(planned, wanted == Look.SEATS, places);
      // A class that a hand took up again may have more waiting for it than one look could tell.
      return decided.plan().wantsLook() == Look.SEATS ? lookedAt(planned, true, places) : decided;
    } catch (TargetUnavailable e) {
      if (e.leftAlone() || target.check().isPresent()) {
        throw e;
      }
      progress.classLeftOut(planned.name(), e);
      return Decided.unseen(planned);
    }
  }

  private Decided lookedAt(PlannedClass planned, boolean seats, Semaphore places)
      throws TargetUnavailable, InterruptedException {
    places.acquire();
    try {
      var looked = planned.observed(target.look(planned.address(), seats));
      return Decided.of(looked, reconciler.reconcile(looked.facts()));
    } finally {
      places.release();
    }
  }

  private static List<Decided> results(List<Future<Optional<Decided>>> futures)
      throws TargetUnavailable, InterruptedException {
    var results = new ArrayList<Decided>(futures.size());
    try {
      for (var future : futures) {
        future.get().ifPresent(results::add);
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
