package org.rollbook.core.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.rollbook.core.guard.Hold.Rule;
import org.rollbook.core.roster.RecordKind;

final class SnapshotGuardTest {
  private static List<Rule> rules(long before, long created, long updated, long deleted) {
    return SnapshotGuard.check(
            List.of(new KindChange(RecordKind.STUDENT, before, created, updated, deleted)),
            Set.of(),
            Map.of(),
            SnapshotLimits.USUAL)
        .stream()
        .map(Hold::rule)
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    // before, deleted, held: more than a tenth, and at least ten
    "99,9,false",
    "99,10,true",
    "100,10,false",
    "100,11,true",
    "101,10,false",
    "101,11,true",
    "50,9,false",
    "1000,100,false",
    "1000,101,true",
  })
  void H4_more_than_a_tenth_deleted_and_at_least_ten_is_held(
      long before, long deleted, boolean held) {
    assertThat(rules(before, 0, 0, deleted).contains(Rule.DELETED)).isEqualTo(held);
  }

  @ParameterizedTest
  @CsvSource({
    "12,9,false",
    "13,9,false",
    "13,10,true",
    "14,10,false",
    "14,11,true",
    "100,75,false",
    "100,76,true",
    "9,9,false",
    "10,10,true",
  })
  void H4_more_than_three_quarters_updated_and_at_least_ten_is_held(
      long before, long updated, boolean held) {
    assertThat(rules(before, 0, updated, 0).contains(Rule.UPDATED)).isEqualTo(held);
  }

  @ParameterizedTest
  @CsvSource({"1,0,1,true", "9,0,9,true", "1,1,1,false", "0,0,0,false", "2,0,1,false"})
  void H4_a_kind_that_goes_from_some_to_none_is_held(
      long before, long created, long deleted, boolean held) {
    assertThat(rules(before, created, 0, deleted).contains(Rule.EMPTIED)).isEqualTo(held);
  }

  @ParameterizedTest
  @CsvSource({"10,1,10,true", "9,9,9,false", "10,10,9,false", "10,0,10,false", "0,10,0,false"})
  void H4_every_key_of_ten_or_more_replaced_is_held(
      long before, long created, long deleted, boolean held) {
    assertThat(rules(before, created, 0, deleted).contains(Rule.RENAMED_KEYS)).isEqualTo(held);
  }

  @ParameterizedTest
  @EnumSource(RecordKind.class)
  void H4_a_required_file_with_a_header_and_no_row_is_held_also_the_first_time(RecordKind kind) {
    boolean required =
        switch (kind) {
          case SCHOOL, TEACHER, STUDENT, SECTION, ENROLMENT -> true;
          case TERM, COURSE, STAFF -> false;
        };
    List<Hold> holds =
        SnapshotGuard.check(
            List.of(new KindChange(kind, 0, 0, 0, 0)),
            Set.of(kind),
            Map.of(),
            SnapshotLimits.USUAL);
    assertThat(holds)
        .isEqualTo(required ? List.of(new Hold(Rule.HEADER_ONLY, kind, 0, 0)) : List.of());
  }

  @ParameterizedTest
  @CsvSource({
    // before, kept, read, rejected, swallowed: held for how many of how many records, or rows
    "100,10,90,10,0,no",
    "100,11,89,11,0,11 of 100",
    "50,9,41,9,0,no",
    "100,11,89,1,10,11 of 100",
    "17940,17937,2,1,17937,17937 of 17940",
    // all of a kind, however small
    "3,3,0,3,0,3 of 3",
    "3,3,0,1,2,3 of 3",
    "3,0,0,2,0,rows 2 of 2",
    "3,3,1,2,0,no",
    "3,0,0,0,0,no",
    // rows that the roster never had: not every night, unless nobody knows how many
    "100,0,100,50,0,no",
    "100,9,100,50,0,no",
    "100,0,100,1,9,no",
    "100,0,100,1,12,rows 12 of 112",
    // the first import
    "0,0,2,1,17937,rows 17938 of 17940",
    "0,0,90,10,0,no",
    "0,0,89,11,0,rows 11 of 100",
    "0,0,10,9,0,no",
    "0,0,0,1,0,rows 1 of 1",
    "0,0,0,0,0,no",
  })
  void H3_what_cannot_be_read_is_held_beyond_the_limit_of_what_may_be_deleted(
      long before, long kept, long read, long rejected, long swallowed, String held) {
    var unread = new UnreadRows(kept, read, rejected, swallowed);
    List<Hold> holds =
        SnapshotGuard.check(
            List.of(new KindChange(RecordKind.ENROLMENT, before, 0, 0, 0)),
            Set.of(),
            Map.of(RecordKind.ENROLMENT, unread),
            SnapshotLimits.USUAL);
    assertThat(holds)
        .extracting(hold -> {
          var rows = hold.rule() == Rule.UNREADABLE_ROWS ? "rows " : "";
          return "%s%d of %d".formatted(rows, hold.count(), hold.of());
        })
        .isEqualTo(held.equals("no") ? List.of() : List.of(held));
  }

  @Test
  void H3_a_limit_of_all_holds_only_what_is_wholly_unread() {
    var limits = new SnapshotLimits(100, 100, 10);
    var change = List.of(new KindChange(RecordKind.STUDENT, 100, 0, 0, 0));
    assertThat(
            SnapshotGuard.check(
                change, Set.of(), Map.of(RecordKind.STUDENT, new UnreadRows(99, 1, 99, 0)), limits))
        .isEmpty();
    assertThat(
            SnapshotGuard.check(
                change,
                Set.of(),
                Map.of(RecordKind.STUDENT, new UnreadRows(100, 0, 100, 0)),
                limits))
        .containsExactly(new Hold(Rule.UNREADABLE, RecordKind.STUDENT, 100, 100));
  }

  /** Every small case against the sentence of H4, written a second time. */
  @Test
  void H4_holds_in_every_small_case() {
    var limits = new SnapshotLimits(10, 75, 2);
    for (long before = 0; before <= 24; before++) {
      for (long deleted = 0; deleted <= before; deleted++) {
        for (long updated = 0; updated + deleted <= before; updated++) {
          for (long created = 0; created <= 2; created++) {
            var expected = new ArrayList<Rule>();
            if (deleted >= 2 && deleted > before * 0.10 + 1e-9) {
              expected.add(Rule.DELETED);
            }
            if (updated >= 2 && updated > before * 0.75 + 1e-9) {
              expected.add(Rule.UPDATED);
            }
            if (before > 0 && deleted == before && created == 0) {
              expected.add(Rule.EMPTIED);
            }
            if (before >= 10 && deleted == before && created > 0) {
              expected.add(Rule.RENAMED_KEYS);
            }
            var change = new KindChange(RecordKind.TEACHER, before, created, updated, deleted);
            assertThat(SnapshotGuard.check(List.of(change), Set.of(), Map.of(), limits))
                .as(change.toString())
                .extracting(Hold::rule)
                .isEqualTo(expected);
          }
        }
      }
    }
  }

  @Test
  void a_hold_says_how_many_of_how_many() {
    assertThat(
            SnapshotGuard.check(
                List.of(new KindChange(RecordKind.SECTION, 100, 3, 5, 20)),
                Set.of(),
                Map.of(),
                SnapshotLimits.USUAL))
        .containsExactly(new Hold(Rule.DELETED, RecordKind.SECTION, 20, 100));
  }

  @Test
  void impossible_counts_and_limits_are_refused() {
    assertThatThrownBy(() -> new KindChange(RecordKind.SCHOOL, 3, 0, 2, 2))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new SnapshotLimits(101, 75, 10))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new SnapshotLimits(10, 75, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new UnreadRows(0, 0, -1, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
