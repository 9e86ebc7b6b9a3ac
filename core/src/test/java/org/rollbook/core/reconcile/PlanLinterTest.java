package org.rollbook.core.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollbook.core.harness.Samples.SECTION;
import static org.rollbook.core.harness.Samples.baseline;
import static org.rollbook.core.harness.Samples.member;
import static org.rollbook.core.harness.Samples.reconciler;
import static org.rollbook.core.harness.Samples.source;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.rollbook.core.harness.Samples;
import org.rollbook.core.harness.TargetClass;
import org.rollbook.core.reconcile.ClassBaseline.Ended;
import org.rollbook.core.reconcile.Observation.NotLooked;
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

/**
 * The linter against the model of a target: on a class that is as the baseline has it, a plan is
 * sound exactly when the target does every step of it, and does none of it twice.
 */
class PlanLinterTest {
  private static final int PLANS = 5_000;
  private static final List<String> LETTERS = List.of("o", "a", "b", "c");

  @Test
  void every_planted_contradiction_is_found_and_no_other() {
    int planted = 0;
    for (long seed = 0; seed < PLANS; seed++) {
      var random = new SplittableRandom(seed);
      var facts = facts(random);
      var sound = reconciler(Policy.COOPERATIVE).reconcile(facts);
      assertThat(PlanLinter.check(facts, sound)).as("seed %s", seed).isEmpty();
      assertThat(takesEveryStep(facts, sound.operations())).as("seed %s", seed).isTrue();

      var spoilt = spoilt(sound.operations(), random);
      var plan = new ClassPlan(SECTION, spoilt, List.of(), sound.settled(), sound.wantsLook());
      boolean takesAll = takesEveryStep(facts, spoilt);
      assertThat(PlanLinter.check(facts, plan).isEmpty())
          .as("seed %s: %s from %s", seed, spoilt, facts)
          .isEqualTo(takesAll);
      planted += takesAll ? 0 : 1;
    }
    assertThat(planted).as("plans with a contradiction in them").isGreaterThan(PLANS / 4);
  }

  @Test
  void a_contradiction_names_its_operation() {
    var facts =
        new ClassFacts(
            SECTION, Optional.empty(), Optional.of(baseline("o", Map.of())), new NotLooked());
    var removal = new RemoveTeacher(member("o"), Reason.LEFT_SECTION);
    var plan = new ClassPlan(SECTION, List.of(removal), List.of(), facts.baseline(), Look.NONE);
    assertThat(PlanLinter.check(facts, plan))
        .containsExactly(new Contradiction(SECTION, removal, "removes the owner"));
  }

  // --- sound plans -----------------------------------------------------------------------------

  private static ClassFacts facts(SplittableRandom random) {
    var primary = LETTERS.get(random.nextInt(LETTERS.size()));
    var wanted = new TreeMap<String, Seat>();
    var agreed = new TreeMap<String, SeatAgreement>();
    for (var letter : LETTERS) {
      if (!letter.equals(primary)) {
        wanted.put(letter, oneOf(List.of(Seat.values()), random));
      }
      if (!letter.equals("o")) {
        agreed.put(letter, SeatAgreement.ours(oneOf(List.of(Seat.values()), random)));
      }
    }
    var name = oneOf(List.of(Samples.NAME, "Biology 3"), random);
    var here = random.nextInt(8) > 0;
    return new ClassFacts(
        SECTION,
        here ? Optional.of(source(name, primary, wanted)) : Optional.empty(),
        known(baseline("o", agreed), random),
        new NotLooked());
  }

  private static Optional<ClassBaseline> known(ClassBaseline known, SplittableRandom random) {
    var overdue = Samples.gone(known, Optional.of(Samples.NOW.minus(Samples.GRACE)));
    return switch (random.nextInt(6)) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(Samples.in(overdue, ClassState.ARCHIVED, Ended.BY_US));
      case 2 -> Optional.of(Samples.in(overdue, ClassState.DECLINED, Ended.BY_US));
      case 3 -> Optional.of(Samples.in(overdue, ClassState.OFFERED, Ended.NOT));
      default -> Optional.of(overdue);
    };
  }

  // --- spoiling them ---------------------------------------------------------------------------

  private static List<Operation> spoilt(List<Operation> sound, SplittableRandom random) {
    var operations = new ArrayList<>(sound);
    if (operations.isEmpty()) {
      operations.add(planted(random));
      return operations;
    }
    int at = random.nextInt(operations.size());
    switch (random.nextInt(5)) {
      case 0 -> operations.remove(at);
      case 1 -> operations.add(random.nextInt(operations.size() + 1), operations.get(at));
      case 2 -> Collections.swap(operations, at, random.nextInt(operations.size()));
      case 3 -> operations.set(at, planted(random));
      default -> operations.add(at, planted(random));
    }
    return operations;
  }

  private static Operation planted(SplittableRandom random) {
    var member = member(oneOf(LETTERS, random));
    var reason = Reason.PUT_BACK;
    return switch (oneOf(List.of(OperationKind.values()), random)) {
      case CREATE_CLASS -> new CreateClass(Samples.NAME, member, reason);
      case RESTORE_CLASS ->
          new RestoreClass(
              oneOf(List.of(ClassState.ARCHIVED, ClassState.DECLINED), random), reason);
      case RENAME_CLASS -> new RenameClass(Samples.NAME, "Chemistry", reason);
      case ADD_TEACHER -> new AddTeacher(member, reason);
      case CHANGE_OWNER -> new ChangeOwner(Samples.account("o"), member, reason);
      case REMOVE_TEACHER -> new RemoveTeacher(member, reason);
      case ADD_STUDENT -> new AddStudent(member, reason);
      case REMOVE_STUDENT -> new RemoveStudent(member, reason);
      case ARCHIVE_CLASS -> new ArchiveClass(reason);
      case DECLINE_CLASS -> new DeclineClass(reason);
    };
  }

  private static <T> T oneOf(List<T> choices, SplittableRandom random) {
    return choices.get(random.nextInt(choices.size()));
  }

  // --- what the target says --------------------------------------------------------------------

  private static boolean takesEveryStep(ClassFacts facts, List<Operation> operations) {
    var target = new TargetClass();
    facts.baseline().ifPresent(target::become);
    boolean ended = false;
    for (var operation : operations) {
      boolean fromTheOwner =
          !(operation instanceof ChangeOwner change) || target.isOwner(change.from());
      if (ended
          || !fromTheOwner
          || !(target.perform(operation, _ -> true) instanceof Outcome.Done)) {
        return false;
      }
      ended = operation.kind().ends();
    }
    return true;
  }
}
