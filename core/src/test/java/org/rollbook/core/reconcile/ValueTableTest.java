package org.rollbook.core.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollbook.core.harness.Samples.NAME;
import static org.rollbook.core.harness.Samples.SECTION;
import static org.rollbook.core.harness.Samples.account;
import static org.rollbook.core.harness.Samples.baseline;
import static org.rollbook.core.harness.Samples.member;
import static org.rollbook.core.harness.Samples.named;
import static org.rollbook.core.harness.Samples.owned;
import static org.rollbook.core.harness.Samples.reconciler;
import static org.rollbook.core.harness.Samples.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.rollbook.core.harness.Samples;
import org.rollbook.core.reconcile.Observation.Seen;
import org.rollbook.core.reconcile.Operation.ChangeOwner;
import org.rollbook.core.reconcile.Operation.RenameClass;

/**
 * The decision table for name and owner: every source, every pair that source and target may have
 * agreed on (kept changes included), every target.
 */
class ValueTableTest {
  private static final List<String> VALUES = List.of("p", "q", "r");

  /**
   * Section D of the rules, for values that differ now. "hand before": a kept change stands in the
   * baseline.
   */
  private static final String TABLE =
      """
      source  target  hand before | name  | owner | mirror
      same    same    yes         | keep  | keep  | apply
      same    changed no          | keep  | keep  | apply
      same    changed yes         | keep  | keep  | apply
      changed same    no          | apply | apply | apply
      changed same    yes         | keep  | apply | apply
      changed changed no          | keep  | apply | apply
      changed changed yes         | keep  | apply | apply
      """;

  private record Case(String source, Agreement<String> before, String target, Policy policy) {
    boolean applies(String fact) {
      if (source.equals(target)) {
        return false;
      }
      var row =
          List.of(
              source.equals(before.source()) ? "same" : "changed",
              target.equals(before.target()) ? "same" : "changed",
              before.source().equals(before.target()) ? "no" : "yes");
      var lines = TABLE.lines().map(line -> List.of(line.split("[\\s|]+", -1))).toList();
      var cells = lines.stream().filter(line -> line.subList(0, 3).equals(row)).findFirst();
      return cells.orElseThrow().get(column(fact)).equals("apply");
    }

    private int column(String fact) {
      if (policy == Policy.MIRROR) {
        return 5;
      }
      return fact.equals("name") ? 3 : 4;
    }
  }

  private static List<Case> everyCase() {
    var cases = new ArrayList<Case>();
    for (var policy : Policy.values()) {
      for (var source : VALUES) {
        for (var agreedSource : VALUES) {
          for (var agreedTarget : VALUES) {
            for (var target : VALUES) {
              cases.add(
                  new Case(source, new Agreement<>(agreedSource, agreedTarget), target, policy));
            }
          }
        }
      }
    }
    return cases;
  }

  @Test
  void every_name_is_decided_as_the_table_says() {
    assertThat(everyCase()).hasSize(2 * 81);
    for (var one : everyCase()) {
      var facts =
          new ClassFacts(
              SECTION,
              Optional.of(source(one.source, "o", Map.of())),
              Optional.of(named(baseline("o", Map.of()), one.before)),
              new Seen(one.target, account("o"), ClassState.ACTIVE, Optional.empty()));
      var plan = reconciler(one.policy).reconcile(facts);
      List<Operation> expected =
          one.applies("name")
              ? List.of(new RenameClass(one.target, one.source, Reason.SECTION_RENAMED))
              : List.of();
      assertThat(plan.operations()).as("%s", one).isEqualTo(expected);
      assertThat(plan.settled().orElseThrow().name())
          .as("%s", one)
          .isEqualTo(one.applies("name") ? one.before : new Agreement<>(one.source, one.target));
      assertThat(PlanLinter.check(facts, plan)).as("%s", one).isEmpty();
    }
  }

  @Test
  void every_owner_is_decided_as_the_table_says() {
    for (var one : everyCase()) {
      var facts = ownerFacts(one);
      var plan = reconciler(one.policy).reconcile(facts);
      List<Operation> expected =
          one.applies("owner")
              ? List.of(
                  new ChangeOwner(
                      account(one.target), member(one.source), Reason.PRIMARY_TEACHER_CHANGED))
              : List.of();
      assertThat(plan.operations()).as("%s", one).isEqualTo(expected);
      assertThat(plan.settled().orElseThrow().owner())
          .as("%s", one)
          .isEqualTo(
              one.applies("owner")
                  ? accounts(one.before)
                  : accounts(new Agreement<>(one.source, one.target)));
      assertThat(PlanLinter.check(facts, plan)).as("%s", one).isEmpty();
    }
  }

  /** All three are teachers of the class already, so that only ownership is in question. */
  private static ClassFacts ownerFacts(Case one) {
    var ours = SeatAgreement.ours(Seat.TEACHER);
    var teachers = Map.of("p", Seat.TEACHER, "q", Seat.TEACHER, "r", Seat.TEACHER);
    var others = new TreeMap<>(teachers);
    others.remove(one.source);
    var agreed = baseline("p", Map.of("q", ours, "r", ours));
    return new ClassFacts(
        SECTION,
        Optional.of(Samples.source(one.source, others)),
        Optional.of(owned(agreed, accounts(one.before))),
        new Seen(NAME, account(one.target), ClassState.ACTIVE, Optional.empty()));
  }

  private static Agreement<AccountId> accounts(Agreement<String> letters) {
    return new Agreement<>(account(letters.source()), account(letters.target()));
  }
}
