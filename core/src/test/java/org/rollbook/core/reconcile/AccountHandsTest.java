package org.rollbook.core.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollbook.core.harness.Samples.NAME;
import static org.rollbook.core.harness.Samples.SECTION;
import static org.rollbook.core.harness.Samples.account;
import static org.rollbook.core.harness.Samples.baseline;
import static org.rollbook.core.harness.Samples.matched;
import static org.rollbook.core.harness.Samples.member;
import static org.rollbook.core.harness.Samples.owned;
import static org.rollbook.core.harness.Samples.person;
import static org.rollbook.core.harness.Samples.reconciler;
import static org.rollbook.core.harness.Samples.section;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rollbook.core.reconcile.AccountMatch.Matched;
import org.rollbook.core.reconcile.AccountMatch.Unmatched;
import org.rollbook.core.reconcile.Observation.NotLooked;
import org.rollbook.core.reconcile.Operation.AddStudent;
import org.rollbook.core.reconcile.Operation.AddTeacher;
import org.rollbook.core.reconcile.Operation.ChangeOwner;
import org.rollbook.core.reconcile.Operation.RemoveStudent;
import org.rollbook.core.reconcile.Operation.RemoveTeacher;

/**
 * Accounts that change hands (G2, G3). In the baseline everybody has the account of their letter.
 */
class AccountHandsTest {
  private static final SeatAgreement OUR_STUDENT = SeatAgreement.ours(Seat.STUDENT);
  private static final SeatAgreement OUR_TEACHER = SeatAgreement.ours(Seat.TEACHER);
  private static final SeatAgreement KEPT_OUT = new SeatAgreement(Seat.STUDENT, Seat.NONE, false);

  private static SourceMember with(String letter, String account) {
    return new SourceMember(person(letter), new Matched(account(account)));
  }

  /** Somebody whose account was another's before anything else was known. */
  private static SourceMember waiting(String letter) {
    return new SourceMember(
        person(letter), new Unmatched(WaitingReason.NO_ACCOUNT, Optional.empty()));
  }

  private static Member of(String letter, String account) {
    return new Member(account(account), Optional.of(person(letter)));
  }

  private static SourceClass students(SourceMember... students) {
    return section(NAME, Optional.of(matched("o")), List.of(), List.of(students));
  }

  private static SourceClass taught(SourceMember primary, SourceMember... coTeachers) {
    return section(NAME, Optional.of(primary), List.of(coTeachers), List.of());
  }

  private static ClassPlan plan(Policy policy, SourceClass source, ClassBaseline baseline) {
    var facts =
        new ClassFacts(SECTION, Optional.of(source), Optional.of(baseline), new NotLooked());
    var plan = reconciler(policy).reconcile(facts);
    assertThat(PlanLinter.check(facts, plan)).isEmpty();
    return plan;
  }

  @ParameterizedTest
  @EnumSource(Policy.class)
  void G2_the_seat_of_an_account_that_is_another_persons_now_is_taken_away(Policy policy) {
    var base = baseline("o", Map.of("p", OUR_STUDENT));
    assertThat(plan(policy, students(waiting("p")), base).operations())
        .containsExactly(new RemoveStudent(member("p"), Reason.ACCOUNT_PASSED_ON));
  }

  @Test
  void D_a_hand_that_put_the_account_there_keeps_it_whoevers_it_is() {
    var shared = new SeatAgreement(Seat.STUDENT, Seat.STUDENT, true);
    var plan = plan(Policy.COOPERATIVE, students(waiting("p")), baseline("o", Map.of("p", shared)));
    assertThat(plan.operations()).isEmpty();
    assertThat(plan.notes()).contains(new Note.SeatKept(member("p"), Seat.NONE, Seat.STUDENT));
  }

  @ParameterizedTest
  @EnumSource(Policy.class)
  void G2_where_both_are_listed_the_seat_is_the_new_persons(Policy policy) {
    var base = baseline("o", Map.of("p", OUR_STUDENT));
    var plan = plan(policy, students(waiting("p"), with("q", "p")), base);
    assertThat(plan.operations()).isEmpty();
    assertThat(plan.settled().orElseThrow().seats().get(account("p")))
        .isEqualTo(new BaselineSeat(Optional.of(person("q")), OUR_STUDENT));
  }

  @ParameterizedTest
  @EnumSource(Policy.class)
  void G3_another_account_takes_the_seat_and_the_plan_says_so(Policy policy) {
    var base = baseline("o", Map.of("p", OUR_STUDENT));
    assertThat(plan(policy, students(with("p", "new")), base).operations())
        .containsExactly(
            new AddStudent(of("p", "new"), Reason.ACCOUNT_REPLACED),
            new RemoveStudent(member("p"), Reason.ACCOUNT_REPLACED));
  }

  @ParameterizedTest
  @EnumSource(Policy.class)
  void G7_the_class_goes_with_its_owner_to_another_account(Policy policy) {
    var base = baseline("o", Map.of());
    assertThat(plan(policy, taught(with("o", "new")), base).operations())
        .containsExactly(
            new AddTeacher(of("o", "new"), Reason.ACCOUNT_REPLACED),
            new ChangeOwner(account("o"), of("o", "new"), Reason.ACCOUNT_REPLACED),
            new RemoveTeacher(member("o"), Reason.ACCOUNT_REPLACED));
  }

  @ParameterizedTest
  @EnumSource(Policy.class)
  void G7_an_owner_whose_account_passed_on_owns_until_there_is_another(Policy policy) {
    var waits = plan(policy, taught(waiting("o")), baseline("o", Map.of()));
    assertThat(waits.operations()).isEmpty();
    assertThat(waits.notes()).contains(new Note.OwnerStays(member("o")));
    var settled = waits.settled().orElseThrow();
    assertThat(plan(policy, taught(matched("n"), waiting("o")), settled).operations())
        .containsExactly(
            new AddTeacher(member("n"), Reason.JOINED_SECTION),
            new ChangeOwner(account("o"), member("n"), Reason.PRIMARY_TEACHER_CHANGED),
            new RemoveTeacher(member("o"), Reason.ACCOUNT_PASSED_ON));
  }

  @ParameterizedTest
  @EnumSource(Policy.class)
  void G7_a_co_teacher_owns_the_class_whose_owners_account_passed_on(Policy policy) {
    var base = baseline("o", Map.of("t", OUR_TEACHER));
    var meanwhile = plan(policy, taught(waiting("o"), waiting("u"), matched("t")), base);
    assertThat(meanwhile.operations())
        .containsExactly(
            new ChangeOwner(account("o"), member("t"), Reason.OWNER_ACCOUNT_PASSED_ON),
            new RemoveTeacher(member("o"), Reason.ACCOUNT_PASSED_ON));
    assertThat(meanwhile.notes())
        .contains(new Note.PersonWaits(person("o"), WaitingReason.NO_ACCOUNT));
    var deputised = baseline("t", Map.of());
    assertThat(plan(policy, taught(waiting("o"), matched("t")), deputised).operations()).isEmpty();
    assertThat(plan(policy, taught(matched("o"), matched("t")), deputised).operations())
        .containsExactly(
            new AddTeacher(member("o"), Reason.JOINED_SECTION),
            new ChangeOwner(account("t"), member("o"), Reason.PRIMARY_TEACHER_CHANGED));
  }

  @Test
  void G9_a_co_teacher_whom_a_hand_keeps_out_does_not_own_the_class_meanwhile() {
    var keptOut = new SeatAgreement(Seat.TEACHER, Seat.NONE, false);
    var base = baseline("o", Map.of("t", keptOut));
    assertThat(plan(Policy.COOPERATIVE, taught(waiting("o"), matched("t")), base).operations())
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Policy.class)
  void G3_an_owner_without_an_account_whose_former_is_nobodys_owns_on(Policy policy) {
    var suspended =
        new SourceMember(
            person("o"), new Unmatched(WaitingReason.SUSPENDED, Optional.of(account("o"))));
    var base = baseline("o", Map.of("t", OUR_TEACHER));
    assertThat(plan(policy, taught(suspended, matched("t")), base).operations()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Policy.class)
  void G3_a_suspended_owner_who_is_a_student_now_owns_on(Policy policy) {
    var suspended =
        new SourceMember(
            person("o"), new Unmatched(WaitingReason.SUSPENDED, Optional.of(account("o"))));
    var source =
        section(NAME, Optional.of(waiting("u")), List.of(matched("t")), List.of(suspended));
    var base = baseline("o", Map.of("t", OUR_TEACHER));
    assertThat(plan(policy, source, base).operations()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Policy.class)
  void G7_a_primary_and_a_co_teacher_who_swap_accounts_swap_the_class(Policy policy) {
    var base = baseline("o", Map.of("t", OUR_TEACHER));
    assertThat(plan(policy, taught(with("o", "t"), with("t", "o")), base).operations())
        .containsExactly(new ChangeOwner(account("o"), of("o", "t"), Reason.ACCOUNT_REPLACED));
  }

  @ParameterizedTest
  @EnumSource(Policy.class)
  void G2_a_teacher_and_a_student_who_swap_accounts_swap_seats(Policy policy) {
    var base = baseline("o", Map.of("s", OUR_STUDENT));
    var swapped = section(NAME, Optional.of(with("o", "s")), List.of(), List.of(with("s", "o")));
    assertThat(plan(policy, swapped, base).operations())
        .containsExactly(
            new RemoveStudent(member("s"), Reason.ACCOUNT_REPLACED),
            new AddTeacher(of("o", "s"), Reason.ACCOUNT_REPLACED),
            new ChangeOwner(account("o"), of("o", "s"), Reason.ACCOUNT_REPLACED),
            new RemoveTeacher(member("o"), Reason.ACCOUNT_REPLACED),
            new AddStudent(of("s", "o"), Reason.ACCOUNT_REPLACED));
  }

  @Test
  void G9_whoever_gets_the_account_of_somebody_kept_out_is_not_kept_out() {
    var base = baseline("o", Map.of("p", KEPT_OUT));
    assertThat(plan(Policy.COOPERATIVE, students(with("q", "p")), base).operations())
        .containsExactly(new AddStudent(of("q", "p"), Reason.JOINED_SECTION));
    var both = plan(Policy.COOPERATIVE, students(with("q", "p"), with("p", "new")), base);
    assertThat(both.operations())
        .containsExactly(new AddStudent(of("q", "p"), Reason.JOINED_SECTION));
    assertThat(both.settled().orElseThrow().seats())
        .containsEntry(account("new"), new BaselineSeat(Optional.of(person("p")), KEPT_OUT));
  }

  @Test
  void G9_who_is_kept_out_stays_so_while_the_account_is_anothers() {
    var base = baseline("o", Map.of("p", KEPT_OUT));
    var meanwhile = plan(Policy.COOPERATIVE, students(waiting("p")), base);
    assertThat(meanwhile.settled()).contains(base);
    var again = plan(Policy.COOPERATIVE, students(with("p", "new")), base);
    assertThat(again.operations()).isEmpty();
  }

  @Test
  void G9_of_two_who_swap_accounts_where_a_hand_keeps_one_out_nobody_moves() {
    var base = baseline("o", Map.of("p", KEPT_OUT, "q", OUR_STUDENT));
    assertThat(
            plan(Policy.COOPERATIVE, students(with("p", "q"), with("q", "p")), base).operations())
        .isEmpty();
  }

  @Test
  void a_person_who_comes_for_another_with_the_same_account_is_said_to_join() {
    var base = baseline("o", Map.of("s", OUR_STUDENT));
    var promoted = taught(matched("o"), with("t", "s"));
    assertThat(plan(Policy.COOPERATIVE, promoted, base).operations())
        .containsExactly(
            new RemoveStudent(member("s"), Reason.LEFT_SECTION),
            new AddTeacher(of("t", "s"), Reason.JOINED_SECTION));
  }

  @Test
  void D_whom_a_hand_gave_the_class_keeps_it_when_the_primary_teacher_gets_another_account() {
    var base =
        owned(baseline("o", Map.of("t", OUR_TEACHER)), new Agreement<>(account("o"), account("t")));
    var plan = plan(Policy.COOPERATIVE, taught(with("o", "new"), matched("t")), base);
    assertThat(plan.operations())
        .containsExactly(
            new AddTeacher(of("o", "new"), Reason.ACCOUNT_REPLACED),
            new RemoveTeacher(member("o"), Reason.ACCOUNT_REPLACED));
    assertThat(plan.notes()).contains(new Note.OwnerKept(account("new"), account("t")));
    assertThat(plan.settled().orElseThrow().owner())
        .isEqualTo(new Agreement<>(account("new"), account("t")));
  }

  @Test
  void D_whether_a_hand_gave_the_class_away_is_looked_at_before_its_owners_account_is_replaced() {
    var base = baseline("o", Map.of("t", OUR_TEACHER));
    var replaced = taught(with("o", "new"), matched("t"));
    assertThat(plan(Policy.COOPERATIVE, replaced, base).wantsLook()).isEqualTo(Look.CLASS);
    var another = taught(with("n", "n"), matched("t"));
    assertThat(plan(Policy.COOPERATIVE, another, base).wantsLook()).isEqualTo(Look.NONE);
  }

  @Test
  void D_the_class_that_a_hand_gave_away_goes_to_another_primary_teacher() {
    var base =
        owned(baseline("o", Map.of("t", OUR_TEACHER)), new Agreement<>(account("o"), account("t")));
    var plan = plan(Policy.COOPERATIVE, taught(with("n", "n"), matched("t"), matched("o")), base);
    assertThat(plan.operations())
        .contains(new ChangeOwner(account("t"), member("n"), Reason.PRIMARY_TEACHER_CHANGED));
  }

  @Test
  void L6_the_mirror_gives_the_class_back_by_the_primary_teachers_other_account() {
    var base =
        owned(baseline("o", Map.of("t", OUR_TEACHER)), new Agreement<>(account("o"), account("t")));
    assertThat(plan(Policy.MIRROR, taught(with("o", "new"), matched("t")), base).operations())
        .anyMatch(operation -> operation instanceof ChangeOwner);
  }

  @Test
  void
      G7_a_co_teacher_owns_the_class_also_where_a_hand_gave_it_back_to_the_account_that_passed_on() {
    var base =
        owned(baseline("o", Map.of("t", OUR_TEACHER)), new Agreement<>(account("o"), account("t")));
    var seen = new TreeMap<>(Map.of(account("o"), Seat.TEACHER, account("t"), Seat.TEACHER));
    var facts =
        new ClassFacts(
            SECTION,
            Optional.of(taught(waiting("o"), matched("t"))),
            Optional.of(base),
            new Observation.Seen(NAME, account("o"), ClassState.ACTIVE, Optional.of(seen)));
    assertThat(reconciler(Policy.COOPERATIVE).reconcile(facts).operations())
        .contains(new ChangeOwner(account("o"), member("t"), Reason.OWNER_ACCOUNT_PASSED_ON));
  }
}
