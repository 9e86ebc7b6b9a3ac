package org.rollbook.google.classroom;

import org.rollbook.core.reconcile.AccountId;
import org.rollbook.core.reconcile.Seat;
import org.rollbook.google.calls.KnownRefusal;
import org.rollbook.google.calls.Refusal;
import org.rollbook.google.calls.Reply.No;
import org.rollbook.google.calls.Reply.Ok;
import org.rollbook.google.classroom.Sight.Gone;
import org.rollbook.google.classroom.Sight.Hidden;
import org.rollbook.google.classroom.Sight.There;
import org.rollbook.sync.target.Answer;
import org.rollbook.sync.target.Answer.HandWasThere;
import org.rollbook.sync.target.ClassAddress;
import org.rollbook.sync.target.TargetUnavailable;

/** Gives and takes seats: one call when nothing is in the way, a look only when something is. */
final class SeatChanges {
  private final Members members;
  private final ClassLook look;
  private final Refusals refusals;

  SeatChanges(Members members, ClassLook look, Refusals refusals) {
    this.members = members;
    this.look = look;
    this.refusals = refusals;
  }

  Answer add(ClassAddress address, AccountId account, Seat seat, boolean repeated)
      throws TargetUnavailable, InterruptedException {
    return switch (members.add(address, account, seat)) {
      case Ok<?> _ -> Answers.done();
      case No<?>(var refusal, var again) when refusal.alreadyExists() ->
          inClass(address, account, seat, repeated || again);
      case No<?>(var refusal, var again) when refusal.notFound() ->
          addOnceMore(address, account, seat, repeated || again);
      case No<?>(var refusal, _) -> notChanged(address, refusal);
    };
  }

  /**
   * Google says "already exists" to a teacher who is to be a student too, and the other way round;
   * then it is a person who gave the other seat, and the seats come with the answer.
   */
  private Answer inClass(ClassAddress address, AccountId account, Seat seat, boolean repeated)
      throws TargetUnavailable, InterruptedException {
    return switch (members.get(address, account, seat)) {
      case Ok<?> _ -> Answers.already(repeated);
      case No<?>(var refusal, _) when refusal.notFound() -> otherSeat(address);
      case No<?>(var refusal, _) -> refusals.answer(refusal);
    };
  }

  private Answer otherSeat(ClassAddress address) throws TargetUnavailable, InterruptedException {
    return handThere(look.whole(address));
  }

  /**
   * "Not found" means the class or the account, and now and then neither: Google is known to say it
   * of accounts that it has.
   */
  private Answer addOnceMore(ClassAddress address, AccountId account, Seat seat, boolean repeated)
      throws TargetUnavailable, InterruptedException {
    var sight = look.glance(address);
    if (!(sight instanceof There)) {
      return handThere(sight);
    }
    return switch (members.add(address, account, seat)) {
      case Ok<?> _ -> Answers.done();
      case No<?>(var refusal, var again) when refusal.alreadyExists() ->
          inClass(address, account, seat, repeated || again);
      case No<?>(var refusal, _) -> notChanged(address, refusal);
    };
  }

  Answer remove(ClassAddress address, AccountId account, Seat seat, boolean repeated)
      throws TargetUnavailable, InterruptedException {
    return switch (members.remove(address, account, seat)) {
      case Ok<?> _ -> Answers.done();
      case No<?>(var refusal, var again) when refusal.is(KnownRefusal.COURSE_NOT_FOUND) ->
          goneOrOut(address, repeated || again);
      case No<?>(var refusal, var again) when refusal.notFound() ->
          Answers.already(repeated || again);
      case No<?>(var refusal, _) -> notChanged(address, refusal);
    };
  }

  private Answer goneOrOut(ClassAddress address, boolean repeated)
      throws TargetUnavailable, InterruptedException {
    var sight = look.glance(address);
    return sight instanceof There ? Answers.already(repeated) : handThere(sight);
  }

  private Answer notChanged(ClassAddress address, Refusal refusal)
      throws TargetUnavailable, InterruptedException {
    return refusal.is(KnownRefusal.COURSE_NOT_MODIFIABLE)
        ? handThere(look.glance(address))
        : refusals.answer(refusal);
  }

  private Answer handThere(Sight sight) throws TargetUnavailable, InterruptedException {
    return switch (sight) {
      case There(_, var seen) -> new HandWasThere(seen);
      case Gone() -> Answers.missing();
      case Hidden(var refusal) -> refusals.answer(refusal);
    };
  }
}
