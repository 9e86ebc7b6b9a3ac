package org.rollbook.core.reconcile;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.rollbook.core.reconcile.ClassBaseline.Ended;
import org.rollbook.core.reconcile.Operation.AddStudent;
import org.rollbook.core.reconcile.Operation.AddTeacher;
import org.rollbook.core.reconcile.Operation.ArchiveClass;
import org.rollbook.core.reconcile.Operation.CreateClass;
import org.rollbook.core.reconcile.Operation.DeclineClass;
import org.rollbook.core.reconcile.Operation.RenameClass;
import org.rollbook.core.reconcile.Operation.RestoreClass;

/**
 * The heart: decides for one class, from what the source says, what was last agreed and what the
 * target shows, which operations bring the target in step. A pure function: no clock, no chance, no
 * look anywhere; equal facts give equal plans.
 *
 * <p>It works without a look at the target. Then the target is taken to be as the baseline has it,
 * and answers settle the rest: "already there" on an add means that a person put the member there,
 * "not there" on a removal that somebody was quicker. For the few decisions that a look could turn
 * ({@link ClassPlan#wantsLook}) the caller looks and asks again.
 */
public final class Reconciler {
  /**
   * How long after its grace a class that no look shows is looked for: Google also hides classes
   * that are there, for a moment or as long as it suspends them. Not for ever, since most of them
   * were deleted, and each costs a read a sync (R7).
   */
  private static final Duration LOOKED_FOR = Duration.ofDays(14);

  private final Policy policy;
  private final Duration grace;
  private final Instant asOf;

  /**
   * @param policy whom to believe
   * @param grace how long a section may be out of the share before its class is ended (G11)
   * @param asOf the instant for which the plan is made
   */
  public Reconciler(Policy policy, Duration grace, Instant asOf) {
    this.policy = policy;
    this.grace = grace;
    this.asOf = asOf;
  }

  /** Decides one class. */
  public ClassPlan reconcile(ClassFacts facts) {
    if (facts.baseline().isEmpty()) {
      return facts.source().map(source -> first(source, facts)).orElseGet(() -> nothing(facts));
    }
    var baseline = facts.baseline().get();
    if (facts.observation() instanceof Observation.Missing) {
      return missing(baseline, facts);
    }
    return facts
        .source()
        .map(source -> present(source, asObserved(baseline, facts.observation()), facts))
        .orElseGet(() -> gone(baseline, facts));
  }

  private static ClassPlan nothing(ClassFacts facts) {
    return new ClassPlan(facts.section(), List.of(), List.of(), facts.baseline(), Look.NONE);
  }

  private ClassPlan first(SourceClass source, ClassFacts facts) {
    return facts.observation() instanceof Observation.Seen seen
        ? adopt(source, seen)
        : create(source);
  }

  // --- a section without a class ---------------------------------------------------------------

  private ClassPlan create(SourceClass source) {
    var seats = SourceSeats.of(source);
    var operations = new ArrayList<Operation>();
    var notes = new ArrayList<Note>();
    seats.waiting().forEach(w -> notes.add(new Note.PersonWaits(w.person(), w.match().reason())));
    var owner = MembershipPlan.primaryAccount(source);
    if (owner.isPresent()) {
      createWith(owner.get(), source, seats, operations);
    } else {
      notes.add(classWaits(source));
    }
    return new ClassPlan(source.section(), operations, notes, Optional.empty(), Look.NONE);
  }

  private static void createWith(
      AccountId owner, SourceClass source, SourceSeats seats, List<Operation> operations) {
    var reason = Reason.SECTION_SHARED;
    var students = new ArrayList<Operation>();
    operations.add(new CreateClass(source.name(), new Member(owner, seats.person(owner)), reason));
    seats
        .seats()
        .forEach((account, given) -> {
          var member = new Member(account, Optional.of(given.person()));
          if (given.seat() == Seat.STUDENT) {
            students.add(new AddStudent(member, reason));
          } else if (!account.equals(owner)) {
            operations.add(new AddTeacher(member, reason));
          }
        });
    operations.addAll(students);
  }

  private static Note classWaits(SourceClass source) {
    return source
        .primaryTeacher()
        .map(teacher ->
            new Note.ClassWaits(
                Optional.of(teacher.person()),
                teacher.match() instanceof AccountMatch.Unmatched unmatched
                    ? unmatched.reason()
                    : WaitingReason.NO_ACCOUNT))
        .orElseGet(() -> new Note.ClassWaits(Optional.empty(), WaitingReason.NO_PRIMARY_TEACHER));
  }

  /**
   * First contact with a class that is there already, because a baseline was lost or a former
   * connection made it: adopt what is equal, remove nothing, list the rest. It takes a look that
   * includes the seats: without them everybody would seem to have been removed by hand.
   */
  private static ClassPlan adopt(SourceClass source, Observation.Seen seen) {
    return seen.seats()
        .map(found -> adopt(source, seen, found))
        .orElseGet(() ->
            new ClassPlan(source.section(), List.of(), List.of(), Optional.empty(), Look.SEATS));
  }

  private static ClassPlan adopt(
      SourceClass source, Observation.Seen seen, SortedMap<AccountId, Seat> found) {
    var given = SourceSeats.of(source);
    var accounts = new TreeSet<>(given.seats().keySet());
    accounts.addAll(found.keySet());
    var seats = new TreeMap<AccountId, BaselineSeat>();
    var notes = new ArrayList<Note>();
    for (var account : accounts) {
      var seat = given.given(account);
      var target = found.getOrDefault(account, Seat.NONE);
      var adopted = SeatDecision.adopt(seat, target);
      seats.put(account, new BaselineSeat(given.person(account), adopted));
      if (adopted.kept()) {
        notes.add(new Note.SeatKept(new Member(account, given.person(account)), seat, target));
      }
    }
    var baseline = adopted(source, seen, seats);
    notes.addAll(listed(baseline));
    given.waiting().forEach(w -> notes.add(new Note.PersonWaits(w.person(), w.match().reason())));
    return new ClassPlan(source.section(), List.of(), notes, Optional.of(baseline), Look.NONE);
  }

  private static List<Note> listed(ClassBaseline adopted) {
    var notes = new ArrayList<Note>();
    if (adopted.name().kept()) {
      notes.add(new Note.NameKept(adopted.name().source(), adopted.name().target()));
    }
    if (adopted.owner().kept()) {
      notes.add(new Note.OwnerKept(adopted.owner().source(), adopted.owner().target()));
    }
    return notes;
  }

  private static ClassBaseline adopted(
      SourceClass source, Observation.Seen seen, SortedMap<AccountId, BaselineSeat> seats) {
    return new ClassBaseline(
        source.section(),
        new Agreement<>(source.name(), seen.name()),
        new Agreement<>(MembershipPlan.primaryAccount(source).orElse(seen.owner()), seen.owner()),
        seen.state(),
        seen.state().modifiable() ? Ended.NOT : Ended.BY_HAND,
        Optional.empty(),
        seats);
  }

  // --- a section with a class ------------------------------------------------------------------

  private static ClassBaseline asObserved(ClassBaseline baseline, Observation observation) {
    return observation instanceof Observation.Seen seen
        ? baseline.observedIn(seen.state())
        : baseline;
  }

  private ClassPlan present(SourceClass source, ClassBaseline baseline, ClassFacts facts) {
    return switch (baseline.ended()) {
      case NOT -> inUse(source, baseline.goneSince(Optional.empty()), facts, List.of());
      case BY_US -> restored(source, baseline.goneSince(Optional.empty()), facts);
      case BY_HAND -> endedByHand(source, baseline.goneSince(Optional.empty()), facts);
    };
  }

  private ClassPlan restored(SourceClass source, ClassBaseline baseline, ClassFacts facts) {
    var restore = new RestoreClass(baseline.state(), Reason.SECTION_RETURNED);
    return inUse(source, baseline, facts, List.of(restore));
  }

  private ClassPlan endedByHand(SourceClass source, ClassBaseline baseline, ClassFacts facts) {
    if (policy == Policy.MIRROR && baseline.state() != ClassState.DELETED) {
      return restored(source, baseline, facts);
    }
    var wanted = inUse(source, baseline, facts, List.of());
    if (wanted.operations().isEmpty()) {
      return wanted;
    }
    // The facts stay as they were agreed, so that accepting the class later brings all of it (G5).
    return leftAlone(facts, baseline);
  }

  private ClassPlan inUse(
      SourceClass source, ClassBaseline baseline, ClassFacts facts, List<Operation> restore) {
    var targetName =
        facts.observation() instanceof Observation.Seen seen
            ? seen.name()
            : baseline.name().target();
    var name =
        ValueDecision.decide(
            source.name(), baseline.name(), targetName, ValueDecision.Conflict.HAND_STANDS, policy);
    var members = MembershipPlan.of(source, baseline, facts, policy);
    var operations = new ArrayList<>(restore);
    if (name.apply()) {
      operations.add(new RenameClass(targetName, source.name(), Reason.SECTION_RENAMED));
    }
    operations.addAll(members.operations());
    var notes = new ArrayList<Note>();
    if (name.after().kept() && !name.after().equals(baseline.name())) {
      notes.add(new Note.NameKept(name.after().source(), name.after().target()));
    }
    notes.addAll(members.notes());
    var settledName = name.apply() ? baseline.name() : name.after();
    var settled = baseline.with(settledName, members.owner(), members.seats());
    return plan(facts, operations, notes, settled);
  }

  private ClassPlan missing(ClassBaseline known, ClassFacts facts) {
    var missing = missingNow(known, facts);
    if (facts.source().isPresent()) {
      return leftAlone(facts, missing);
    }
    if (missing.ended() == Ended.BY_US) {
      return plan(facts, List.of(), List.of(), missing);
    }
    boolean newly = known.state() != ClassState.DELETED;
    var since = known.goneSince().filter(_ -> !newly).orElse(asOf);
    var settled = missing.goneSince(Optional.of(since));
    return asOf.isBefore(since.plus(grace).plus(LOOKED_FOR))
        ? leftAlone(facts, settled)
        : plan(facts, List.of(), List.of(), settled);
  }

  /** What we ended is ours to restore, also when it shows again only later (G11). */
  private static ClassBaseline missingNow(ClassBaseline known, ClassFacts facts) {
    boolean hidden = facts.observation() instanceof Observation.Missing;
    return hidden && known.ended() == Ended.BY_US
        ? known
        : known.inState(ClassState.DELETED, Ended.BY_HAND);
  }

  private ClassPlan gone(ClassBaseline known, ClassFacts facts) {
    var baseline = asObserved(known, facts.observation());
    if (baseline.state() == ClassState.DELETED) {
      return missing(known, facts);
    }
    if (policy == Policy.COOPERATIVE && known.ended() == Ended.BY_US && baseline.inUse()) {
      // Somebody took up again what we had ended. It stays so, and is ours again on return.
      return plan(facts, List.of(), List.of(new Note.LeftAlone(baseline.state())), known);
    }
    if (!baseline.inUse()) {
      return plan(facts, List.of(), List.of(), baseline.goneSince(Optional.empty()));
    }
    var since = baseline.goneSince().orElse(asOf);
    var settled = baseline.goneSince(Optional.of(since));
    var end = since.plus(grace);
    if (asOf.isBefore(end)) {
      return plan(facts, List.of(), List.of(new Note.Ending(end)), settled);
    }
    Operation operation =
        baseline.state() == ClassState.OFFERED
            ? new DeclineClass(Reason.SECTION_GONE)
            : new ArchiveClass(Reason.SECTION_GONE);
    return plan(facts, List.of(operation), List.of(), settled);
  }

  private static ClassPlan leftAlone(ClassFacts facts, ClassBaseline settled) {
    return plan(facts, List.of(), List.of(new Note.LeftAlone(settled.state())), settled);
  }

  private static ClassPlan plan(
      ClassFacts facts, List<Operation> operations, List<Note> notes, ClassBaseline settled) {
    return new ClassPlan(
        facts.section(), operations, notes, Optional.of(settled), look(facts, operations, notes));
  }

  private static Look look(ClassFacts facts, List<Operation> operations, List<Note> notes) {
    if (!sawSeats(facts.observation()) && operations.stream().anyMatch(Reconciler::changesSeat)) {
      return Look.SEATS;
    }
    boolean turns =
        operations.stream().anyMatch(Reconciler::dependsOnHands)
            || notes.stream().anyMatch(note -> note instanceof Note.LeftAlone)
            || facts.baseline().stream().anyMatch(Reconciler::ownerLeft);
    return turns && facts.observation() instanceof Observation.NotLooked ? Look.CLASS : Look.NONE;
  }

  private static boolean sawSeats(Observation observation) {
    return switch (observation) {
      case Observation.NotLooked _ -> false;
      case Observation.Missing _ -> true;
      case Observation.Seen seen -> seen.seats().isPresent();
    };
  }

  /**
   * Whether it takes somebody from one seat to the other. Whom a hand took off the class meanwhile
   * would come back by it, and no answer would tell (G9).
   */
  private static boolean changesSeat(Operation operation) {
    return operation.reason() == Reason.SEAT_CHANGED;
  }

  /**
   * Whether the owner that we know of could be taken off the class, as no owner can: a hand has
   * given the class to somebody whom we do not know yet.
   */
  private static boolean ownerLeft(ClassBaseline baseline) {
    var seat = baseline.seats().get(baseline.owner().target());
    return seat == null || seat.agreement().target() != Seat.TEACHER;
  }

  /**
   * Whether a person may have done something at the target that turns the operation. A new primary
   * teacher owns the class whoever a hand gave it to; another account alone is no reason to take it
   * from them.
   */
  private static boolean dependsOnHands(Operation operation) {
    return switch (operation.kind()) {
      case RENAME_CLASS, RESTORE_CLASS, ARCHIVE_CLASS, DECLINE_CLASS -> true;
      case CHANGE_OWNER -> operation.reason() != Reason.PRIMARY_TEACHER_CHANGED;
      case CREATE_CLASS, ADD_TEACHER, REMOVE_TEACHER, ADD_STUDENT, REMOVE_STUDENT -> false;
    };
  }
}
