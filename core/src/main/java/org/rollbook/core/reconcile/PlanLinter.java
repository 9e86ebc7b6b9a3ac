package org.rollbook.core.reconcile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
 * Walks through the finished plan of one class as the target would, and reports what cannot be. It
 * shares no code with the {@link Reconciler}: it knows nothing of sources and policies, only what a
 * class is. It runs in every test and before every run.
 */
public final class PlanLinter {
  private final RecordId section;
  private final Map<AccountId, Seat> seats = new TreeMap<>();
  private final List<Contradiction> contradictions = new ArrayList<>();
  private boolean exists;
  private boolean ended;
  private Optional<ClassState> state = Optional.empty();
  private Optional<String> name = Optional.empty();
  private Optional<AccountId> owner = Optional.empty();

  private PlanLinter(ClassFacts facts) {
    this.section = facts.section();
    facts.baseline().ifPresent(this::startFrom);
    if (facts.observation() instanceof Seen seen) {
      startFrom(seen);
    } else if (facts.observation() instanceof Observation.Missing) {
      exists = false;
    }
    // Whoever owns a class is its teacher, even where nobody saw the seats.
    owner.filter(account -> !sawSeats(facts)).ifPresent(account -> take(account, Seat.TEACHER));
  }

  private static boolean sawSeats(ClassFacts facts) {
    return facts.observation() instanceof Seen seen && seen.seats().isPresent();
  }

  /**
   * The contradictions in {@code plan}, which was made from {@code facts}; none in a sound plan.
   */
  public static List<Contradiction> check(ClassFacts facts, ClassPlan plan) {
    var linter = new PlanLinter(facts);
    plan.operations().forEach(linter::step);
    return List.copyOf(linter.contradictions);
  }

  private void startFrom(ClassBaseline baseline) {
    exists = baseline.state() != ClassState.DELETED;
    state = Optional.of(baseline.state());
    name = Optional.of(baseline.name().target());
    owner = Optional.of(baseline.owner().target());
    baseline.seats().forEach((account, seat) -> take(account, seat.agreement().target()));
  }

  private void startFrom(Seen seen) {
    exists = true;
    state = Optional.of(seen.state());
    name = Optional.of(seen.name());
    owner = Optional.of(seen.owner());
    seen.seats()
        .ifPresent(found -> {
          seats.clear();
          found.forEach(this::take);
        });
  }

  private void take(AccountId account, Seat seat) {
    if (seat == Seat.NONE) {
      seats.remove(account);
    } else {
      seats.put(account, seat);
    }
  }

  private Seat seat(AccountId account) {
    return seats.getOrDefault(account, Seat.NONE);
  }

  private void step(Operation operation) {
    expect(!ended, operation, "comes after the class was ended");
    switch (operation) {
      case CreateClass create -> create(create);
      case RestoreClass restore -> restore(restore);
      case RenameClass rename -> rename(rename);
      case AddTeacher add -> add(add, add.member(), Seat.TEACHER);
      case AddStudent add -> add(add, add.member(), Seat.STUDENT);
      case RemoveTeacher remove -> remove(remove, remove.member(), Seat.TEACHER);
      case RemoveStudent remove -> remove(remove, remove.member(), Seat.STUDENT);
      case ChangeOwner change -> changeOwner(change);
      case ArchiveClass archive -> end(archive, ClassState.ACTIVE, ClassState.ARCHIVED);
      case DeclineClass decline -> end(decline, ClassState.OFFERED, ClassState.DECLINED);
    }
  }

  private void create(CreateClass create) {
    expect(!exists && state.isEmpty(), create, "makes a class that is there already");
    exists = true;
    state = Optional.of(ClassState.OFFERED);
    name = Optional.of(create.name());
    owner = Optional.of(create.owner().account());
    take(create.owner().account(), Seat.TEACHER);
  }

  private void restore(RestoreClass restore) {
    expect(exists, restore, "restores a class that is not there");
    expect(state.equals(Optional.of(restore.from())), restore, "restores a class that is " + state);
    state = Optional.of(restore.to());
  }

  private void rename(RenameClass rename) {
    expectModifiable(rename);
    expect(
        name.equals(Optional.of(rename.from())), rename, "renames a class that is called " + name);
    expect(!rename.from().equals(rename.to()), rename, "renames a class to what it is called");
    name = Optional.of(rename.to());
  }

  private void add(Operation operation, Member member, Seat seat) {
    expectModifiable(operation);
    expect(
        seat(member.account()) == Seat.NONE,
        operation,
        "adds somebody who is there as " + seat(member.account()));
    take(member.account(), seat);
  }

  private void remove(Operation operation, Member member, Seat seat) {
    expectModifiable(operation);
    expect(
        seat(member.account()) == seat,
        operation,
        "removes a " + seat + " who is there as " + seat(member.account()));
    expect(!owner.equals(Optional.of(member.account())), operation, "removes the owner");
    take(member.account(), Seat.NONE);
  }

  private void changeOwner(ChangeOwner change) {
    expectModifiable(change);
    expect(owner.equals(Optional.of(change.from())), change, "takes the class from " + owner);
    expect(!change.from().equals(change.to().account()), change, "gives the class to its owner");
    expect(
        seat(change.to().account()) == Seat.TEACHER, change, "gives the class to no teacher of it");
    owner = Optional.of(change.to().account());
  }

  private void end(Operation operation, ClassState from, ClassState to) {
    expect(exists, operation, "ends a class that is not there");
    expect(state.equals(Optional.of(from)), operation, "ends a class that is " + state);
    state = Optional.of(to);
    ended = true;
  }

  private void expectModifiable(Operation operation) {
    expect(exists, operation, "changes a class that is not there");
    expect(
        state.filter(ClassState::modifiable).isPresent(),
        operation,
        "changes a class that is " + state);
  }

  private void expect(boolean sound, Operation operation, String otherwise) {
    if (!sound) {
      contradictions.add(new Contradiction(section, operation, otherwise));
    }
  }
}
