package org.rollbook.core.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rollbook.core.harness.Samples.NAME;
import static org.rollbook.core.harness.Samples.NOW;
import static org.rollbook.core.harness.Samples.SECTION;
import static org.rollbook.core.harness.Samples.account;
import static org.rollbook.core.harness.Samples.baseline;
import static org.rollbook.core.harness.Samples.gone;
import static org.rollbook.core.harness.Samples.in;
import static org.rollbook.core.harness.Samples.member;
import static org.rollbook.core.harness.Samples.named;
import static org.rollbook.core.harness.Samples.owned;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rollbook.core.reconcile.ClassBaseline.Ended;
import org.rollbook.core.reconcile.Observation.Missing;
import org.rollbook.core.reconcile.Observation.NotLooked;
import org.rollbook.core.reconcile.Observation.Seen;
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
import org.rollbook.core.reconcile.Outcome.AlreadySo;
import org.rollbook.core.reconcile.Outcome.Done;
import org.rollbook.core.reconcile.Outcome.HandWasThere;
import org.rollbook.core.reconcile.Outcome.Refused;

class BaselineAfterTest {
  private static final Outcome DONE = new Done();
  private static final Outcome ALREADY = new AlreadySo();
  private static final Operation ARCHIVE = new ArchiveClass(Reason.SECTION_GONE);
  private static final Operation DECLINE = new DeclineClass(Reason.SECTION_GONE);
  private static final Operation RENAME =
      new RenameClass(NAME, "Biology 3", Reason.SECTION_RENAMED);
  private static final ClassBaseline BASE =
      baseline("o", Map.of("s", SeatAgreement.ours(Seat.STUDENT)));

  private static Operation add(Seat seat, String letter) {
    return seat == Seat.TEACHER
        ? new AddTeacher(member(letter), Reason.JOINED_SECTION)
        : new AddStudent(member(letter), Reason.JOINED_SECTION);
  }

  private static Seen seen(String name, ClassState state) {
    return new Seen(name, account("o"), state, Optional.empty());
  }

  private static ClassBaseline withSeat(String letter, SeatAgreement agreement) {
    return baseline("o", Map.of("s", SeatAgreement.ours(Seat.STUDENT), letter, agreement));
  }

  @Test
  void a_class_that_was_made_is_offered_to_its_owner_and_nobody_else_is_in_it() {
    var create = new CreateClass(NAME, member("o"), Reason.SECTION_SHARED);
    assertThat(BaselineAfter.created(SECTION, create, DONE))
        .contains(in(baseline("o", Map.of()), ClassState.OFFERED, Ended.NOT));
  }

  @Test
  void a_class_that_was_not_made_now_has_no_baseline_yet() {
    var create = new CreateClass(NAME, member("o"), Reason.SECTION_SHARED);
    for (var outcome :
        List.of(ALREADY, new HandWasThere(seen(NAME, ClassState.ACTIVE)), new Refused())) {
      assertThat(BaselineAfter.created(SECTION, create, outcome)).isEmpty();
    }
  }

  @Test
  void a_class_that_has_a_baseline_cannot_have_been_made() {
    var create = new CreateClass(NAME, member("o"), Reason.SECTION_SHARED);
    assertThatThrownBy(() -> BaselineAfter.after(BASE, create, DONE))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whom_we_added_is_ours() {
    for (var seat : List.of(Seat.STUDENT, Seat.TEACHER)) {
      assertThat(BaselineAfter.after(BASE, add(seat, "a"), DONE))
          .isEqualTo(withSeat("a", SeatAgreement.ours(seat)));
    }
  }

  @Test
  void whom_we_found_in_the_seat_is_shared_with_the_hand_that_put_them_there() {
    for (var seat : List.of(Seat.STUDENT, Seat.TEACHER)) {
      assertThat(BaselineAfter.after(BASE, add(seat, "a"), ALREADY))
          .isEqualTo(withSeat("a", new SeatAgreement(seat, seat, true)));
    }
  }

  @Test
  void whom_we_removed_or_found_gone_is_forgotten() {
    for (var outcome : List.of(DONE, ALREADY)) {
      var student = new RemoveStudent(member("s"), Reason.LEFT_SECTION);
      assertThat(BaselineAfter.after(BASE, student, outcome)).isEqualTo(baseline("o", Map.of()));
      var teacher = new RemoveTeacher(member("a"), Reason.LEFT_SECTION);
      var withTeacher = withSeat("a", SeatAgreement.ours(Seat.TEACHER));
      assertThat(BaselineAfter.after(withTeacher, teacher, outcome)).isEqualTo(BASE);
    }
  }

  @Test
  void a_name_that_is_so_is_agreed() {
    for (var outcome : List.of(DONE, ALREADY)) {
      assertThat(BaselineAfter.after(BASE, RENAME, outcome))
          .isEqualTo(named(BASE, Agreement.on("Biology 3")));
    }
  }

  @Test
  void G7_an_owner_that_is_so_is_agreed_and_the_former_one_stays_a_teacher() {
    var teachers = withSeat("a", SeatAgreement.ours(Seat.TEACHER));
    var change = new ChangeOwner(account("o"), member("a"), Reason.PRIMARY_TEACHER_CHANGED);
    for (var outcome : List.of(DONE, ALREADY)) {
      assertThat(BaselineAfter.after(teachers, change, outcome))
          .isEqualTo(owned(teachers, Agreement.on(account("a"))));
    }
  }

  @Test
  void a_class_that_was_restored_is_in_use() {
    for (var outcome : List.of(DONE, ALREADY)) {
      var archived = in(BASE, ClassState.ARCHIVED, Ended.BY_US);
      assertThat(BaselineAfter.after(archived, restore(ClassState.ARCHIVED), outcome))
          .isEqualTo(in(BASE, ClassState.ACTIVE, Ended.NOT));
      var declined = in(BASE, ClassState.DECLINED, Ended.BY_US);
      assertThat(BaselineAfter.after(declined, restore(ClassState.DECLINED), outcome))
          .isEqualTo(in(BASE, ClassState.OFFERED, Ended.NOT));
    }
  }

  private static Operation restore(ClassState from) {
    return new RestoreClass(from, Reason.SECTION_RETURNED);
  }

  @Test
  void a_class_that_we_ended_is_ended_by_us_and_no_grace_runs_on() {
    var running = gone(BASE, Optional.of(NOW));
    assertThat(BaselineAfter.after(running, ARCHIVE, DONE))
        .isEqualTo(in(BASE, ClassState.ARCHIVED, Ended.BY_US));
    var offered = in(running, ClassState.OFFERED, Ended.NOT);
    assertThat(BaselineAfter.after(offered, DECLINE, DONE))
        .isEqualTo(in(BASE, ClassState.DECLINED, Ended.BY_US));
  }

  @Test
  void G11_a_class_that_its_teacher_ended_before_us_is_ended_by_hand() {
    var running = gone(BASE, Optional.of(NOW));
    assertThat(BaselineAfter.after(running, ARCHIVE, ALREADY))
        .isEqualTo(in(BASE, ClassState.ARCHIVED, Ended.BY_HAND));
    assertThat(BaselineAfter.after(running, DECLINE, ALREADY))
        .isEqualTo(in(BASE, ClassState.DECLINED, Ended.BY_HAND));
  }

  @Test
  void G8_a_name_that_a_hand_gave_meanwhile_is_kept() {
    var outcome = new HandWasThere(seen("Frogs", ClassState.ACTIVE));
    assertThat(BaselineAfter.after(BASE, RENAME, outcome))
        .isEqualTo(named(BASE, new Agreement<>("Biology 3", "Frogs")));
  }

  @Test
  void a_rename_that_waits_for_a_class_put_away_is_not_given_up() {
    var outcome = new HandWasThere(seen(NAME, ClassState.ARCHIVED));
    assertThat(BaselineAfter.after(BASE, RENAME, outcome))
        .isEqualTo(in(BASE, ClassState.ARCHIVED, Ended.BY_HAND));
  }

  @Test
  void a_state_that_a_hand_brought_about_meanwhile_is_by_hand() {
    var operations = List.of(ARCHIVE, RENAME, add(Seat.STUDENT, "a"));
    for (var operation : operations) {
      assertThat(
              BaselineAfter.after(
                  BASE, operation, new HandWasThere(seen(NAME, ClassState.DECLINED))))
          .isEqualTo(in(BASE, ClassState.DECLINED, Ended.BY_HAND));
      assertThat(BaselineAfter.after(BASE, operation, new HandWasThere(new Missing())))
          .isEqualTo(in(BASE, ClassState.DELETED, Ended.BY_HAND));
    }
  }

  @Test
  void G5_an_offer_that_was_accepted_meanwhile_is_in_use_and_its_grace_runs_on() {
    var offered = gone(in(BASE, ClassState.OFFERED, Ended.NOT), Optional.of(NOW));
    var outcome = new HandWasThere(seen(NAME, ClassState.ACTIVE));
    assertThat(BaselineAfter.after(offered, DECLINE, outcome))
        .isEqualTo(gone(BASE, Optional.of(NOW)));
  }

  @Test
  void G11_a_class_that_is_missing_when_its_grace_is_over_is_looked_for_from_then_on() {
    var over = gone(BASE, Optional.of(NOW));
    assertThat(BaselineAfter.after(over, ARCHIVE, new HandWasThere(new Missing())))
        .isEqualTo(in(BASE, ClassState.DELETED, Ended.BY_HAND));
  }

  @Test
  void what_teaches_nothing_moves_nothing() {
    for (var operation : List.of(ARCHIVE, RENAME, add(Seat.TEACHER, "s"))) {
      assertThat(BaselineAfter.after(BASE, operation, new Refused())).isEqualTo(BASE);
      assertThat(BaselineAfter.after(BASE, operation, new HandWasThere(new NotLooked())))
          .isEqualTo(BASE);
    }
  }
}
