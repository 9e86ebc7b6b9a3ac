package org.rollbook.core.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollbook.core.harness.Samples.SECTION;
import static org.rollbook.core.harness.Samples.account;
import static org.rollbook.core.harness.Samples.agreements;
import static org.rollbook.core.harness.Samples.baseline;
import static org.rollbook.core.harness.Samples.reconciler;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.rollbook.core.harness.Samples;
import org.rollbook.core.reconcile.Observation.NotLooked;
import org.rollbook.core.reconcile.Observation.Seen;

/**
 * The decision table for a seat with everything that a baseline can remember of hands: every seat
 * in the source, every valid agreement, every seat at the target or no look, both policies.
 */
class HandOnSeatTableTest {
  /**
   * Section D of the rules, for seats that differ now. "hand before": the baseline knows of a
   * person's change or that a person put the member there.
   */
  private static final String TABLE =
      """
      source  target  hand before | cooperative | mirror
      same    same    no          | impossible  | impossible
      same    same    yes         | keep        | apply
      same    changed no          | keep        | apply
      same    changed yes         | keep        | apply
      changed same    no          | apply       | apply
      changed same    yes         | keep        | apply
      changed changed no          | keep        | apply
      changed changed yes         | keep        | apply
      """;

  private record Case(Seat source, SeatAgreement before, Optional<Seat> seen, Policy policy) {
    Seat target() {
      return seen.orElse(before.target());
    }

    boolean moves() {
      if (source == target()) {
        return false;
      }
      var row =
          List.of(
              source == before.source() ? "same" : "changed",
              target() == before.target() ? "same" : "changed",
              before.byHand() || before.source() != before.target() ? "yes" : "no");
      var cells =
          TABLE
              .lines()
              .map(line -> List.of(line.split("[\\s|]+", -1)))
              .filter(line -> line.subList(0, 3).equals(row))
              .findFirst()
              .orElseThrow();
      var answer = cells.get(policy == Policy.COOPERATIVE ? 3 : 4);
      assertThat(answer).as("%s", this).isNotEqualTo("impossible");
      return answer.equals("apply");
    }

    ClassFacts facts() {
      var found = new TreeMap<AccountId, Seat>(Map.of(account("o"), Seat.TEACHER));
      found.put(account("a"), target());
      Observation observation =
          seen.isEmpty()
              ? new NotLooked()
              : new Seen(Samples.NAME, account("o"), ClassState.ACTIVE, Optional.of(found));
      return new ClassFacts(
          SECTION,
          Optional.of(Samples.source("o", Map.of("a", source))),
          Optional.of(baseline("o", Map.of("a", before))),
          observation);
    }
  }

  private static List<Case> everyCase() {
    var cases = new ArrayList<Case>();
    for (var policy : Policy.values()) {
      for (var source : Seat.values()) {
        for (var before : everyAgreement()) {
          cases.add(new Case(source, before, Optional.empty(), policy));
          for (var seen : Seat.values()) {
            cases.add(new Case(source, before, Optional.of(seen), policy));
          }
        }
      }
    }
    return cases;
  }

  private static List<SeatAgreement> everyAgreement() {
    var agreements = new ArrayList<SeatAgreement>();
    for (var source : Seat.values()) {
      for (var target : Seat.values()) {
        agreements.add(new SeatAgreement(source, target, false));
        if (target != Seat.NONE) {
          agreements.add(new SeatAgreement(source, target, true));
        }
      }
    }
    return agreements;
  }

  @Test
  void every_seat_with_every_memory_of_hands_is_decided_as_the_table_says() {
    var cases = everyCase();
    assertThat(cases).hasSize(2 * 3 * 15 * 4);
    for (var one : cases) {
      var plan = reconciler(one.policy).reconcile(one.facts());
      assertThat(!plan.operations().isEmpty()).as("%s", one).isEqualTo(one.moves());
      assertThat(agreements(plan.settled().orElseThrow()))
          .as("%s", one)
          .isEqualTo(agreements(baseline("o", Map.of("a", expectedAgreement(one)))));
      assertThat(PlanLinter.check(one.facts(), plan)).as("%s", one).isEmpty();
    }
  }

  private static SeatAgreement expectedAgreement(Case one) {
    if (one.moves()) {
      return one.before;
    }
    boolean handPutIt = one.before.byHand() || one.target() != one.before.target();
    return new SeatAgreement(one.source, one.target(), one.target() != Seat.NONE && handPutIt);
  }

  @Test
  void a_plan_says_once_that_a_seat_is_kept_and_then_is_silent() {
    for (var one : everyCase()) {
      var reconciler = reconciler(one.policy);
      var first = reconciler.reconcile(one.facts());
      if (first.operations().isEmpty()) {
        var again =
            new ClassFacts(
                SECTION, one.facts().source(), first.settled(), one.facts().observation());
        var second = reconciler.reconcile(again);
        assertThat(second.operations()).as("%s", one).isEmpty();
        assertThat(second.notes()).as("%s", one).isEmpty();
        assertThat(second.settled()).as("%s", one).isEqualTo(first.settled());
      }
    }
  }
}
