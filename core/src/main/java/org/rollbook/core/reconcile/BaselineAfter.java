package org.rollbook.core.reconcile;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.rollbook.core.reconcile.ClassBaseline.Ended;
import org.rollbook.core.reconcile.Observation.Missing;
import org.rollbook.core.reconcile.Observation.NotLooked;
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
import org.rollbook.core.reconcile.Outcome.AlreadySo;
import org.rollbook.core.reconcile.Outcome.Done;
import org.rollbook.core.reconcile.Outcome.HandWasThere;
import org.rollbook.core.reconcile.Outcome.Refused;
import org.rollbook.core.roster.RecordId;

/**
 * How the baseline moves when an operation is answered. A run starts from {@link ClassPlan#settled}
 * and takes one step for each answer, in the plan's order; stopped after any step, the baseline
 * says what is so, and the next plan does what is left.
 *
 * <pre>
 * operation          done                          already so
 * create             offered, owner seated by us   (handed over as "hand was there")
 * add                seated by us                  shared: there by hand before
 * remove             forgotten                     forgotten
 * rename, new owner  agreed                        agreed
 * restore            in use                        in use
 * archive, decline   ended by us                   ended by hand
 * </pre>
 *
 * <p>Where a person's hand was there first, what they did is kept. A refusal moves nothing.
 */
public final class BaselineAfter {
  private BaselineAfter() {}

  /**
   * The baseline of a class that was to be made. Absent unless it was made now: a class that was
   * found is reconciled anew with what was seen of it, which is first contact.
   */
  public static Optional<ClassBaseline> created(
      RecordId section, CreateClass create, Outcome outcome) {
    return outcome instanceof Done ? Optional.of(made(section, create)) : Optional.empty();
  }

  /**
   * The baseline of a class that was there, after one answer.
   *
   * @param settled the baseline after the answer before
   * @param operation anything but the creation of a class
   */
  public static ClassBaseline after(ClassBaseline settled, Operation operation, Outcome outcome) {
    return switch (outcome) {
      case Done _ -> so(settled, operation, false);
      case AlreadySo _ -> so(settled, operation, true);
      case HandWasThere(var observed) -> observed(settled, operation, observed);
      case Refused _ -> settled;
    };
  }

  private static ClassBaseline made(RecordId section, CreateClass create) {
    var owner = create.owner();
    var seats = new TreeMap<AccountId, BaselineSeat>();
    seats.put(owner.account(), new BaselineSeat(owner.person(), SeatAgreement.ours(Seat.TEACHER)));
    return new ClassBaseline(
        section,
        Agreement.on(create.name()),
        Agreement.on(owner.account()),
        ClassState.OFFERED,
        Ended.NOT,
        Optional.empty(),
        seats);
  }

  private static ClassBaseline so(ClassBaseline settled, Operation operation, boolean already) {
    return switch (operation) {
      case CreateClass _ ->
          throw new IllegalArgumentException("class " + settled.section() + " is there already");
      case RestoreClass restore -> settled.inState(restore.to(), Ended.NOT);
      case RenameClass rename ->
          settled.with(Agreement.on(rename.to()), settled.owner(), settled.seats());
      case ChangeOwner change ->
          settled.with(settled.name(), Agreement.on(change.to().account()), settled.seats());
      case AddTeacher add -> seated(settled, add.member(), Seat.TEACHER, already);
      case AddStudent add -> seated(settled, add.member(), Seat.STUDENT, already);
      case RemoveTeacher remove -> forgotten(settled, remove.member());
      case RemoveStudent remove -> forgotten(settled, remove.member());
      case ArchiveClass _ -> ended(settled, ClassState.ARCHIVED, already);
      case DeclineClass _ -> ended(settled, ClassState.DECLINED, already);
    };
  }

  private static ClassBaseline seated(
      ClassBaseline settled, Member member, Seat seat, boolean already) {
    var seats = new TreeMap<>(settled.seats());
    var agreement = new SeatAgreement(seat, seat, already);
    seats.put(member.account(), new BaselineSeat(member.person(), agreement));
    return withSeats(settled, seats);
  }

  private static ClassBaseline forgotten(ClassBaseline settled, Member member) {
    var seats = new TreeMap<>(settled.seats());
    seats.remove(member.account());
    return withSeats(settled, seats);
  }

  private static ClassBaseline withSeats(
      ClassBaseline settled, SortedMap<AccountId, BaselineSeat> seats) {
    return settled.with(settled.name(), settled.owner(), seats);
  }

  /** A class that a person had ended before us is theirs to take up again (G11). */
  private static ClassBaseline ended(ClassBaseline settled, ClassState state, boolean already) {
    return settled
        .inState(state, already ? Ended.BY_HAND : Ended.BY_US)
        .goneSince(Optional.empty());
  }

  private static ClassBaseline observed(
      ClassBaseline settled, Operation operation, Observation observation) {
    return switch (observation) {
      case NotLooked _ -> settled;
      // What its section's absence began to count begins anew with the looks for the class (G11).
      case Missing _ ->
          settled.inState(ClassState.DELETED, Ended.BY_HAND).goneSince(Optional.empty());
      case Seen seen ->
          settled
              .observedIn(seen.state())
              .with(nameSeen(settled, operation, seen), settled.owner(), settled.seats());
    };
  }

  private static Agreement<String> nameSeen(ClassBaseline settled, Operation operation, Seen seen) {
    return operation instanceof RenameClass rename && !seen.name().equals(rename.from())
        ? new Agreement<>(rename.to(), seen.name())
        : settled.name();
  }
}
