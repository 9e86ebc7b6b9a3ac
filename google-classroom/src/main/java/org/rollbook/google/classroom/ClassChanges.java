package org.rollbook.google.classroom;

import com.google.api.services.classroom.model.Course;
import org.rollbook.core.reconcile.ClassState;
import org.rollbook.core.reconcile.Observation.Seen;
import org.rollbook.core.reconcile.Operation.RenameClass;
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

/**
 * Renames a class and moves it through its life: a read to see that no hand was there since the
 * plan was made, then a write. Google has no conditional write; between the two lies less than a
 * second.
 */
final class ClassChanges {
  private final Courses courses;
  private final ClassLook look;
  private final Refusals refusals;

  ClassChanges(Courses courses, ClassLook look, Refusals refusals) {
    this.courses = courses;
    this.look = look;
    this.refusals = refusals;
  }

  /** Gives a class its new name unless somebody gave it another (G8). */
  Answer rename(ClassAddress address, RenameClass rename, boolean repeated)
      throws TargetUnavailable, InterruptedException {
    return switch (look.glance(address)) {
      case There(_, var seen, _) when seen.name().equals(rename.to()) -> Answers.already(repeated);
      case There(_, var seen, _) when asPlanned(seen, rename) ->
          renamed(address, rename.to(), repeated);
      case There(_, var seen, _) -> new HandWasThere(seen);
      case Gone() -> Answers.missing();
      case Hidden(var refusal) -> refusals.answer(refusal);
    };
  }

  private static boolean asPlanned(Seen seen, RenameClass rename) {
    return seen.name().equals(rename.from()) && seen.state().modifiable();
  }

  private Answer renamed(ClassAddress address, String name, boolean repeated)
      throws TargetUnavailable, InterruptedException {
    return switch (courses.rename(address, name)) {
      case Ok<Course> _ -> Answers.done();
      case No<Course>(var refusal, var again) when turned(refusal) ->
          afterHand(address, name, new No<>(refusal, repeated || again));
      case No<Course>(var refusal, _) -> refusals.answer(refusal);
    };
  }

  private Answer afterHand(ClassAddress address, String name, No<Course> no)
      throws TargetUnavailable, InterruptedException {
    return switch (look.glance(address)) {
      case There(_, var seen, _) when seen.name().equals(name) -> Answers.already(no.repeated());
      case There(_, var seen, _) when seen.state().modifiable() -> refusals.answer(no.refusal());
      case There(_, var seen, _) -> new HandWasThere(seen);
      case Gone() -> Answers.missing();
      case Hidden(var hidden) -> refusals.answer(hidden);
    };
  }

  /**
   * Moves a class from one state into another. From any third one it is not moved: a class that its
   * teacher accepted meanwhile is not declined but handed back, so that the next plan archives it;
   * and one that turns out never to have been accepted is not archived, since undoing that would
   * show it to students.
   */
  Answer move(ClassAddress address, ClassState from, ClassState to, boolean repeated)
      throws TargetUnavailable, InterruptedException {
    return switch (look.glance(address)) {
      case There(_, var seen, _) when seen.state() == to -> Answers.already(repeated);
      case There(_, var seen, _) when seen.state() == from -> moved(address, from, to, repeated);
      case There(_, var seen, _) -> new HandWasThere(seen);
      case Gone() -> Answers.missing();
      case Hidden(var refusal) -> refusals.answer(refusal);
    };
  }

  private Answer moved(ClassAddress address, ClassState from, ClassState to, boolean repeated)
      throws TargetUnavailable, InterruptedException {
    return switch (courses.move(address, to)) {
      case Ok<Course> _ -> Answers.done();
      case No<Course>(var refusal, var again) when turned(refusal) ->
          afterTurn(address, from, to, new No<>(refusal, repeated || again));
      case No<Course>(var refusal, _) -> refusals.answer(refusal);
    };
  }

  private Answer afterTurn(ClassAddress address, ClassState from, ClassState to, No<Course> no)
      throws TargetUnavailable, InterruptedException {
    return switch (look.glance(address)) {
      case There(_, var seen, _) when seen.state() == to -> Answers.already(no.repeated());
      case There(_, var seen, _) when seen.state() == from -> refusals.answer(no.refusal());
      case There(_, var seen, _) -> new HandWasThere(seen);
      case Gone() -> Answers.missing();
      case Hidden(var hidden) -> refusals.answer(hidden);
    };
  }

  /** Whether the refusal may come from the class having changed since we read it. */
  private static boolean turned(Refusal refusal) {
    return refusal.notFound()
        || refusal.is(KnownRefusal.COURSE_NOT_MODIFIABLE)
        || refusal.is(KnownRefusal.FAILED_PRECONDITION);
  }
}
