package org.rollbook.google.classroom;

import com.google.api.services.classroom.model.Course;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Predicate;
import org.rollbook.core.reconcile.ClassState;
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
  /** How far Google's clock and that of this machine may be apart. */
  private static final Duration CLOCKS_APART = Duration.ofMinutes(5);

  private final Courses courses;
  private final ClassLook look;
  private final Refusals refusals;

  ClassCreation(Courses courses, ClassLook look, Refusals refusals) {
    this.courses = courses;
    this.look = look;
    this.refusals = refusals;
  }

  /**
   * @param sentSince since when the same may have been asked for without our hearing of it
   */
  Answer create(ClassAddress address, CreateClass wanted, Optional<Instant> sentSince)
      throws TargetUnavailable, InterruptedException {
    return switch (courses.create(address, wanted)) {
      case Ok<Course>(var course, _) -> made(course);
      case No<Course>(var refusal, var again) when refusal.alreadyExists() ->
          there(
              address,
              refusal,
              course ->
                  ((again || sentSince.isPresent()) && asMade(course, wanted))
                      || madeSince(course, sentSince));
      case No<Course>(var refusal, _) -> refusals.answer(refusal);
    };
  }

  private static Answer made(Course course) {
    return new Done(Optional.of(new TargetClassId(course.getId())));
  }

  private Answer there(ClassAddress address, Refusal refusal, Predicate<Course> ours)
      throws TargetUnavailable, InterruptedException {
    return switch (courses.getMade(address)) {
      case Ok<Course>(var course, _) when ours.test(course) -> made(course);
      case Ok<Course>(var course, _) ->
          whole(address.at(new TargetClassId(course.getId())), refusal);
      case No<Course>(var missing, _) when missing.notFound() -> refusals.answer(refusal);
      case No<Course>(var hidden, _) -> refusals.answer(hidden);
    };
  }

  private Answer whole(ClassAddress address, Refusal refusal)
      throws TargetUnavailable, InterruptedException {
    return switch (look.whole(address)) {
      case There(var id, var seen) -> new ClassFound(id, seen);
      case Gone() -> refusals.answer(refusal);
      case Hidden(var hidden) -> refusals.answer(hidden);
    };
  }

  /** Whether it stands as an attempt of ours leaves it, so that it needs no second look. */
  private static boolean asMade(Course course, CreateClass wanted) {
    return wanted.owner().account().value().equals(course.getOwnerId())
        && CourseStates.ours(course.getCourseState()) == ClassState.OFFERED;
  }

  /**
   * Whether it is as young as our first attempt, however far people have taken it since: accepted
   * it, or declined it, or given it to somebody else. A class of a former installation, whose alias
   * is the same, is older.
   */
  private static boolean madeSince(Course course, Optional<Instant> attempt) {
    var made = Optional.ofNullable(course.getCreationTime()).flatMap(ClassCreation::instant);
    return attempt.isPresent()
        && made.isPresent()
        && !made.get().isBefore(attempt.get().minus(CLOCKS_APART));
  }

  private static Optional<Instant> instant(String time) {
    try {
      return Optional.of(OffsetDateTime.parse(time).toInstant());
    } catch (DateTimeParseException e) {
      // No time at all: then nothing speaks for the class being ours.
      return Optional.empty();
    }
  }
}
