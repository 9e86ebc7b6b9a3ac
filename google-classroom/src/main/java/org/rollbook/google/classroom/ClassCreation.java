package org.rollbook.google.classroom;

import com.google.api.services.classroom.model.Course;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
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
 * earlier attempt (a lost reply, a 500 although the class was made) shows at the next one. A class
 * that was made since the first attempt is ours, however far people have taken it by now: accepted
 * it, declined it, given it to somebody else. An older one is that of a former installation.
 */
final class ClassCreation {
  private final Courses courses;
  private final ClassLook look;
  private final Refusals refusals;
  private final InstantSource clock;

  ClassCreation(Courses courses, ClassLook look, Refusals refusals, InstantSource clock) {
    this.courses = courses;
    this.look = look;
    this.refusals = refusals;
    this.clock = clock;
  }

  /**
   * @param sentSince since when the same may have been asked for without our hearing of it
   * @throws TargetUnavailable also when it may be there by an attempt of ours and Google does not
   *     show it: then nobody knows yet, and a refusal would be wrong for good
   */
  Answer create(ClassAddress address, CreateClass wanted, Optional<Instant> sentSince)
      throws TargetUnavailable, InterruptedException {
    var now = clock.instant();
    return switch (courses.create(address, wanted)) {
      case Ok<Course>(var course, _) -> made(new TargetClassId(course.getId()));
      case No<Course>(var refusal, var again) when refusal.alreadyExists() ->
          there(address, refusal, sentSince.or(() -> again ? Optional.of(now) : Optional.empty()));
      case No<Course>(var refusal, _) -> refusals.answer(refusal);
    };
  }

  private static Answer made(TargetClassId id) {
    return new Done(Optional.of(id));
  }

  private Answer there(ClassAddress address, Refusal refusal, Optional<Instant> attempt)
      throws TargetUnavailable, InterruptedException {
    return switch (ClassLook.sight(courses.getMade(address))) {
      case There(var id, _, var age) when attempt.filter(age::mayComeOf).isPresent() -> made(id);
      case There(var id, _, _) -> found(address.at(id), refusal);
      case Gone() when attempt.isPresent() -> throw notShown(refusal);
      case Gone() -> refusals.answer(refusal);
      case Hidden(var hidden) -> refusals.answer(hidden);
    };
  }

  private static TargetUnavailable notShown(Refusal refusal) {
    return new TargetUnavailable(
        "Google has a class under our alias, perhaps by our last attempt, and does not show it."
            + " The next sync looks again.",
        new IOException(refusal.code()));
  }

  private Answer found(ClassAddress address, Refusal refusal)
      throws TargetUnavailable, InterruptedException {
    return switch (look.whole(address)) {
      case There(var id, var seen, _) -> new ClassFound(id, seen);
      case Gone() -> refusals.answer(refusal);
      case Hidden(var hidden) -> refusals.answer(hidden);
    };
  }
}
