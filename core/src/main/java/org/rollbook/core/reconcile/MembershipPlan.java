package org.rollbook.core.reconcile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.rollbook.core.reconcile.Operation.AddStudent;
import org.rollbook.core.reconcile.Operation.AddTeacher;
import org.rollbook.core.reconcile.Operation.ChangeOwner;
import org.rollbook.core.reconcile.Operation.RemoveStudent;
import org.rollbook.core.reconcile.Operation.RemoveTeacher;

/**
 * Decides every seat and the owner of one class that exists and can be changed, and puts the
 * operations in the one order that the target accepts: the new owner joins, ownership moves, other
 * teachers join and leave, students join and leave (G7).
 */
final class MembershipPlan {
  private final SourceSeats source;
  private final SortedMap<AccountId, BaselineSeat> baseline;
  private final ChangedHands hands;
  private final Optional<SortedMap<AccountId, Seat>> observed;
  // Whoever owns a class is its teacher, even where nobody saw the seats.
  private final AccountId targetOwner;
  private final Policy policy;

  private final List<Operation> newOwner = new ArrayList<>();
  private final List<Operation> ownership = new ArrayList<>();
  private final List<Operation> teachersIn = new ArrayList<>();
  private final List<Operation> teachersOut = new ArrayList<>();
  private final List<Operation> studentsIn = new ArrayList<>();
  private final List<Operation> studentsOut = new ArrayList<>();
  private final List<Note> notes = new ArrayList<>();
  private final SortedMap<AccountId, BaselineSeat> settled = new TreeMap<>();
  private Agreement<AccountId> settledOwner;

  private MembershipPlan(
      SourceClass section, ClassBaseline baseline, Observation observation, Policy policy) {
    this.source = SourceSeats.of(section);
    this.baseline = baseline.seats();
    this.hands = new ChangedHands(section, source, this.baseline);
    this.observed = observation instanceof Observation.Seen seen ? seen.seats() : Optional.empty();
    this.targetOwner =
        observation instanceof Observation.Seen seen ? seen.owner() : baseline.owner().target();
    this.policy = policy;
    this.settledOwner = baseline.owner();
  }

  static MembershipPlan of(
      SourceClass source, ClassBaseline baseline, ClassFacts facts, Policy policy) {
    var plan = new MembershipPlan(source, baseline, facts.observation(), policy);
    var owner = plan.decideOwner(source, baseline.owner());
    var ownerAfter = owner.apply() ? owner.after().target() : plan.targetOwner;
    plan.decideSeats(ownerAfter);
    plan.moveOwnership(owner);
    return plan;
  }

  private ValueDecision<AccountId> decideOwner(SourceClass section, Agreement<AccountId> before) {
    return primaryAccount(section)
        .map(primary ->
            ValueDecision.decide(
                primary,
                ofPerson(primary, before),
                targetOwner,
                ValueDecision.Conflict.SOURCE_WINS,
                policy))
        .or(() -> deputy(before))
        // Without a teacher whose account we know, the class keeps its owner (G3).
        .orElseGet(() -> new ValueDecision<>(false, new Agreement<>(before.source(), targetOwner)));
  }

  /**
   * Where a hand gave the class to somebody else, a primary teacher who only got another account is
   * the one whom the hand decided against. Who still owns it by the former account is to own it by
   * the new one.
   */
  private Agreement<AccountId> ofPerson(AccountId primary, Agreement<AccountId> before) {
    boolean samePerson = hands.ofOnePerson(before.source(), primary);
    return samePerson && !targetOwner.equals(before.source())
        ? new Agreement<>(primary, before.target())
        : before;
  }

  /**
   * Who owns the class until the primary teacher has an account, where the owner's account is
   * somebody else's now, who would have the class of strangers: the first co-teacher whom no hand
   * keeps from teaching. A class that a hand gave to its owner is left to them.
   */
  private Optional<ValueDecision<AccountId>> deputy(Agreement<AccountId> before) {
    return Optional.of(targetOwner)
        .filter(owner -> before.source().equals(owner))
        .filter(hands::isStrangers)
        .flatMap(owner -> hands.coTeachers().filter(this::willTeach).findFirst())
        .map(deputy -> new ValueDecision<>(true, Agreement.on(deputy)));
  }

  private boolean willTeach(AccountId account) {
    var decision = seatDecision(account);
    return (decision.move() ? decision.after().source() : target(account)) == Seat.TEACHER;
  }

  private SeatDecision seatDecision(AccountId account) {
    var before = hands.agreed(account);
    return SeatDecision.decide(
        source.now(account, before), before, target(account), policyFor(account));
  }

  static Optional<AccountId> primaryAccount(SourceClass source) {
    return source.primaryTeacher().flatMap(ChangedHands::account);
  }

  private void decideSeats(AccountId ownerAfter) {
    var accounts = new TreeSet<>(source.seats().keySet());
    accounts.addAll(baseline.keySet());
    observed.ifPresent(seats -> accounts.addAll(seats.keySet()));
    // Whom a hand made the owner may be seen before the seats are.
    accounts.add(targetOwner);
    for (var account : accounts) {
      decideSeat(account, account.equals(ownerAfter));
    }
  }

  private void decideSeat(AccountId account, boolean willOwn) {
    var before = hands.agreed(account);
    var member = member(account);
    var target = target(account);
    if (target == Seat.NONE && hands.keepsOutWaiting(account)) {
      settled.put(account, baseline.get(account));
      return;
    }
    if (source.vanished(account) && target == Seat.NONE && !before.kept()) {
      // The seat went with the account: whoever gets the account back joins again (G3).
      settle(account, SeatAgreement.NONE);
      return;
    }
    var decision = seatDecision(account);
    if (decision.move() && willOwn && decision.after().source() != Seat.TEACHER) {
      notes.add(new Note.OwnerStays(member));
      boolean byHand = before.byHand() || target != before.target();
      settle(account, new SeatAgreement(before.source(), target, byHand));
      return;
    }
    if (decision.move()) {
      move(account, target, decision.after().source(), reason(before, decision));
      stays(account, before);
      return;
    }
    if (decision.after().kept() && !decision.after().equals(before)) {
      notes.add(new Note.SeatKept(member, decision.after().source(), decision.after().target()));
    }
    settle(account, decision.after());
  }

  /** Nothing is put back for an account that cannot be used now, whatever the policy. */
  private Policy policyFor(AccountId account) {
    return source.untouchable().containsKey(account) ? Policy.COOPERATIVE : policy;
  }

  private static Reason reason(SeatAgreement before, SeatDecision decision) {
    if (decision.after().source() == before.source()) {
      return Reason.PUT_BACK;
    }
    if (decision.after().source() == Seat.NONE) {
      return Reason.LEFT_SECTION;
    }
    return before.source() == Seat.NONE ? Reason.JOINED_SECTION : Reason.SEAT_CHANGED;
  }

  /**
   * Puts an account from one seat into another. Where it passed from one person to another, what it
   * leaves was the former's and what it takes is the present one's.
   */
  private void move(AccountId account, Seat from, Seat to, Reason reason) {
    var present = member(account);
    var former = hands.toAnother(account) ? formerMember(account) : present;
    if (from != Seat.NONE) {
      boolean twoPeople = reason != Reason.PUT_BACK && !former.equals(present);
      boolean leaves = reason == Reason.LEFT_SECTION || twoPeople;
      leave(former, from, to, leaves ? hands.leaves(account) : reason);
    }
    if (to != Seat.NONE) {
      boolean twoPeople = reason == Reason.SEAT_CHANGED && !former.equals(present);
      boolean joins = reason == Reason.JOINED_SECTION || twoPeople;
      join(present, to, joins ? hands.joins(account) : reason);
    }
  }

  private void leave(Member member, Seat from, Seat to, Reason reason) {
    // A student who becomes a teacher must leave the one seat right before taking the other: the
    // target refuses a second seat, and nobody should be out of class longer than one call.
    if (from == Seat.TEACHER) {
      teachersOut.add(new RemoveTeacher(member, reason));
    } else if (to == Seat.TEACHER) {
      teachersIn.add(new RemoveStudent(member, reason));
    } else {
      studentsOut.add(new RemoveStudent(member, reason));
    }
  }

  private void join(Member member, Seat to, Reason reason) {
    if (to == Seat.TEACHER) {
      teachersIn.add(new AddTeacher(member, reason));
    } else {
      studentsIn.add(new AddStudent(member, reason));
    }
  }

  private void moveOwnership(ValueDecision<AccountId> owner) {
    if (!owner.apply()) {
      if (owner.after().kept() && !owner.after().equals(settledOwner)) {
        notes.add(new Note.OwnerKept(owner.after().source(), owner.after().target()));
      }
      settledOwner = owner.after();
      return;
    }
    var to = member(owner.after().target());
    var reason = hands.owns(targetOwner, to.account());
    seatNewOwner(to, reason);
    ownership.add(new ChangeOwner(targetOwner, to, reason));
  }

  /** Whoever is to own the class must be its teacher first, even if a hand took that seat away. */
  private void seatNewOwner(Member to, Reason reason) {
    var joining =
        teachersIn.stream().filter(operation -> concerns(operation, to.account())).toList();
    if (!joining.isEmpty()) {
      teachersIn.removeAll(joining);
      newOwner.addAll(joining);
    } else if (target(to.account()) != Seat.TEACHER) {
      if (target(to.account()) == Seat.STUDENT) {
        newOwner.add(new RemoveStudent(to, reason));
      }
      newOwner.add(new AddTeacher(to, reason));
      notes.removeIf(note -> note instanceof Note.SeatKept kept && kept.member().equals(to));
      stays(to.account(), hands.agreed(to.account()));
    }
  }

  private static boolean concerns(Operation operation, AccountId account) {
    return switch (operation) {
      case AddTeacher add -> add.member().account().equals(account);
      case RemoveStudent remove -> remove.member().account().equals(account);
      case Operation.CreateClass _,
          Operation.RestoreClass _,
          Operation.RenameClass _,
          ChangeOwner _,
          RemoveTeacher _,
          AddStudent _,
          Operation.ArchiveClass _,
          Operation.DeclineClass _ ->
          false;
    };
  }

  private Seat target(AccountId account) {
    return observed
        .map(seats -> seats.getOrDefault(account, Seat.NONE))
        .orElseGet(
            () -> account.equals(targetOwner) ? Seat.TEACHER : hands.agreed(account).target());
  }

  private Member member(AccountId account) {
    return new Member(account, source.person(account).or(() -> formerMember(account).person()));
  }

  private Member formerMember(AccountId account) {
    var before = Optional.ofNullable(baseline.get(account)).flatMap(BaselineSeat::person);
    return new Member(account, before);
  }

  /** What was agreed stays agreed until the operation on it is answered. */
  private void stays(AccountId account, SeatAgreement before) {
    if (baseline.containsKey(account)) {
      settled.put(account, baseline.get(account));
    } else {
      settle(account, before);
    }
  }

  private void settle(AccountId account, SeatAgreement agreement) {
    if (agreement.equals(SeatAgreement.NONE)) {
      settled.remove(account);
    } else {
      settled.put(account, new BaselineSeat(member(account).person(), agreement));
    }
  }

  List<Operation> operations() {
    var all = new ArrayList<>(newOwner);
    all.addAll(ownership);
    all.addAll(teachersIn);
    all.addAll(teachersOut);
    all.addAll(studentsIn);
    all.addAll(studentsOut);
    return all;
  }

  List<Note> notes() {
    var all = new ArrayList<>(notes);
    for (var waiting : source.waiting()) {
      boolean seated =
          waiting
              .match()
              .formerly()
              .map(this::target)
              .filter(seat -> seat != Seat.NONE)
              .isPresent();
      if (!seated) {
        all.add(new Note.PersonWaits(waiting.person(), waiting.match().reason()));
      }
    }
    return all;
  }

  Agreement<AccountId> owner() {
    return settledOwner;
  }

  SortedMap<AccountId, BaselineSeat> seats() {
    return settled;
  }
}
