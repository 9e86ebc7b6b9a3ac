package org.rollbook.core.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollbook.core.harness.Samples.member;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollbook.core.guard.PlanGuard.SchoolSize;
import org.rollbook.core.guard.PlanHold.Rule;
import org.rollbook.core.reconcile.ClassPlan;
import org.rollbook.core.reconcile.Look;
import org.rollbook.core.reconcile.Operation;
import org.rollbook.core.reconcile.Operation.ArchiveClass;
import org.rollbook.core.reconcile.Operation.DeclineClass;
import org.rollbook.core.reconcile.Operation.RemoveStudent;
import org.rollbook.core.reconcile.Operation.RemoveTeacher;
import org.rollbook.core.reconcile.Reason;
import org.rollbook.core.roster.RecordId;

/** R2 at, and just over, each of its limits. */
class PlanGuardTest {
  private static final RecordId NORTH = new RecordId(1);
  private static final RecordId SOUTH = new RecordId(2);
  private static final int BIG = 1_000_000;

  private final PlanGuard guard = new PlanGuard(PlanLimits.USUAL);

  private static ClassPlan plan(long section, List<Operation> operations) {
    return new ClassPlan(new RecordId(section), operations, List.of(), Optional.empty(), Look.NONE);
  }

  private static ClassPlan removing(long section, int count) {
    Operation student = new RemoveStudent(member("s"), Reason.LEFT_SECTION);
    Operation teacher = new RemoveTeacher(member("t"), Reason.LEFT_SECTION);
    var removals = Stream.iterate(student, last -> last.equals(student) ? teacher : student);
    return plan(section, removals.limit(count).toList());
  }

  private static ClassPlan ending(long section) {
    return plan(
        section,
        List.of(
            section % 2 == 0
                ? new ArchiveClass(Reason.SECTION_GONE)
                : new DeclineClass(Reason.SECTION_GONE)));
  }

  private List<PlanHold> holds(Map<RecordId, SchoolSize> sizes) {
    return guard.holds(new TreeMap<>(sizes), 1);
  }

  private static PlanHold school(Rule rule, RecordId school, long count, long of) {
    return new PlanHold(rule, Optional.of(school), Optional.empty(), count, of);
  }

  @ParameterizedTest
  @CsvSource({
    "19, 100, false",
    "20, 199, true",
    "20, 200, false",
    "21, 200, true",
    "30, 300, false",
    "31, 300, true",
    "19, 19, false",
    "20, 20, true",
    "20, 0, true"
  })
  void a_school_may_lose_a_tenth_of_its_memberships_and_always_nineteen(
      int removals, long of, boolean held) {
    guard.see(NORTH, BIG, removing(1, removals));
    assertThat(holds(Map.of(NORTH, new SchoolSize(of, 10))))
        .isEqualTo(
            held ? List.of(school(Rule.SCHOOL_LOSES_MEMBERS, NORTH, removals, of)) : List.of());
  }

  @ParameterizedTest
  @CsvSource({
    "4, 4, false",
    "5, 9, true",
    "5, 10, false",
    "6, 11, true",
    "6, 12, false",
    "5, 5, true",
    "0, 0, false"
  })
  void a_class_may_lose_half_of_its_members_and_always_four(int removals, int of, boolean held) {
    guard.see(NORTH, of, removing(7, removals));
    var expected =
        new PlanHold(
            Rule.CLASS_LOSES_MEMBERS,
            Optional.of(NORTH),
            Optional.of(new RecordId(7)),
            removals,
            of);
    assertThat(holds(Map.of(NORTH, new SchoolSize(BIG, 10))))
        .isEqualTo(held ? List.of(expected) : List.of());
  }

  @ParameterizedTest
  @CsvSource({"2, 2, false", "3, 29, true", "3, 30, false", "4, 30, true", "4, 40, false"})
  void a_school_may_see_a_tenth_of_its_classes_put_away_and_always_two(
      int endings, long of, boolean held) {
    for (int section = 1; section <= endings; section++) {
      guard.see(NORTH, 30, ending(section));
    }
    assertThat(holds(Map.of(NORTH, new SchoolSize(BIG, of))))
        .isEqualTo(
            held ? List.of(school(Rule.SCHOOL_LOSES_CLASSES, NORTH, endings, of)) : List.of());
  }

  @Test
  void every_share_in_percent_is_exact() {
    for (int percent = 0; percent <= 100; percent++) {
      var limits = new PlanLimits(1, BIG, percent / 100.0, 0, 1, BIG);
      var at = new PlanGuard(limits);
      at.see(NORTH, 100, removing(1, percent));
      var over = new PlanGuard(limits);
      over.see(NORTH, 100, removing(1, percent + 1));
      var sizes = new TreeMap<>(Map.of(NORTH, new SchoolSize(BIG, 1)));
      assertThat(at.holds(sizes, 1)).as("%s of 100", percent).isEmpty();
      assertThat(over.holds(sizes, 1)).as("one over %s of 100", percent).hasSize(1);
    }
  }

  @Test
  void a_source_that_went_empty_is_held_even_if_no_class_is_ended_yet() {
    var sizes = new TreeMap<>(Map.of(NORTH, new SchoolSize(60, 2), SOUTH, new SchoolSize(9, 1)));
    assertThat(guard.holds(sizes, 0))
        .containsExactly(new PlanHold(Rule.SOURCE_EMPTY, Optional.empty(), Optional.empty(), 3, 3));
    assertThat(guard.holds(Collections.emptySortedMap(), 0)).isEmpty();
  }

  @Test
  void schools_are_counted_apart_and_listed_in_one_order() {
    guard.see(SOUTH, BIG, removing(8, 15));
    guard.see(NORTH, BIG, removing(1, 19));
    guard.see(SOUTH, 9, removing(9, 6));
    for (int section = 21; section <= 23; section++) {
      guard.see(SOUTH, 30, ending(section));
    }
    var sizes = Map.of(SOUTH, new SchoolSize(100, 20), NORTH, new SchoolSize(100, 20));
    assertThat(holds(sizes))
        .containsExactly(
            school(Rule.SCHOOL_LOSES_MEMBERS, SOUTH, 21, 100),
            school(Rule.SCHOOL_LOSES_CLASSES, SOUTH, 3, 20),
            new PlanHold(
                Rule.CLASS_LOSES_MEMBERS, Optional.of(SOUTH), Optional.of(new RecordId(9)), 6, 9));
  }

  @Test
  void R2_only_schools_that_lose_as_much_as_a_limit_counts_from_are_in_question() {
    guard.see(NORTH, 100, removing(1, 19));
    guard.see(NORTH, 100, ending(2));
    guard.see(NORTH, 100, ending(3));
    assertThat(guard.schoolsInQuestion()).isEmpty();
    guard.see(SOUTH, 100, removing(4, 20));
    assertThat(guard.schoolsInQuestion()).containsExactly(SOUTH);
    guard.see(NORTH, 100, ending(5));
    assertThat(guard.schoolsInQuestion()).containsExactly(NORTH, SOUTH);
  }
}
