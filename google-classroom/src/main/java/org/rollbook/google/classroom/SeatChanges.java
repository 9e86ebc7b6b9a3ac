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

  /**
   * Gives a seat. Google says "already exists" also of somebody who has the other seat. That is
   * taken for the same: a hand put them there, so that we never remove them, and asking which seat
   * it is would cost a read for every member whom a hand was quicker to add. An audit finds it.
   */
  Answer add(ClassAddress address, AccountId account, Seat seat, boolean repeated)
      throws TargetUnavailable, InterruptedException {
    return switch (members.add(address, account, seat)) {
      case Ok<?> _ -> Answers.done();
      case No<?>(var refusal, var again) when refusal.alreadyExists() ->
          Answers.already(repeated || again);
      case No<?>(var refusal, var again) when refusal.notFound() ->
          addOnceMore(address, account, seat, repeated || again);
      case No<?>(var refusal, var again) when repeated || again ->
          doneBefore(address, account, seat, refusal);
      case No<?>(var refusal, _) -> notChanged(address, refusal);
    };
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
          Answers.already(repeated || again);
      case No<?>(var refusal, var again) when repeated || again ->
          doneBefore(address, account, seat, refusal);
      case No<?>(var refusal, _) -> notChanged(address, refusal);
    };
  }

  /**
   * Refused now, but an attempt before may have given the seat before a hand put the class away: a
   * read tells. Without it the next add would meet the seat and take it for a hand's.
   */
  private Answer doneBefore(ClassAddress address, AccountId account, Seat seat, Refusal refusal)
      throws TargetUnavailable, InterruptedException {
    return members.seated(address, account, seat) instanceof Ok<?>
        ? Answers.done()
        : notChanged(address, refusal);
  }

  /**
   * Takes a seat. "Not found" is asked about once more, here too: believed wrongly, it would make
   * us forget a seat that we gave, and its student would stay for ever. It costs a call only where
   * a hand was quicker, which is rare.
   */
  Answer remove(ClassAddress address, AccountId account, Seat seat, boolean repeated)
      throws TargetUnavailable, InterruptedException {
    return switch (members.remove(address, account, seat)) {
      case Ok<?> _ -> Answers.done();
      case No<?>(var refusal, var again) when refusal.is(KnownRefusal.COURSE_NOT_FOUND) ->
          removeUnlessGone(address, account, seat, repeated || again);
      case No<?>(var refusal, var again) when refusal.notFound() ->
          removeOnceMore(address, account, seat, repeated || again);
      case No<?>(var refusal, _) -> notChanged(address, refusal);
    };
  }

  private Answer removeUnlessGone(
      ClassAddress address, AccountId account, Seat seat, boolean repeated)
      throws TargetUnavailable, InterruptedException {
    var sight = look.glance(address);
    return sight instanceof There
        ? removeOnceMore(address, account, seat, repeated)
        : handThere(sight);
  }

  private Answer removeOnceMore(
      ClassAddress address, AccountId account, Seat seat, boolean repeated)
      throws TargetUnavailable, InterruptedException {
    return switch (members.remove(address, account, seat)) {
      case Ok<?> _ -> Answers.done();
      case No<?>(var refusal, _) when refusal.is(KnownRefusal.COURSE_NOT_FOUND) ->
          refusedUnlessGone(address, refusal);
      case No<?>(var refusal, var again) when refusal.notFound() ->
          Answers.already(repeated || again);
      case No<?>(var refusal, _) -> notChanged(address, refusal);
    };
  }

  /** Google says that the class is not there: if it is, nobody knows whether the member is. */
  private Answer refusedUnlessGone(ClassAddress address, Refusal refusal)
      throws TargetUnavailable, InterruptedException {
    var sight = look.glance(address);
    return sight instanceof There ? refusals.answer(refusal) : handThere(sight);
  }

  private Answer notChanged(ClassAddress address, Refusal refusal)
      throws TargetUnavailable, InterruptedException {
    return refusal.is(KnownRefusal.COURSE_NOT_MODIFIABLE)
        ? handThere(look.glance(address))
        : refusals.answer(refusal);
  }

  private Answer handThere(Sight sight) throws TargetUnavailable, InterruptedException {
    return switch (sight) {
      case There(_, var seen, _) -> new HandWasThere(seen);
      case Gone() -> Answers.missing();
      case Hidden(var refusal) -> refusals.answer(refusal);
    };
  }
}
