package org.rollbook.core.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollbook.core.harness.Samples.SECTION;
import static org.rollbook.core.harness.Samples.account;
import static org.rollbook.core.harness.Samples.agreements;
import static org.rollbook.core.harness.Samples.baseline;
import static org.rollbook.core.harness.Samples.reconciler;
import static org.rollbook.core.harness.Samples.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.rollbook.core.harness.Samples;
import org.rollbook.core.reconcile.Observation.Seen;

/**
 * The decision table for seats, every combination of it: one fact over {absent, v1, v2} in source,
 * baseline and target is 27 cases, two facts 729.
 */
class SeatTableTest {
  /**
   * Written by hand from section D of the rules. N nobody, S student, T teacher; + adds, - removes;
   * "hand" keeps what a person did, "." is in step or agreed.
   */
  private static final String TABLE =
      """
      source baseline target | cooperative | mirror
      N N N | .     | .
      N N S | hand  | -S
      N N T | hand  | -T
      N S N | .     | .
      N S S | -S    | -S
      N S T | hand  | -T
      N T N | .     | .
      N T S | hand  | -S
      N T T | -T    | -T
      S N N | +S    | +S
      S N S | .     | .
      S N T | hand  | -T +S
      S S N | hand  | +S
      S S S | .     | .
      S S T | hand  | -T +S
      S T N | hand  | +S
      S T S | .     | .
      S T T | -T +S | -T +S
      T N N | +T    | +T
      T N S | hand  | -S +T
      T N T | .     | .
      T S N | hand  | +T
      T S S | -S +T | -S +T
      T S T | .     | .
      T T N | hand  | +T
      T T S | hand  | -S +T
      T T T | .     | .
      """;

  private record Case(Seat source, Seat baseline, Seat target, String cooperative, String mirror) {
    static Case of(String line) {
      var cells = line.split("\\s*\\|\\s*", -1);
      var seats = cells[0].split(" ", -1);
      return new Case(seat(seats[0]), seat(seats[1]), seat(seats[2]), cells[1], cells[2]);
    }

    /** Whom a hand took off meanwhile would come back by it, so that somebody looks first. */
    boolean changesRole() {
      return source != baseline && source != Seat.NONE && baseline != Seat.NONE;
    }

    String expected(Policy policy) {
      return policy == Policy.COOPERATIVE ? cooperative : mirror;
    }

    List<String> operations(Policy policy, String letter) {
      return expected(policy).matches("\\.|hand")
          ? List.of()
          : List.of(expected(policy).split(" ", -1)).stream().map(step -> step + letter).toList();
    }

    /** What the baseline says before any answer: calls are not taken for granted. */
    SeatAgreement settled(Policy policy) {
      if (!operations(policy, "").isEmpty()) {
        return SeatAgreement.ours(baseline);
      }
      boolean byHand = target != baseline && target != Seat.NONE;
      return new SeatAgreement(source, target, byHand);
    }
  }

  private static final List<Case> CASES = TABLE.lines().skip(1).map(Case::of).toList();

  private static Seat seat(String letter) {
    return switch (letter) {
      case "S" -> Seat.STUDENT;
      case "T" -> Seat.TEACHER;
      default -> Seat.NONE;
    };
  }

  @TestFactory
  List<DynamicTest> one_fact_over_27_cases() {
    var tests = new ArrayList<DynamicTest>();
    for (var policy : Policy.values()) {
      for (var one : CASES) {
        tests.add(
            DynamicTest.dynamicTest(policy + " " + one, () -> check(policy, Map.of("a", one))));
      }
    }
    assertThat(tests).hasSize(2 * 27);
    return tests;
  }

  @Test
  void two_facts_over_729_cases_do_not_disturb_each_other() {
    for (var policy : Policy.values()) {
      for (var first : CASES) {
        for (var second : CASES) {
          check(policy, Map.of("a", first, "b", second));
        }
      }
    }
  }

  @Test
  void without_a_look_the_target_is_taken_to_be_as_the_baseline_has_it() {
    for (var policy : Policy.values()) {
      for (var one : CASES) {
        if (one.baseline == one.target) {
          var facts = facts(Map.of("a", one));
          var unseen =
              new ClassFacts(
                  SECTION, facts.source(), facts.baseline(), new Observation.NotLooked());
          var plan = reconciler(policy).reconcile(unseen);
          var seen = reconciler(policy).reconcile(facts);
          assertThat(plan.operations()).isEqualTo(seen.operations());
          assertThat(plan.notes()).isEqualTo(seen.notes());
          assertThat(plan.settled()).isEqualTo(seen.settled());
          assertThat(plan.wantsLook()).isEqualTo(one.changesRole() ? Look.SEATS : Look.NONE);
          assertThat(seen.wantsLook()).isEqualTo(Look.NONE);
        }
      }
    }
  }

  private static void check(Policy policy, Map<String, Case> cases) {
    var facts = facts(cases);
    var plan = reconciler(policy).reconcile(facts);
    var operations = new ArrayList<String>();
    var seats = new TreeMap<String, SeatAgreement>();
    cases.forEach((letter, one) -> {
      operations.addAll(one.operations(policy, letter));
      seats.put(letter, one.settled(policy));
    });
    assertThat(plan.operations().stream().map(SeatTableTest::written))
        .as("%s %s", policy, cases)
        .containsExactlyInAnyOrderElementsOf(operations);
    assertThat(agreements(plan.settled().orElseThrow()))
        .as("%s %s", policy, cases)
        .isEqualTo(agreements(baseline("o", seats)));
    assertThat(PlanLinter.check(facts, plan)).isEmpty();
  }

  private static ClassFacts facts(Map<String, Case> cases) {
    var sourceSeats = new TreeMap<String, Seat>();
    var agreed = new TreeMap<String, SeatAgreement>();
    var found = new TreeMap<AccountId, Seat>(Map.of(account("o"), Seat.TEACHER));
    cases.forEach((letter, one) -> {
      sourceSeats.put(letter, one.source);
      agreed.put(letter, SeatAgreement.ours(one.baseline));
      if (one.target != Seat.NONE) {
        found.put(account(letter), one.target);
      }
    });
    var seen = new Seen(Samples.NAME, account("o"), ClassState.ACTIVE, Optional.of(found));
    return new ClassFacts(
        SECTION, Optional.of(source("o", sourceSeats)), Optional.of(baseline("o", agreed)), seen);
  }

  private static String written(Operation operation) {
    return switch (operation) {
      case Operation.AddTeacher(var member, _) -> "+T" + member.account();
      case Operation.AddStudent(var member, _) -> "+S" + member.account();
      case Operation.RemoveTeacher(var member, _) -> "-T" + member.account();
      case Operation.RemoveStudent(var member, _) -> "-S" + member.account();
      case Operation.CreateClass _,
          Operation.RestoreClass _,
          Operation.RenameClass _,
          Operation.ChangeOwner _,
          Operation.ArchiveClass _,
          Operation.DeclineClass _ ->
          operation.toString();
    };
  }
}
