package org.rollbook.core.harness;

import org.rollbook.core.reconcile.AccountId;
import org.rollbook.core.reconcile.ClassFacts;
import org.rollbook.core.reconcile.ClassPlan;
import org.rollbook.core.reconcile.Operation;
import org.rollbook.core.reconcile.Operation.AddStudent;
import org.rollbook.core.reconcile.Operation.AddTeacher;
import org.rollbook.core.reconcile.Operation.ArchiveClass;
import org.rollbook.core.reconcile.Operation.ChangeOwner;
import org.rollbook.core.reconcile.Operation.CreateClass;
import org.rollbook.core.reconcile.Operation.DeclineClass;
import org.rollbook.core.reconcile.Operation.RemoveStudent;
import org.rollbook.core.reconcile.Operation.RemoveTeacher;
import org.rollbook.core.reconcile.Operation.RenameClass;
import org.rollbook.core.reconcile.Operation.RestoreClass;
import org.rollbook.core.reconcile.PlanLinter;
import org.rollbook.core.reconcile.Seat;

/**
 * What every plan must be, whatever happened before: sound, and each step asked for by the source.
 */
final class PlanWatch {
  private final SourceSection section;

  PlanWatch(SourceSection section) {
    this.section = section;
  }

  void check(ClassFacts facts, ClassPlan plan) {
    var contradictions = PlanLinter.check(facts, plan);
    Broken.unless(contradictions.isEmpty(), "no plan contradicts itself", contradictions);
    plan.operations()
        .forEach(operation ->
            Broken.unless(askedFor(operation), "the source asks for every operation", operation));
  }

  private boolean askedFor(Operation operation) {
    return switch (operation) {
      case CreateClass create ->
          section.shared()
              && create.name().equals(section.name())
              && section.primaryAccount().filter(create.owner().account()::equals).isPresent();
      case RestoreClass _ -> section.shared();
      case RenameClass rename -> section.shared() && rename.to().equals(section.name());
      case AddTeacher add -> gives(add.member().account(), Seat.TEACHER);
      case AddStudent add -> gives(add.member().account(), Seat.STUDENT);
      case RemoveTeacher remove -> takes(remove.member().account(), Seat.TEACHER);
      case RemoveStudent remove -> takes(remove.member().account(), Seat.STUDENT);
      case ChangeOwner change -> section.shared() && mayOwn(change);
      case ArchiveClass _, DeclineClass _ -> !section.shared();
    };
  }

  /**
   * The primary teacher; while there is none to be had, a co-teacher in the place of an account
   * that one of the section's people has no more.
   */
  private boolean mayOwn(ChangeOwner change) {
    return section
        .primaryAccount()
        .map(change.to().account()::equals)
        .orElseGet(() ->
            gives(change.to().account(), Seat.TEACHER)
                && section.seat(change.from()) != Seat.TEACHER
                && section.leftBehind(change.from()));
  }

  private boolean gives(AccountId account, Seat seat) {
    return section.shared() && section.seat(account) == seat && section.usable(account);
  }

  /** G3: who is still in the section and cannot use their account is not taken off. */
  private boolean takes(AccountId account, Seat seat) {
    boolean inSection = section.seat(account) != Seat.NONE;
    return section.shared()
        && section.seat(account) != seat
        && (!inSection || section.usable(account));
  }
}
