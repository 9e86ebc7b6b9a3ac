package org.rollbook.google.classroom;

import com.google.api.services.classroom.model.Course;
import java.util.Optional;
import org.rollbook.core.reconcile.ClassState;
import org.rollbook.core.reconcile.Observation.Seen;
import org.rollbook.core.reconcile.Operation.CreateClass;
import org.rollbook.google.calls.Refusal;
import org.rollbook.google.calls.Reply.No;
import org.rollbook.google.calls.Reply.Ok;
import org.rollbook.google.classroom.Sight.Gone;
import org.rollbook.google.classroom.Sight.Hidden;
import org.rollbook.google.classroom.Sight.There;
import org.rollbook.sync.target.Answer;
import org.rollbook.sync.target.Answer.ClassFound;
import org.rollbook.sync.target.Answer.Done;
import org.rollbook.sync.target.ClassAddress;
import org.rollbook.sync.target.TargetClassId;
import org.rollbook.sync.target.TargetUnavailable;

/**
 * Makes a class, once (G12). Google refuses an alias that is in use, so whatever became of an
 * earlier attempt (a lost reply, a 500 although the class was made) shows at the next one.
 */
final class ClassCreation {
  private final Courses courses;
  private final ClassLook look;
  private final Refusals refusals;

  ClassCreation(Courses courses, ClassLook look, Refusals refusals) {
    this.courses = courses;
    this.look = look;
    this.refusals = refusals;
  }

  Answer create(ClassAddress address, CreateClass wanted, boolean repeated)
      throws TargetUnavailable, InterruptedException {
    return switch (courses.create(address, wanted)) {
      case Ok<Course>(var course, _) -> new Done(Optional.of(new TargetClassId(course.getId())));
      case No<Course>(var refusal, var again) when refusal.alreadyExists() ->
          found(address, wanted, repeated || again, refusal);
      case No<Course>(var refusal, _) -> refusals.answer(refusal);
    };
  }

  private Answer found(ClassAddress address, CreateClass wanted, boolean mayBeOurs, Refusal refusal)
      throws TargetUnavailable, InterruptedException {
    return switch (ClassLook.sight(courses.getMade(address))) {
      case There(var id, var seen) when mayBeOurs && asMade(seen, wanted) ->
          new Done(Optional.of(id));
      case There(var id, _) -> foundWhole(address.at(id), refusal);
      case Gone() -> refusals.answer(refusal);
      case Hidden(var hidden) -> refusals.answer(hidden);
    };
  }

  private Answer foundWhole(ClassAddress address, Refusal refusal)
      throws TargetUnavailable, InterruptedException {
    return switch (look.whole(address)) {
      case There(var id, var seen) -> new ClassFound(id, seen);
      case Gone() -> refusals.answer(refusal);
      case Hidden(var hidden) -> refusals.answer(hidden);
    };
  }

  /** Whether nobody did anything with it yet, so that it needs no second look. */
  private static boolean asMade(Seen seen, CreateClass wanted) {
    return seen.owner().equals(wanted.owner().account()) && seen.state() == ClassState.OFFERED;
  }
}
