package org.rollbook.core.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollbook.core.harness.Samples.NAME;
import static org.rollbook.core.harness.Samples.SECTION;
import static org.rollbook.core.harness.Samples.account;
import static org.rollbook.core.harness.Samples.agreements;
import static org.rollbook.core.harness.Samples.baseline;
import static org.rollbook.core.harness.Samples.matched;
import static org.rollbook.core.harness.Samples.member;
import static org.rollbook.core.harness.Samples.owned;
import static org.rollbook.core.harness.Samples.person;
import static org.rollbook.core.harness.Samples.reconciler;
import static org.rollbook.core.harness.Samples.section;
import static org.rollbook.core.harness.Samples.source;
import static org.rollbook.core.harness.Samples.without;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rollbook.core.reconcile.AccountMatch.Matched;
import org.rollbook.core.reconcile.Observation.NotLooked;
import org.rollbook.core.reconcile.Observation.Seen;
import org.rollbook.core.reconcile.Operation.AddStudent;
import org.rollbook.core.reconcile.Operation.AddTeacher;
import org.rollbook.core.reconcile.Operation.ChangeOwner;
import org.rollbook.core.reconcile.Operation.RemoveTeacher;

/** Cases in which a plausible plan would break a rule. */
class HardCasesTest {
  private static final SeatAgreement OUR_STUDENT = SeatAgreement.ours(Seat.STUDENT);
  private static final SeatAgreement OUR_TEACHER = SeatAgreement.ours(Seat.TEACHER);

  private static ClassPlan plan(
      Policy policy, SourceClass source, ClassBaseline baseline, Observation observation) {
    var facts = new ClassFacts(SECTION, Optional.of(source), Optional.of(baseline), observation);
    var plan = reconciler(policy).reconcile(facts);
    assertThat(PlanLinter.check(facts, plan)).isEmpty();
    return plan;
  }

  private static ClassPlan firstContact(Policy policy, SourceClass source, Seen seen) {
    return reconciler(policy)
        .reconcile(new ClassFacts(SECTION, Optional.of(source), Optional.empty(), seen));
  }

  private static Seen seen(String owner, Map<String, Seat> others) {
    var seats = new TreeMap<AccountId, Seat>(Map.of(account(owner), Seat.TEACHER));
    others.forEach((letter, seat) -> seats.put(account(letter), seat));
    return new Seen(NAME, account(owner), ClassState.ACTIVE, Optional.of(seats));
  }

  private static SourceClass students(SourceMember... students) {
    return section(NAME, Optional.of(matched("o")), List.of(), List.of(students));
  }

  @ParameterizedTest
  @EnumSource(Policy.class)
  void G3_nobody_is_taken_off_or_put_back_while_their_account_cannot_be_used(Policy policy) {
    for (var reason : WaitingReason.values()) {
      var section = students(without("s", reason));
      var base = baseline("o", Map.of("s", OUR_STUDENT));
      for (var observation :
          List.of(new NotLooked(), seen("o", Map.of("s", Seat.STUDENT)), seen("o", Map.of()))) {
        assertThat(plan(policy, section, base, observation).operations()).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Policy.class)
  void G3_whose_account_vanished_with_its_seat_joins_again_when_it_is_back(Policy policy) {
    var gone = students(without("s", WaitingReason.NO_ACCOUNT));
    var base = baseline("o", Map.of("s", OUR_STUDENT));
    var audited = plan(policy, gone, base, seen("o", Map.of())).settled().orElseThrow();
    assertThat(plan(policy, students(matched("s")), audited, new NotLooked()).operations())
        .containsExactly(new AddStudent(member("s"), Reason.JOINED_SECTION));
  }

  @Test
  void G9_whom_a_hand_removed_before_the_account_vanished_stays_out() {
    var gone = students(without("s", WaitingReason.NO_ACCOUNT));
    var kept = new SeatAgreement(Seat.STUDENT, Seat.NONE, false);
    var audited =
        plan(Policy.COOPERATIVE, gone, baseline("o", Map.of("s", kept)), seen("o", Map.of()))
            .settled()
            .orElseThrow();
    assertThat(
            plan(Policy.COOPERATIVE, students(matched("s")), audited, new NotLooked()).operations())
        .isEmpty();
  }

  @Test
  void G9_whom_a_hand_removed_stays_out_with_another_account_too() {
    var kept = new SeatAgreement(Seat.STUDENT, Seat.NONE, false);
    var withNewAccount = students(new SourceMember(person("s"), new Matched(account("new"))));
    var plan =
        plan(Policy.COOPERATIVE, withNewAccount, baseline("o", Map.of("s", kept)), new NotLooked());
    assertThat(plan.operations()).isEmpty();
    assertThat(agreements(plan.settled().orElseThrow()))
        .isEqualTo(Map.of(account("new"), kept, account("o"), OUR_TEACHER));
  }

  @Test
  void two_people_who_swap_accounts_swap_nothing_in_a_class_that_both_are_in() {
    var swapped =
        students(
            new SourceMember(person("s"), new Matched(account("t"))),
            new SourceMember(person("t"), new Matched(account("s"))));
    var plan =
        plan(
            Policy.COOPERATIVE,
            swapped,
            baseline("o", Map.of("s", OUR_STUDENT, "t", OUR_STUDENT)),
            new NotLooked());
    assertThat(plan.operations()).isEmpty();
    assertThat(plan.settled().orElseThrow().seats().get(account("s")))
        .isEqualTo(new BaselineSeat(Optional.of(person("t")), OUR_STUDENT));
  }

  @ParameterizedTest
  @EnumSource(Policy.class)
  void an_owner_who_left_stays_until_the_new_primary_teacher_has_an_account(Policy policy) {
    var waiting =
        section(NAME, Optional.of(without("n", WaitingReason.NO_ACCOUNT)), List.of(), List.of());
    var base = baseline("o", Map.of());
    var waits = plan(policy, waiting, base, new NotLooked());
    assertThat(waits.operations()).isEmpty();
    assertThat(waits.notes()).contains(new Note.OwnerStays(member("o")));

    var arrived = section(NAME, Optional.of(matched("n")), List.of(), List.of());
    assertThat(plan(policy, arrived, waits.settled().orElseThrow(), new NotLooked()).operations())
        .containsExactly(
            new AddTeacher(member("n"), Reason.JOINED_SECTION),
            new ChangeOwner(account("o"), member("n"), Reason.PRIMARY_TEACHER_CHANGED),
            new RemoveTeacher(member("o"), Reason.LEFT_SECTION));
  }

  @Test
  void a_class_is_not_put_back_into_the_hands_of_somebody_who_cannot_use_their_account() {
    var suspended =
        section(
            NAME,
            Optional.of(without("o", WaitingReason.SUSPENDED)),
            List.of(matched("x")),
            List.of());
    var base = baseline("o", Map.of("x", OUR_TEACHER));
    var movedByHand = seen("x", Map.of("o", Seat.TEACHER));
    assertThat(plan(Policy.MIRROR, suspended, base, movedByHand).operations()).isEmpty();
  }

  @Test
  void G7_a_new_primary_teacher_whom_a_hand_had_removed_joins_and_owns() {
    var kept = new SeatAgreement(Seat.TEACHER, Seat.NONE, false);
    var plan =
        plan(
            Policy.COOPERATIVE,
            source("n", Map.of("o", Seat.TEACHER)),
            baseline("o", Map.of("n", kept)),
            new NotLooked());
    assertThat(plan.operations())
        .containsExactly(
            new AddTeacher(member("n"), Reason.PRIMARY_TEACHER_CHANGED),
            new ChangeOwner(account("o"), member("n"), Reason.PRIMARY_TEACHER_CHANGED));
  }

  @Test
  void G7_nobody_is_said_to_be_kept_out_who_is_to_own_the_class() {
    var plan =
        plan(
            Policy.COOPERATIVE,
            source("n", Map.of("o", Seat.TEACHER)),
            baseline("o", Map.of("n", OUR_STUDENT)),
            seen("o", Map.of()));
    assertThat(plan.operations()).hasSize(2);
    assertThat(plan.notes()).isEmpty();
  }

  @Test
  void an_owner_moved_by_hand_is_kept_until_the_source_names_another() {
    var base = owned(baseline("o", Map.of("x", OUR_TEACHER, "n", OUR_TEACHER)), kept("o", "x"));
    var others = Map.of("x", Seat.TEACHER, "n", Seat.TEACHER);
    assertThat(plan(Policy.COOPERATIVE, source("o", others), base, new NotLooked()).operations())
        .isEmpty();
    var named = source("n", Map.of("x", Seat.TEACHER, "o", Seat.TEACHER));
    assertThat(plan(Policy.COOPERATIVE, named, base, new NotLooked()).operations())
        .containsExactly(
            new ChangeOwner(account("x"), member("n"), Reason.PRIMARY_TEACHER_CHANGED));
  }

  @ParameterizedTest
  @EnumSource(Policy.class)
  void a_student_to_whom_a_hand_gave_the_class_is_its_teacher_even_if_only_the_class_was_seen(
      Policy policy) {
    var base = baseline("o", Map.of("s", OUR_STUDENT));
    var seen = new Seen(NAME, account("s"), ClassState.ACTIVE, Optional.empty());
    var plan = plan(policy, source("s", Map.of("o", Seat.TEACHER)), base, seen);
    assertThat(plan.operations()).isEmpty();
    assertThat(agreements(plan.settled().orElseThrow()).get(account("s")))
        .isEqualTo(new SeatAgreement(Seat.TEACHER, Seat.TEACHER, true));
  }

  /** An owner cannot be taken off: where that worked, a hand had given the class to another. */
  @ParameterizedTest
  @EnumSource(Policy.class)
  void G9_whom_a_hand_gave_the_class_is_looked_for_when_the_known_owner_could_be_taken_off(
      Policy policy) {
    var known = baseline("o", Map.of("p", OUR_TEACHER));
    var seats = new TreeMap<>(known.seats());
    seats.remove(account("o"));
    var left = known.with(known.name(), known.owner(), seats);
    var source = source("p", Map.of("o", Seat.STUDENT));
    assertThat(plan(policy, source, left, new NotLooked()).wantsLook()).isEqualTo(Look.CLASS);
    var seen = new Seen(NAME, account("x"), ClassState.ACTIVE, Optional.empty());
    var looked = plan(policy, source, left, seen);
    assertThat(looked.wantsLook()).isEqualTo(Look.NONE);
    assertThat(looked.operations()).contains(new AddStudent(member("o"), Reason.JOINED_SECTION));
  }

  /** The one answer, "not there", would not keep the other from bringing them back. */
  @Test
  void G9_who_changes_roles_stays_out_of_a_class_that_a_hand_took_them_off() {
    var base = baseline("o", Map.of("s", OUR_STUDENT));
    var teaches = source("o", Map.of("s", Seat.TEACHER));
    var unseen = plan(Policy.COOPERATIVE, teaches, base, new NotLooked());
    assertThat(unseen.operations()).hasSize(2);
    assertThat(unseen.wantsLook()).isEqualTo(Look.SEATS);
    var seen = plan(Policy.COOPERATIVE, teaches, base, seen("o", Map.of()));
    assertThat(seen.wantsLook()).isEqualTo(Look.NONE);
    assertThat(seen.operations()).isEmpty();
    assertThat(agreements(seen.settled().orElseThrow()).get(account("s")))
        .isEqualTo(new SeatAgreement(Seat.TEACHER, Seat.NONE, false));
  }

  @Test
  void G9_whom_a_hand_gave_the_class_has_a_seat_by_hand_though_nobody_saw_the_seats() {
    var base = baseline("o", Map.of());
    var seen = new Seen(NAME, account("x"), ClassState.ACTIVE, Optional.empty());
    var plan = plan(Policy.COOPERATIVE, source("o", Map.of()), base, seen);
    assertThat(agreements(plan.settled().orElseThrow()).get(account("x")))
        .isEqualTo(new SeatAgreement(Seat.NONE, Seat.TEACHER, true));
  }

  private static Agreement<AccountId> kept(String source, String target) {
    return new Agreement<>(account(source), account(target));
  }

  @Test
  void who_is_teacher_and_student_is_teacher_and_waits_once() {
    var both =
        section(
            NAME,
            Optional.of(matched("o")),
            List.of(matched("a"), without("b", WaitingReason.NO_ACCOUNT)),
            List.of(matched("a"), without("b", WaitingReason.NO_ACCOUNT)));
    var plan = plan(Policy.COOPERATIVE, both, baseline("o", Map.of()), new NotLooked());
    assertThat(plan.operations())
        .containsExactly(new AddTeacher(member("a"), Reason.JOINED_SECTION));
    assertThat(plan.notes())
        .containsExactly(new Note.PersonWaits(person("b"), WaitingReason.NO_ACCOUNT));
  }

  @ParameterizedTest
  @EnumSource(Policy.class)
  void first_contact_adopts_what_is_equal_removes_nothing_and_lists_the_rest(Policy policy) {
    var section = source("Chemistry", "o", Map.of("a", Seat.STUDENT, "b", Seat.STUDENT));
    var plan = firstContact(policy, section, seen("x", Map.of("a", Seat.STUDENT)));
    assertThat(plan.operations()).isEmpty();
    assertThat(plan.notes())
        .containsExactlyInAnyOrder(
            new Note.NameKept("Chemistry", NAME),
            new Note.OwnerKept(account("o"), account("x")),
            new Note.SeatKept(member("b"), Seat.STUDENT, Seat.NONE),
            new Note.SeatKept(member("o"), Seat.TEACHER, Seat.NONE),
            new Note.SeatKept(new Member(account("x"), Optional.empty()), Seat.NONE, Seat.TEACHER));
  }

  @Test
  void G3_first_contact_knows_whose_account_it_is_though_it_cannot_be_used() {
    var section = students(without("s", WaitingReason.SUSPENDED));
    var adopted = firstContact(Policy.MIRROR, section, seen("o", Map.of("s", Seat.STUDENT)));
    assertThat(adopted.settled().orElseThrow()).isEqualTo(baseline("o", Map.of("s", OUR_STUDENT)));
  }

  @Test
  void first_contact_without_the_seats_asks_for_them_and_concludes_nothing() {
    var seen = new Seen(NAME, account("o"), ClassState.ACTIVE, Optional.empty());
    var plan = firstContact(Policy.COOPERATIVE, source("o", Map.of("s", Seat.STUDENT)), seen);
    assertThat(plan.settled()).isEmpty();
    assertThat(plan.operations()).isEmpty();
    assertThat(plan.wantsLook()).isEqualTo(Look.SEATS);
  }
}
