package org.rollbook.google.classroom;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.rollbook.core.reconcile.ClassState;
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
import org.rollbook.core.reconcile.Seat;
import org.rollbook.sync.target.Answer;
import org.rollbook.sync.target.ClassAddress;
import org.rollbook.sync.target.TargetUnavailable;

/** Does every kind of operation, each with the fewest calls that are safe (R7). */
public final class ClassOperations {
  private final ClassCreation creation;
  private final ClassChanges changes;
  private final OwnerChange owners;
  private final SeatChanges seats;

  /**
   * @param clock for what an attempt of ours may have made
   */
  public ClassOperations(
      Courses courses, Members members, ClassLook look, Refusals refusals, InstantSource clock) {
    this.creation = new ClassCreation(courses, look, refusals, clock);
    this.changes = new ClassChanges(courses, look, refusals);
    this.owners = new OwnerChange(courses, members, look, refusals);
    this.seats = new SeatChanges(members, look, refusals);
  }

  /**
   * Does one operation.
   *
   * @param sentSince since when it may have been sent before; empty when it was not
   */
  public Answer perform(ClassAddress address, Operation operation, Optional<Instant> sentSince)
      throws TargetUnavailable, InterruptedException {
    boolean repeated = sentSince.isPresent();
    return switch (operation) {
      case CreateClass create -> creation.create(address, create, sentSince);
      case RestoreClass restore -> changes.move(address, restore.from(), restore.to(), repeated);
      case RenameClass rename -> changes.rename(address, rename, repeated);
      case AddTeacher add -> seats.add(address, add.member().account(), Seat.TEACHER, repeated);
      case ChangeOwner change -> owners.change(address, change.to().account(), repeated);
      case RemoveTeacher remove ->
          seats.remove(address, remove.member().account(), Seat.TEACHER, repeated);
      case AddStudent add -> seats.add(address, add.member().account(), Seat.STUDENT, repeated);
      case RemoveStudent remove ->
          seats.remove(address, remove.member().account(), Seat.STUDENT, repeated);
      case ArchiveClass _ ->
          changes.move(address, ClassState.ACTIVE, ClassState.ARCHIVED, repeated);
      case DeclineClass _ ->
          changes.move(address, ClassState.OFFERED, ClassState.DECLINED, repeated);
    };
  }
}
