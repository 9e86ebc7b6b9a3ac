package org.rollbook.core.harness;

import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.rollbook.core.reconcile.AccountId;
import org.rollbook.core.reconcile.ClassBaseline;
import org.rollbook.core.reconcile.ClassBaseline.Ended;
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
import org.rollbook.core.reconcile.Outcome;
import org.rollbook.core.reconcile.Outcome.Done;
import org.rollbook.core.reconcile.Seat;

/**
 * Remembers what hands did, and breaks off when the sync undoes it (promise 1). It only counts what
 * a sync can know: a hand that puts back what another hand changed meanwhile has done nothing. The
 * baseline says what that was; nothing else of it is believed.
 */
final class Hands {
  /** What a hand made of a seat, and what the source last said of it then. */
  private record Mark(Seat seat, Seat source) {}

  private final SortedMap<AccountId, Mark> seats = new TreeMap<>();
  private final SortedSet<AccountId> touched = new TreeSet<>();
  private boolean touchedName;
  private boolean touchedOwner;
  private boolean name;
  private Optional<AccountId> primaryWhenGiven = Optional.empty();
  private boolean ended;
  private boolean takenUp;
  private Optional<Instant> missedSince = Optional.empty();

  void seated(AccountId account, Seat seat, Optional<ClassBaseline> baseline) {
    touched.add(account);
    var known = baseline.map(ClassBaseline::seats).map(all -> all.get(account));
    var target = known.map(found -> found.agreement().target()).orElse(Seat.NONE);
    var source = known.map(found -> found.agreement().source()).orElse(Seat.NONE);
    if (seat == target) {
      seats.remove(account);
    } else {
      seats.put(account, new Mark(seat, source));
    }
  }

  void renamed(String newName, Optional<ClassBaseline> baseline) {
    touchedName = true;
    name = !baseline.map(known -> known.name().target()).equals(Optional.of(newName));
  }

  void gave(AccountId owner, Optional<ClassBaseline> baseline) {
    touchedOwner = true;
    primaryWhenGiven =
        baseline
            .map(ClassBaseline::owner)
            .filter(known -> !known.target().equals(owner))
            .map(known -> known.source())
            // Who gives it to the primary teacher keeps it from nobody, by whatever account.
            .filter(source -> !person(source).equals(person(owner)));
  }

  void turned(ClassState state, Optional<ClassBaseline> baseline) {
    boolean byUs = baseline.filter(known -> known.ended() == Ended.BY_US).isPresent();
    boolean asKnown = baseline.filter(known -> known.state() == state).isPresent();
    ended = !state.modifiable() && !(byUs && asKnown);
    takenUp = state.modifiable() && byUs;
  }

  /** After first contact nobody knows any more who put whom where. */
  void forgetOnLoss() {
    seats.clear();
    World.ACCOUNTS.forEach(account -> touched.add(new AccountId(account)));
    World.PEOPLE.forEach(person -> touched.add(new AccountId(person + "2")));
    touchedName = true;
    touchedOwner = true;
    name = false;
    primaryWhenGiven = Optional.empty();
    ended = false;
    takenUp = false;
    missedSince = Optional.empty();
  }

  /** A sync sees the source: what the source has changed since is no longer the hand's alone. */
  void syncing(SourceSection section, TargetClass target, Instant now) {
    if (!section.shared()) {
      missedSince = missedSince.or(() -> Optional.of(now));
      return;
    }
    missedSince = Optional.empty();
    takenUp = false;
    seats
        .entrySet()
        .removeIf(mark ->
            mark.getValue().seat() == Seat.NONE
                && section.seat(mark.getKey()) != mark.getValue().source());
    name &= !section.name().equals(target.name());
    // Another account of the same person is no other primary teacher.
    if (!section.primaryAccount().map(Hands::person).equals(primaryWhenGiven.map(Hands::person))) {
      primaryWhenGiven = Optional.empty();
    }
  }

  private static String person(AccountId account) {
    return account.value().substring(0, 1);
  }

  /** Checks what an operation did. What it did not do cannot have undone anything. */
  void answered(Operation operation, Outcome outcome, SourceSection section, Instant now) {
    if (!(outcome instanceof Done)) {
      return;
    }
    switch (operation) {
      case CreateClass _ -> {}
      case RestoreClass _ -> keeps(!ended, "G11 what a teacher ended stays ended", operation);
      case RenameClass _ -> keeps(!name, "G8 a name given by hand stays", operation);
      case ChangeOwner _ ->
          keeps(primaryWhenGiven.isEmpty(), "G9 an owner made by hand stays", operation);
      case AddTeacher add -> moved(operation, add.member().account(), section);
      case AddStudent add -> moved(operation, add.member().account(), section);
      case RemoveTeacher remove -> moved(operation, remove.member().account(), section);
      case RemoveStudent remove -> moved(operation, remove.member().account(), section);
      case ArchiveClass _, DeclineClass _ -> weEnded(operation, now);
    }
  }

  private void moved(Operation operation, AccountId account, SourceSection section) {
    boolean toOwn = section.primaryAccount().equals(Optional.of(account));
    keeps(toOwn || !seats.containsKey(account), "G9 what hands did to members stays", operation);
    seats.remove(account);
  }

  private void weEnded(Operation operation, Instant now) {
    boolean over =
        missedSince.filter(since -> !now.isBefore(since.plus(Samples.GRACE))).isPresent();
    keeps(over, "G11 a class has its days of grace", operation);
    keeps(!takenUp, "what a teacher took up again stays in use", operation);
    ended = false;
  }

  private static void keeps(boolean holds, String rule, Operation operation) {
    Broken.unless(holds, rule, operation);
  }

  boolean everTouched(AccountId account) {
    return touched.contains(account);
  }

  boolean everTouchedName() {
    return touchedName;
  }

  boolean everTouchedOwner() {
    return touchedOwner;
  }
}
