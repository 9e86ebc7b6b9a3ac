package org.rollbook.core.harness;

import static org.rollbook.core.harness.Directory.ACCOUNTS;
import static org.rollbook.core.harness.Directory.PEOPLE;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.rollbook.core.reconcile.AccountId;
import org.rollbook.core.reconcile.AccountMatch.Unmatched;
import org.rollbook.core.reconcile.BaselineAfter;
import org.rollbook.core.reconcile.ClassBaseline;
import org.rollbook.core.reconcile.ClassFacts;
import org.rollbook.core.reconcile.ClassPlan;
import org.rollbook.core.reconcile.ClassState;
import org.rollbook.core.reconcile.LateAnswers;
import org.rollbook.core.reconcile.Look;
import org.rollbook.core.reconcile.Observation;
import org.rollbook.core.reconcile.Observation.NotLooked;
import org.rollbook.core.reconcile.Operation;
import org.rollbook.core.reconcile.Operation.CreateClass;
import org.rollbook.core.reconcile.Outcome;
import org.rollbook.core.reconcile.PlanLinter;
import org.rollbook.core.reconcile.Policy;
import org.rollbook.core.reconcile.Reconciler;
import org.rollbook.core.reconcile.Seat;
import org.rollbook.core.reconcile.SourceClass;
import org.rollbook.core.reconcile.SourceMember;

/**
 * A random history of one class whose people pass their accounts on and swap them, while runs are
 * killed and answers are lost. No plan contradicts itself, and who plans again after a run that did
 * all of its plan finds nothing to do. Where no hands are at work, nothing is refused either, and
 * everybody is in the class as listed.
 */
public final class PassingAccounts {
  private static final int ALL_ANSWERS = Integer.MAX_VALUE;
  private static final int SYNCS_AT_REST = 9;
  private static final List<Seat> SEATS = List.of(Seat.values());

  private final SplittableRandom random;
  private final boolean hands;
  private final List<String> happened = new ArrayList<>();
  private final Directory directory = new Directory();
  private final SortedMap<String, Seat> seats = new TreeMap<>();
  private final TargetClass target = new TargetClass();
  private final List<Operation> unanswered = new ArrayList<>();
  private Optional<String> primary = Optional.of("a");
  private boolean shared = true;
  private Optional<ClassBaseline> baseline = Optional.empty();
  private Instant now = Samples.NOW;

  private PassingAccounts(long seed, boolean hands) {
    this.random = new SplittableRandom(seed);
    this.hands = hands;
  }

  /**
   * Plays the history of a seed.
   *
   * @return what happened, when a promise was broken
   */
  public static Optional<String> broken(long seed, boolean hands) {
    var play = new PassingAccounts(seed, hands);
    try {
      for (long i = 0; i < 5 + seed % 40; i++) {
        play.happen();
      }
      for (int i = 0; i < SYNCS_AT_REST; i++) {
        play.sync(ALL_ANSWERS);
      }
      return Optional.empty();
    } catch (Broken | IllegalArgumentException e) {
      return Optional.of(String.join("\n  ", play.happened) + "\n" + e.getMessage());
    }
  }

  private void happen() {
    switch (random.nextInt(hands ? 15 : 11)) {
      case 0, 1 -> list(oneOf(PEOPLE), oneOf(SEATS));
      case 2 -> namePrimary();
      case 3, 4, 5, 6 -> atDirectory();
      case 7 -> shared = random.nextInt(3) != 0;
      case 8, 9, 10 -> sync(random.nextInt(4) == 0 ? random.nextInt(4) : ALL_ANSWERS);
      default -> byHand();
    }
  }

  private <T> T oneOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private void list(String person, Seat seat) {
    seats.put(person, seat);
    happened.add("%s is %s".formatted(person, seat));
  }

  private void namePrimary() {
    primary = random.nextInt(5) == 0 ? Optional.empty() : Optional.of(oneOf(PEOPLE));
    happened.add("primary teacher " + primary);
  }

  private void atDirectory() {
    switch (random.nextInt(4)) {
      case 0 -> directory.pass(oneOf(ACCOUNTS), oneOf(PEOPLE));
      case 1 -> directory.swap(oneOf(PEOPLE), oneOf(PEOPLE));
      case 2 -> directory.delete(oneOf(PEOPLE));
      default -> directory.suspendOrNot(oneOf(PEOPLE));
    }
    happened.add(directory.toString());
  }

  private void byHand() {
    var account = new AccountId(oneOf(ACCOUNTS));
    var seat = oneOf(SEATS);
    switch (random.nextInt(4)) {
      case 0, 1 -> {
        if (target.modifiable() && !target.isOwner(account)) {
          target.put(account, seat);
          happened.add("a hand makes %s %s".formatted(account, seat));
        }
      }
      case 2 -> {
        if (target.is(ClassState.ACTIVE)) {
          target.giveTo(account);
          happened.add("a hand gives the class to " + account);
        }
      }
      default -> {
        if (target.is(ClassState.OFFERED)) {
          target.turn(ClassState.ACTIVE);
          happened.add("the class is accepted");
        }
      }
    }
  }

  // --- the sync --------------------------------------------------------------------------------

  private void sync(int answers) {
    directory.matchAnew();
    now = now.plus(Samples.GRACE.plusDays(1));
    happened.add("sync, shared %s, %s answers; %s".formatted(shared, answers, directory));
    if (unanswered.isEmpty()) {
      boolean audit = baseline.isPresent() && random.nextInt(3) == 0;
      run(audit ? target.look(true) : new NotLooked(), answers);
    } else if (random.nextInt(3) > 0) {
      var look = target.look(true);
      baseline = LateAnswers.heard(Samples.SECTION, baseline, unanswered, look);
      unanswered.clear();
      run(look, answers);
    }
  }

  private void run(Observation observation, int answers) {
    var plan = plan(observation);
    while (plan.wantsLook() != Look.NONE) {
      plan = plan(target.look(plan.wantsLook() == Look.SEATS));
    }
    happened.add("  " + plan.operations());
    baseline = plan.settled();
    boolean clean = plan.operations().size() <= answers;
    for (var operation : plan.operations().stream().limit(answers).toList()) {
      if (getsNoAnswer(operation)) {
        return;
      }
      var outcome = target.perform(operation, _ -> true);
      if (operation instanceof CreateClass && outcome instanceof Outcome.HandWasThere(var found)) {
        run(found, answers);
        return;
      }
      baseline = after(operation, outcome);
      clean &= outcome instanceof Outcome.Done || outcome instanceof Outcome.AlreadySo;
      Broken.unless(hands || !(outcome instanceof Outcome.Refused), "not refused", operation);
    }
    if (clean) {
      var again = plan(new NotLooked()).operations();
      Broken.unless(again.isEmpty(), "planning again gives nothing", again, baseline);
      checkSeats();
    }
  }

  private boolean getsNoAnswer(Operation operation) {
    if (random.nextInt(12) != 0) {
      return false;
    }
    if (random.nextBoolean()) {
      target.perform(operation, _ -> true);
    }
    unanswered.add(operation);
    happened.add("  no answer to " + operation);
    return true;
  }

  private Optional<ClassBaseline> after(Operation operation, Outcome outcome) {
    return operation instanceof CreateClass create
        ? BaselineAfter.created(Samples.SECTION, create, outcome)
        : baseline.map(before -> BaselineAfter.after(before, operation, outcome));
  }

  private ClassPlan plan(Observation observation) {
    var facts = new ClassFacts(Samples.SECTION, source(), baseline, observation);
    var plan = new Reconciler(Policy.COOPERATIVE, Samples.GRACE, now).reconcile(facts);
    var contradictions = PlanLinter.check(facts, plan);
    Broken.unless(contradictions.isEmpty(), "no plan contradicts itself", contradictions, baseline);
    return plan;
  }

  private Optional<SourceClass> source() {
    if (!shared) {
      return Optional.empty();
    }
    var teachers = new ArrayList<SourceMember>();
    var students = new ArrayList<SourceMember>();
    seats.forEach((person, seat) -> {
      if (seat == Seat.TEACHER && !primary.equals(Optional.of(person))) {
        teachers.add(member(person));
      } else if (seat == Seat.STUDENT) {
        students.add(member(person));
      }
    });
    return Optional.of(
        Samples.section(Samples.NAME, primary.map(this::member), teachers, students));
  }

  private SourceMember member(String person) {
    return new SourceMember(Samples.person(person), directory.match(person));
  }

  // --- what must be so -------------------------------------------------------------------------

  private void checkSeats() {
    if (hands || !shared || !target.modifiable()) {
      return;
    }
    var owner = primary.flatMap(directory::usable);
    owner.ifPresent(account ->
        Broken.unless(target.isOwner(account), "the primary teacher owns the class", account));
    for (var name : ACCOUNTS) {
      var account = new AccountId(name);
      boolean ownerStays = target.isOwner(account) && owner.isEmpty();
      Broken.unless(
          ownerStays || target.seat(account) == listed(account) || waitsWith(account),
          "everybody is in the class as listed",
          account,
          target.seat(account));
    }
  }

  private Seat listed(AccountId account) {
    return PEOPLE.stream()
        .filter(person -> directory.usable(person).equals(Optional.of(account)))
        .map(this::seat)
        .findFirst()
        .orElse(Seat.NONE);
  }

  private Seat seat(String person) {
    return primary.equals(Optional.of(person))
        ? Seat.TEACHER
        : seats.getOrDefault(person, Seat.NONE);
  }

  /** Whether it was last the account of somebody listed who has none to use now (G3). */
  private boolean waitsWith(AccountId account) {
    return listed(account) == Seat.NONE
        && PEOPLE.stream()
            .filter(person -> seat(person) != Seat.NONE)
            .map(directory::match)
            .anyMatch(match ->
                match instanceof Unmatched unmatched
                    && unmatched.formerly().equals(Optional.of(account)));
  }
}
