package org.rollbook.core.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.rollbook.core.reconcile.ClassBaseline.Ended;
import org.rollbook.core.reconcile.Observation.Seen;
import org.rollbook.core.roster.RecordId;

final class LateAnswersTest {
  private static final RecordId SECTION = new RecordId(1);
  private static final AccountId ADA = new AccountId("ada");
  private static final Member BEN = member("ben");
  private static final Member CARL = member("carl");

  private static Member member(String account) {
    return new Member(new AccountId(account), Optional.empty());
  }

  /** Ada's class with Ben in it, as agreed. */
  private static ClassBaseline agreed(ClassState state) {
    var seats = new TreeMap<AccountId, BaselineSeat>();
    seats.put(ADA, new BaselineSeat(Optional.empty(), SeatAgreement.ours(Seat.TEACHER)));
    seats.put(BEN.account(), new BaselineSeat(BEN.person(), SeatAgreement.ours(Seat.STUDENT)));
    return new ClassBaseline(
        SECTION,
        Agreement.on("Algebra"),
        Agreement.on(ADA),
        state,
        state.modifiable() ? Ended.NOT : Ended.BY_US,
        Optional.empty(),
        seats);
  }

  private static Seen seen(String name, AccountId owner, ClassState state, Member... students) {
    var seats = new TreeMap<AccountId, Seat>(Map.of(owner, Seat.TEACHER));
    List.of(students).forEach(student -> seats.put(student.account(), Seat.STUDENT));
    return new Seen(name, owner, state, Optional.of(seats));
  }

  private static final Seen AS_AGREED = seen("Algebra", ADA, ClassState.ACTIVE, BEN);

  private static Optional<ClassBaseline> heard(Operation unanswered, Observation observation) {
    var baseline = Optional.of(agreed(ClassState.ACTIVE));
    return LateAnswers.heard(SECTION, baseline, List.of(unanswered), observation);
  }

  private static void assertDone(Operation operation, Seen after) {
    var done = BaselineAfter.after(agreed(ClassState.ACTIVE), operation, new Outcome.Done());
    assertThat(heard(operation, after)).as("%s, effect seen", operation).contains(done);
    assertThat(heard(operation, AS_AGREED))
        .as("%s, no effect seen", operation)
        .contains(agreed(ClassState.ACTIVE));
  }

  @Test
  void R3_an_operation_whose_effect_is_seen_was_done_and_else_nothing_happened() {
    var reason = Reason.SEAT_CHANGED;
    assertDone(
        new Operation.AddStudent(CARL, reason), seen("Algebra", ADA, ClassState.ACTIVE, BEN, CARL));
    assertDone(new Operation.RemoveStudent(BEN, reason), seen("Algebra", ADA, ClassState.ACTIVE));
    assertDone(
        new Operation.RenameClass("Algebra", "Algebra 1", reason),
        seen("Algebra 1", ADA, ClassState.ACTIVE, BEN));
    assertDone(
        new Operation.ChangeOwner(ADA, CARL, reason),
        seen("Algebra", CARL.account(), ClassState.ACTIVE, BEN));
    assertDone(
        new Operation.AddTeacher(CARL, reason),
        seen("Algebra", CARL.account(), ClassState.ACTIVE, BEN));
    assertDone(new Operation.ArchiveClass(reason), seen("Algebra", ADA, ClassState.ARCHIVED, BEN));
    assertDone(new Operation.DeclineClass(reason), seen("Algebra", ADA, ClassState.DECLINED, BEN));
  }

  @Test
  void R3_a_class_that_is_in_use_again_was_restored_even_when_it_was_accepted_since() {
    var restore = new Operation.RestoreClass(ClassState.DECLINED, Reason.SECTION_RETURNED);
    var declined = Optional.of(agreed(ClassState.DECLINED));
    var open = List.<Operation>of(restore);
    assertThat(LateAnswers.heard(SECTION, declined, open, AS_AGREED))
        .contains(agreed(ClassState.OFFERED));
    var still = seen("Algebra", ADA, ClassState.DECLINED, BEN);
    assertThat(LateAnswers.heard(SECTION, declined, open, still)).isEqualTo(declined);
  }

  @Test
  void R3_a_class_that_was_to_be_made_and_is_there_was_made_by_us() {
    var create =
        new Operation.CreateClass(
            "Algebra", new Member(ADA, Optional.empty()), Reason.SECTION_SHARED);
    var open = List.<Operation>of(create);
    var made = LateAnswers.heard(SECTION, Optional.empty(), open, AS_AGREED).orElseThrow();
    assertThat(made.owner()).isEqualTo(Agreement.on(ADA));
    assertThat(made.seats()).containsOnlyKeys(ADA);
    assertThat(LateAnswers.heard(SECTION, Optional.empty(), open, new Observation.Missing()))
        .isEmpty();
    assertThat(heard(create, AS_AGREED)).contains(agreed(ClassState.ACTIVE));
  }

  @Test
  void a_look_without_seats_answers_nothing_about_seats() {
    var glance = new Seen("Algebra", ADA, ClassState.ACTIVE, Optional.empty());
    assertThatThrownBy(() -> heard(new Operation.AddStudent(CARL, Reason.JOINED_SECTION), glance))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
