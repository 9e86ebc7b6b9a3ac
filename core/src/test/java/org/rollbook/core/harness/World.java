package org.rollbook.core.harness;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.rollbook.core.harness.Happening.AccountReplaced;
import org.rollbook.core.harness.Happening.AccountSuspended;
import org.rollbook.core.harness.Happening.AccountUsable;
import org.rollbook.core.harness.Happening.BaselineLost;
import org.rollbook.core.harness.Happening.DaysPass;
import org.rollbook.core.harness.Happening.HandGivesClassTo;
import org.rollbook.core.harness.Happening.HandRenames;
import org.rollbook.core.harness.Happening.HandSeats;
import org.rollbook.core.harness.Happening.HandTurns;
import org.rollbook.core.harness.Happening.SectionLeaves;
import org.rollbook.core.harness.Happening.SectionReturns;
import org.rollbook.core.harness.Happening.SourceNamesPrimary;
import org.rollbook.core.harness.Happening.SourceRenames;
import org.rollbook.core.harness.Happening.SourceSeats;
import org.rollbook.core.harness.Happening.Sync;
import org.rollbook.core.reconcile.AccountId;
import org.rollbook.core.reconcile.BaselineAfter;
import org.rollbook.core.reconcile.ClassBaseline;
import org.rollbook.core.reconcile.ClassFacts;
import org.rollbook.core.reconcile.ClassPlan;
import org.rollbook.core.reconcile.ClassState;
import org.rollbook.core.reconcile.Look;
import org.rollbook.core.reconcile.Observation;
import org.rollbook.core.reconcile.Observation.NotLooked;
import org.rollbook.core.reconcile.Operation.CreateClass;
import org.rollbook.core.reconcile.Outcome;
import org.rollbook.core.reconcile.Policy;
import org.rollbook.core.reconcile.Reconciler;
import org.rollbook.core.reconcile.Seat;

/** One section, its class, the hands on it, and a sync between; every promise is watched. */
public final class World {
  public static final List<String> PEOPLE = List.of("a", "b", "c", "d", "e");

  /** Accounts that hands put into classes: people's, and those of two whom no source knows. */
  public static final List<String> ACCOUNTS = List.of("a", "b", "c", "d", "e", "x", "y");

  private final Policy policy;
  private final SourceSection section = new SourceSection();
  private final TargetClass target = new TargetClass();
  private final Hands hands = new Hands();
  private final PlanWatch watch = new PlanWatch(section);
  private Optional<ClassBaseline> baseline = Optional.empty();
  private Instant now = Samples.NOW;

  public World(Policy policy) {
    this.policy = policy;
  }

  /** Plays a history to its end, lets the world come to rest, and checks what must hold then. */
  public static void play(History history, Policy policy) {
    var world = new World(policy);
    history.happenings().forEach(world::happen);
    world.rest();
  }

  private void happen(Happening happening) {
    switch (happening) {
      case SourceRenames(var name) -> section.rename(name);
      case SourceSeats(var person, var seat) -> section.seat(person, seat);
      case SourceNamesPrimary(var person) -> section.namePrimary(person);
      case SectionLeaves _ -> section.share(false);
      case SectionReturns _ -> section.share(true);
      case AccountSuspended(var person) -> section.suspend(person);
      case AccountUsable(var person) -> section.useAgain(person);
      case AccountReplaced(var person) -> section.replaceAccount(person);
      case HandSeats(var account, var seat) -> handSeats(new AccountId(account), seat);
      case HandRenames(var name) -> handRenames(name);
      case HandGivesClassTo(var account) -> handGivesClassTo(new AccountId(account));
      case HandTurns(var state) -> handTurns(state);
      case BaselineLost _ -> loseBaseline();
      case DaysPass(var days) -> now = now.plus(Samples.GRACE.dividedBy(7).multipliedBy(days));
      case Sync sync -> sync(sync);
    }
  }

  // --- hands -----------------------------------------------------------------------------------

  private void handSeats(AccountId account, Seat seat) {
    if (target.modifiable() && !target.isOwner(account) && section.usable(account)) {
      target.put(account, seat);
      hands.seated(account, seat, baseline);
    }
  }

  private void handRenames(String name) {
    if (target.modifiable()) {
      target.rename(name);
      hands.renamed(name, baseline);
    }
  }

  private void handGivesClassTo(AccountId account) {
    if (target.is(ClassState.ACTIVE) && section.usable(account)) {
      target.giveTo(account);
      hands.seated(account, Seat.TEACHER, baseline);
      hands.gave(account, baseline);
    }
  }

  private void handTurns(ClassState state) {
    boolean can =
        switch (state) {
          case OFFERED -> false;
          case ACTIVE -> target.exists();
          case ARCHIVED -> target.is(ClassState.ACTIVE);
          case DECLINED -> target.is(ClassState.OFFERED);
          case DELETED -> target.is(ClassState.ARCHIVED);
        };
    if (can && !target.is(state)) {
      target.turn(state);
      hands.turned(state, baseline);
    }
  }

  private void loseBaseline() {
    baseline = Optional.empty();
    hands.forgetOnLoss();
  }

  // --- the sync --------------------------------------------------------------------------------

  private void sync(Sync sync) {
    hands.syncing(section, target, now);
    boolean look = sync.audit() && baseline.isPresent();
    run(look ? target.look(true) : new NotLooked(), sync.answers());
  }

  private void run(Observation observation, int answers) {
    var plan = looked(observation);
    var known = baseline;
    baseline = plan.settled();
    boolean clean = true;
    for (var operation : plan.operations().stream().limit(answers).toList()) {
      var outcome = target.perform(operation, section::usable);
      if (operation instanceof CreateClass create) {
        if (outcome instanceof Outcome.HandWasThere(var found)) {
          run(found, answers);
          return;
        }
        baseline = BaselineAfter.created(Samples.SECTION, create, outcome);
      } else {
        baseline = baseline.map(before -> BaselineAfter.after(before, operation, outcome));
      }
      if (policy == Policy.COOPERATIVE) {
        hands.answered(operation, outcome, section, now);
      }
      clean &= outcome instanceof Outcome.Done || outcome instanceof Outcome.AlreadySo;
    }
    // First contact removes nothing, whatever the policy; it is the next plan that mirrors.
    boolean firstContact = observation instanceof Observation.Seen && known.isEmpty();
    if (firstContact) {
      hands.forgetOnLoss();
    }
    boolean whole = clean && plan.operations().size() <= answers;
    if (whole && !(firstContact && policy == Policy.MIRROR)) {
      var again = looked(new NotLooked()).operations();
      Broken.unless(again.isEmpty(), "planning again gives nothing", again);
    }
  }

  private ClassPlan looked(Observation observation) {
    var plan = plan(observation);
    while (plan.wantsLook() != Look.NONE) {
      plan = plan(target.look(plan.wantsLook() == Look.SEATS));
    }
    return plan;
  }

  private ClassPlan plan(Observation observation) {
    var facts = new ClassFacts(Samples.SECTION, section.source(), baseline, observation);
    var plan = new Reconciler(policy, Samples.GRACE, now).reconcile(facts);
    var same = new Reconciler(policy, Samples.GRACE, now).reconcile(facts);
    Broken.unless(plan.equals(same), "equal facts give equal plans", plan, same);
    watch.check(facts, plan);
    return plan;
  }

  // --- rest ------------------------------------------------------------------------------------

  /**
   * The hands stop, everybody can use their account; two syncs, one of them an audit, are enough.
   */
  private void rest() {
    PEOPLE.forEach(section::useAgain);
    sync(new Sync(false, Integer.MAX_VALUE));
    sync(new Sync(true, Integer.MAX_VALUE));
    for (var observation : List.of(new NotLooked(), target.look(true))) {
      if (baseline.isPresent()) {
        var left = plan(observation).operations();
        Broken.unless(left.isEmpty(), "nothing is left to do at rest", left);
      }
    }
    new AtRest(policy, section, target, hands, baseline).check();
  }
}
