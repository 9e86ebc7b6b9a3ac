package org.rollbook.core.harness;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.rollbook.core.reconcile.AccountId;
import org.rollbook.core.reconcile.ClassBaseline;
import org.rollbook.core.reconcile.ClassState;
import org.rollbook.core.reconcile.Observation;
import org.rollbook.core.reconcile.Observation.Missing;
import org.rollbook.core.reconcile.Observation.Seen;
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
import org.rollbook.core.reconcile.Outcome;
import org.rollbook.core.reconcile.Outcome.AlreadySo;
import org.rollbook.core.reconcile.Outcome.Done;
import org.rollbook.core.reconcile.Outcome.HandWasThere;
import org.rollbook.core.reconcile.Outcome.Refused;
import org.rollbook.core.reconcile.Seat;

/**
 * One class as a target keeps it: what operations and hands do to it, and how it answers. It knows
 * nothing of sources, baselines and policies.
 */
public final class TargetClass {
  private final SortedMap<AccountId, Seat> seats = new TreeMap<>();
  private Optional<ClassState> state = Optional.empty();
  private String name = "";
  private AccountId owner = new AccountId("nobody");

  /** Whether there is a class that has not been deleted. */
  public boolean exists() {
    return state.isPresent();
  }

  public boolean modifiable() {
    return state.filter(ClassState::modifiable).isPresent();
  }

  public boolean is(ClassState wanted) {
    return state.equals(Optional.of(wanted));
  }

  public Seat seat(AccountId account) {
    return seats.getOrDefault(account, Seat.NONE);
  }

  public boolean isOwner(AccountId account) {
    return exists() && owner.equals(account);
  }

  public String name() {
    return name;
  }

  /** What a look shows. */
  public Observation look(boolean withSeats) {
    return state
        .<Observation>map(
            now -> new Seen(name, owner, now, withSeats ? Optional.of(seats) : Optional.empty()))
        .orElseGet(Missing::new);
  }

  /** Makes the class what a baseline takes it to be. */
  public void become(ClassBaseline baseline) {
    turn(baseline.state());
    name = baseline.name().target();
    seats.clear();
    baseline.seats().forEach((account, seat) -> put(account, seat.agreement().target()));
    owner = baseline.owner().target();
  }

  // --- hands -----------------------------------------------------------------------------------

  public void rename(String newName) {
    name = newName;
  }

  public void turn(ClassState newState) {
    state = newState == ClassState.DELETED ? Optional.empty() : Optional.of(newState);
  }

  public void put(AccountId account, Seat seat) {
    if (seat == Seat.NONE) {
      seats.remove(account);
    } else {
      seats.put(account, seat);
    }
  }

  public void giveTo(AccountId account) {
    put(account, Seat.TEACHER);
    owner = account;
  }

  // --- operations ------------------------------------------------------------------------------

  /**
   * Does an operation, or says why not.
   *
   * @param usable which accounts can be given a seat
   */
  public Outcome perform(Operation operation, Predicate<AccountId> usable) {
    if (operation instanceof CreateClass create) {
      return create(create);
    }
    if (!exists()) {
      return new HandWasThere(new Missing());
    }
    return switch (operation) {
      case CreateClass create -> create(create);
      case RestoreClass restore -> turn(restore.from(), restore.to());
      case ArchiveClass _ -> turn(ClassState.ACTIVE, ClassState.ARCHIVED);
      case DeclineClass _ -> turn(ClassState.OFFERED, ClassState.DECLINED);
      case RenameClass rename -> rename(rename);
      case AddTeacher add -> add(add.member().account(), Seat.TEACHER, usable);
      case AddStudent add -> add(add.member().account(), Seat.STUDENT, usable);
      case RemoveTeacher remove -> remove(remove.member().account(), Seat.TEACHER);
      case RemoveStudent remove -> remove(remove.member().account(), Seat.STUDENT);
      case ChangeOwner change -> changeOwner(change.to().account());
    };
  }

  private Outcome create(CreateClass create) {
    if (exists()) {
      return new HandWasThere(look(true));
    }
    seats.clear();
    state = Optional.of(ClassState.OFFERED);
    name = create.name();
    giveTo(create.owner().account());
    return new Done();
  }

  private Outcome turn(ClassState from, ClassState to) {
    if (is(to)) {
      return new AlreadySo();
    }
    if (!is(from)) {
      return new HandWasThere(look(false));
    }
    state = Optional.of(to);
    return new Done();
  }

  private Outcome rename(RenameClass rename) {
    if (modifiable() && name.equals(rename.to())) {
      return new AlreadySo();
    }
    if (!modifiable() || !name.equals(rename.from())) {
      return new HandWasThere(look(false));
    }
    name = rename.to();
    return new Done();
  }

  private Outcome add(AccountId account, Seat seat, Predicate<AccountId> usable) {
    if (!modifiable()) {
      return new HandWasThere(look(false));
    }
    if (seat(account) == seat) {
      return new AlreadySo();
    }
    if (seat(account) != Seat.NONE || !usable.test(account)) {
      return new Refused();
    }
    put(account, seat);
    return new Done();
  }

  private Outcome remove(AccountId account, Seat seat) {
    if (!modifiable()) {
      return new HandWasThere(look(false));
    }
    if (seat(account) != seat) {
      return new AlreadySo();
    }
    if (isOwner(account)) {
      return new Refused();
    }
    put(account, Seat.NONE);
    return new Done();
  }

  private Outcome changeOwner(AccountId to) {
    if (!modifiable()) {
      return new HandWasThere(look(false));
    }
    if (isOwner(to)) {
      return new AlreadySo();
    }
    if (seat(to) != Seat.TEACHER) {
      return new Refused();
    }
    owner = to;
    return new Done();
  }
}
