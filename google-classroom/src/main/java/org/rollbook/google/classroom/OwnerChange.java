package org.rollbook.google.classroom;

import com.google.api.services.classroom.model.Course;
import org.rollbook.core.reconcile.AccountId;
import org.rollbook.core.reconcile.Seat;
import org.rollbook.google.calls.KnownRefusal;
import org.rollbook.google.calls.Refusal;
import org.rollbook.google.calls.Reply;
import org.rollbook.google.calls.Reply.No;
import org.rollbook.google.calls.Reply.Ok;
import org.rollbook.google.classroom.Sight.Gone;
import org.rollbook.google.classroom.Sight.Hidden;
import org.rollbook.google.classroom.Sight.There;
import org.rollbook.sync.target.Answer;
import org.rollbook.sync.target.Answer.HandWasThere;
import org.rollbook.sync.target.ClassAddress;
import org.rollbook.sync.target.TargetUnavailable;

/**
 * Hands a class to another owner (G7). Google wants the new one to teach the class before; the
 * former one stays a teacher. The source wins over an owner whom somebody chose by hand, so nobody
 * is asked who owns the class now.
 */
final class OwnerChange {
  private final Courses courses;
  private final Members members;
  private final ClassLook look;
  private final Refusals refusals;

  OwnerChange(Courses courses, Members members, ClassLook look, Refusals refusals) {
    this.courses = courses;
    this.members = members;
    this.look = look;
    this.refusals = refusals;
  }

  Answer change(ClassAddress address, AccountId to, boolean repeated)
      throws TargetUnavailable, InterruptedException {
    var reply = courses.own(address, to);
    return reply instanceof No<Course>(var refusal, var again)
            && refusal.is(KnownRefusal.INELIGIBLE_OWNER)
        ? joinThenOwn(address, to, repeated || again)
        : settled(address, reply, repeated);
  }

  private Answer joinThenOwn(ClassAddress address, AccountId to, boolean repeated)
      throws TargetUnavailable, InterruptedException {
    return switch (members.add(address, to, Seat.TEACHER)) {
      case No<?>(var refusal, _) when !refusal.alreadyExists() -> notHanded(address, refusal);
      case Reply<?> _ -> settled(address, courses.ownSoon(address, to), repeated);
    };
  }

  private Answer settled(ClassAddress address, Reply<Course> reply, boolean repeated)
      throws TargetUnavailable, InterruptedException {
    return switch (reply) {
      case Ok<Course> _ -> Answers.done();
      case No<Course>(var refusal, var again) when refusal.is(KnownRefusal.USER_ALREADY_OWNER) ->
          Answers.already(repeated || again);
      case No<Course>(var refusal, _) -> notHanded(address, refusal);
    };
  }

  private Answer notHanded(ClassAddress address, Refusal refusal)
      throws TargetUnavailable, InterruptedException {
    if (!refusal.notFound() && !refusal.is(KnownRefusal.COURSE_NOT_MODIFIABLE)) {
      return refusals.answer(refusal);
    }
    return switch (look.glance(address)) {
      case There(_, var seen, _) when seen.state().modifiable() -> refusals.answer(refusal);
      case There(_, var seen, _) -> new HandWasThere(seen);
      case Gone() -> Answers.missing();
      case Hidden(var hidden) -> refusals.answer(hidden);
    };
  }
}
