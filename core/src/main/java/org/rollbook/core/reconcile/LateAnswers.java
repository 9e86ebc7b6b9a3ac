package org.rollbook.core.reconcile;

import java.util.List;
import java.util.Optional;
import org.rollbook.core.reconcile.Observation.Seen;
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
import org.rollbook.core.roster.RecordId;

/**
 * A look at a class as the late answer to operations that were sent and never answered (R3). Where
 * the class shows what an operation was to bring about, it was done, and done by us: the baseline
 * moves as if the answer had come. Where it does not, nothing happened. Only then is the class
 * reconciled, with what the source says by now: a source that took the change back is a change like
 * any other.
 *
 * <p>A hand that brought about the same meanwhile cannot be told from us, as with any repeated
 * operation.
 */
public final class LateAnswers {
  private LateAnswers() {}

  /**
   * The baseline after a look.
   *
   * @param agreed the baseline before; absent when no class was known
   * @param unanswered the operations in the order in which they were sent; the making of a class
   *     only where the class is no older
   * @param observation what the look showed, seats included
   */
  public static Optional<ClassBaseline> heard(
      RecordId section,
      Optional<ClassBaseline> agreed,
      List<Operation> unanswered,
      Observation observation) {
    var heard = agreed;
    if (observation instanceof Seen seen) {
      for (var operation : unanswered) {
        heard = shows(seen, operation) ? done(section, heard, operation) : heard;
      }
    }
    return heard;
  }

  private static Optional<ClassBaseline> done(
      RecordId section, Optional<ClassBaseline> before, Operation operation) {
    var done = new Outcome.Done();
    return operation instanceof CreateClass create
        ? before.or(() -> BaselineAfter.created(section, create, done))
        : before.map(baseline -> BaselineAfter.after(baseline, operation, done));
  }

  private static boolean shows(Seen seen, Operation operation) {
    return switch (operation) {
      // The name by which it was found is ours, and it was not there before.
      case CreateClass _ -> true;
      // Its teacher may have accepted it since.
      case RestoreClass _ -> seen.state().modifiable();
      case RenameClass rename -> seen.name().equals(rename.to());
      case ChangeOwner change -> seen.owner().equals(change.to().account());
      case AddTeacher add -> seat(seen, add.member()) == Seat.TEACHER;
      case RemoveTeacher remove -> seat(seen, remove.member()) != Seat.TEACHER;
      case AddStudent add -> seat(seen, add.member()) == Seat.STUDENT;
      case RemoveStudent remove -> seat(seen, remove.member()) != Seat.STUDENT;
      case ArchiveClass _ -> seen.state() == ClassState.ARCHIVED;
      case DeclineClass _ -> seen.state() == ClassState.DECLINED;
    };
  }

  private static Seat seat(Seen seen, Member member) {
    return seen.seats()
        .orElseThrow(() -> new IllegalArgumentException("a look without seats answers nothing"))
        .getOrDefault(member.account(), Seat.NONE);
  }
}
