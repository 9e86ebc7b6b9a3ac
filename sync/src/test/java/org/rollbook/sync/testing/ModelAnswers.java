package org.rollbook.sync.testing;

import java.util.Map;
import java.util.Optional;
import org.rollbook.core.reconcile.AccountId;
import org.rollbook.core.reconcile.ClassState;
import org.rollbook.core.reconcile.Observation;
import org.rollbook.core.reconcile.Operation;
import org.rollbook.core.reconcile.Seat;
import org.rollbook.sync.target.Answer;

/** What a class that is there answers to an operation, and how it changes. */
final class ModelAnswers {
  /** A class to be changed. */
  interface Changeable {
    Observation.Seen seen();

    Map<AccountId, Seat> seats();

    void rename(String name);

    void give(AccountId owner);

    void put(ClassState state);
  }

  private final Changeable target;
  private final boolean repeated;

  private ModelAnswers(Changeable target, boolean repeated) {
    this.target = target;
    this.repeated = repeated;
  }

  static Answer answer(Changeable target, Operation operation, boolean repeated) {
    return new ModelAnswers(target, repeated).answer(operation);
  }

  private Answer answer(Operation operation) {
    return switch (operation) {
      case Operation.CreateClass _ -> throw new IllegalStateException("it is there");
      case Operation.RestoreClass restore -> state(restore.from(), restore.to());
      case Operation.ArchiveClass _ -> state(ClassState.ACTIVE, ClassState.ARCHIVED);
      case Operation.DeclineClass _ -> state(ClassState.OFFERED, ClassState.DECLINED);
      case Operation.RenameClass rename -> rename(rename);
      case Operation.ChangeOwner change -> changeOwner(change);
      case Operation.AddTeacher add -> add(add.member().account(), Seat.TEACHER);
      case Operation.AddStudent add -> add(add.member().account(), Seat.STUDENT);
      case Operation.RemoveTeacher remove -> remove(remove.member().account(), Seat.TEACHER);
      case Operation.RemoveStudent remove -> remove(remove.member().account(), Seat.STUDENT);
    };
  }

  private Answer state(ClassState from, ClassState to) {
    if (target.seen().state() == to) {
      return already();
    }
    if (target.seen().state() != from) {
      return new Answer.HandWasThere(target.seen());
    }
    target.put(to);
    return done();
  }

  private Answer rename(Operation.RenameClass rename) {
    if (!target.seen().state().modifiable()) {
      return new Answer.HandWasThere(target.seen());
    }
    if (target.seen().name().equals(rename.to())) {
      return already();
    }
    if (!target.seen().name().equals(rename.from())) {
      return new Answer.HandWasThere(target.seen());
    }
    target.rename(rename.to());
    return done();
  }

  private Answer changeOwner(Operation.ChangeOwner change) {
    if (!target.seen().state().modifiable()) {
      return new Answer.HandWasThere(target.seen());
    }
    if (target.seen().owner().equals(change.to().account())) {
      return already();
    }
    target.seats().put(change.to().account(), Seat.TEACHER);
    target.give(change.to().account());
    return done();
  }

  private Answer add(AccountId account, Seat seat) {
    if (!target.seen().state().modifiable()) {
      return new Answer.HandWasThere(target.seen());
    }
    if (target.seats().containsKey(account)) {
      return already();
    }
    target.seats().put(account, seat);
    return done();
  }

  private Answer remove(AccountId account, Seat seat) {
    if (target.seen().owner().equals(account)) {
      return new Answer.Refused("CannotRemoveCourseOwner", "the owner stays", "change the owner");
    }
    return target.seats().remove(account, seat) ? done() : already();
  }

  private static Answer done() {
    return new Answer.Done(Optional.empty());
  }

  private Answer already() {
    return repeated ? done() : new Answer.AlreadySo();
  }
}
