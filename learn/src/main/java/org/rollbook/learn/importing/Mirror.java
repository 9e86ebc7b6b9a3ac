package org.rollbook.learn.importing;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;
import org.rollbook.core.reconcile.AccountId;
import org.rollbook.core.reconcile.BaselineAfter;
import org.rollbook.core.reconcile.BaselineSeat;
import org.rollbook.core.reconcile.ClassBaseline;
import org.rollbook.core.reconcile.ClassFacts;
import org.rollbook.core.reconcile.ClassPlan;
import org.rollbook.core.reconcile.Note;
import org.rollbook.core.reconcile.Observation;
import org.rollbook.core.reconcile.Operation.CreateClass;
import org.rollbook.core.reconcile.Outcome;
import org.rollbook.core.reconcile.PlanLinter;
import org.rollbook.core.reconcile.Policy;
import org.rollbook.core.reconcile.Reconciler;
import org.rollbook.core.reconcile.Seat;
import org.rollbook.core.reconcile.SeatAgreement;
import org.rollbook.core.reconcile.SourceClass;
import org.rollbook.core.reconcile.SourceMember;
import org.rollbook.core.roster.RecordId;

/**
 * Decides one class by the mirror column of the decision table, which is core's. A pure function.
 *
 * @param plan what is done, for the line that tells of it
 * @param after how the class stands when it is done, and what is agreed then; absent when there is
 *     no class and none is to be made
 */
record Mirror(ClassPlan plan, Optional<ClassBaseline> after) {
  /** Without days of grace no time matters. */
  private static final Reconciler RECONCILER =
      new Reconciler(Policy.MIRROR, Duration.ZERO, Instant.EPOCH);

  /**
   * @param source what Clever says; absent when the section is gone
   * @throws IllegalStateException when the plan contradicts itself, which is a fault of ours
   */
  static Mirror decide(
      RecordId section, Optional<StoredClass> stored, Optional<SourceClass> source) {
    var facts =
        new ClassFacts(
            section,
            source,
            stored.map(StoredClass::baseline),
            stored.map(StoredClass::observed).orElseGet(Observation.NotLooked::new));
    var plan = RECONCILER.reconcile(facts);
    var contradictions = PlanLinter.check(facts, plan);
    if (!contradictions.isEmpty()) {
      throw new IllegalStateException("contradictions in a plan: " + contradictions);
    }
    return new Mirror(plan, done(plan).map(after -> withoutFormerOwner(after, plan, source)));
  }

  /** Our own tables refuse nothing: every operation is done, and done by us. */
  private static Optional<ClassBaseline> done(ClassPlan plan) {
    var done = new Outcome.Done();
    var after = plan.settled();
    for (var operation : plan.operations()) {
      after =
          operation instanceof CreateClass create
              ? BaselineAfter.created(plan.section(), create, done)
              : after.map(agreed -> BaselineAfter.after(agreed, operation, done));
    }
    return after;
  }

  /**
   * Elsewhere the owner of a class cannot leave it before another takes over, and core says so in a
   * note. Here owning is only a name in the class's row: whom the section does not list as a
   * teacher any more sees its students no more, whether or not anybody follows.
   */
  private static ClassBaseline withoutFormerOwner(
      ClassBaseline after, ClassPlan plan, Optional<SourceClass> source) {
    var seats = new TreeMap<>(after.seats());
    for (var note : plan.notes()) {
      if (note instanceof Note.OwnerStays stays) {
        var account = stays.owner().account();
        seats.remove(account);
        if (source.stream().anyMatch(section -> attends(section, account))) {
          var seat = SeatAgreement.ours(Seat.STUDENT);
          seats.put(account, new BaselineSeat(stays.owner().person(), seat));
        }
      }
    }
    return new ClassBaseline(
        after.section(),
        after.name(),
        after.owner(),
        after.state(),
        after.ended(),
        after.goneSince(),
        seats);
  }

  private static boolean attends(SourceClass section, AccountId account) {
    return section.students().stream()
        .map(SourceMember::person)
        .anyMatch(StoredClass.person(account)::equals);
  }
}
