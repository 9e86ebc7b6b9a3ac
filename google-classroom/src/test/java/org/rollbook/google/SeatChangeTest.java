package org.rollbook.google;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollbook.core.reconcile.AccountId;
import org.rollbook.core.reconcile.ClassState;
import org.rollbook.core.reconcile.Observation;
import org.rollbook.core.reconcile.Seat;
import org.rollbook.emulator.FaultKind;
import org.rollbook.sync.target.Answer.AlreadySo;
import org.rollbook.sync.target.Answer.Done;
import org.rollbook.sync.target.Answer.HandWasThere;
import org.rollbook.sync.target.Answer.Refused;
import org.rollbook.sync.target.ClassAddress;
import org.rollbook.sync.target.TargetClassId;

class SeatChangeTest {
  private TestSchool school;
  private AccountId lena;
  private AccountId berg;
  private ClassAddress algebra;

  @BeforeEach
  void open() throws Exception {
    school = new TestSchool();
    lena = school.person("lena");
    berg = school.person("berg");
    algebra = school.accepted("algebra", "Algebra", school.person("kraus"));
    school.count();
  }

  @AfterEach
  void close() {
    school.close();
  }

  @Test
  void R7_giving_and_taking_a_seat_is_one_call() throws Exception {
    assertThat(school.perform(algebra, Operations.addStudent(lena))).isInstanceOf(Done.class);
    assertThat(school.perform(algebra, Operations.addTeacher(berg))).isInstanceOf(Done.class);
    school.assertCalls(0, 2);
    assertThat(school.seen(algebra).seats().orElseThrow())
        .containsEntry(lena, Seat.STUDENT)
        .containsEntry(berg, Seat.TEACHER);

    school.count();
    assertThat(school.perform(algebra, Operations.removeStudent(lena))).isInstanceOf(Done.class);
    assertThat(school.perform(algebra, Operations.removeTeacher(berg))).isInstanceOf(Done.class);
    school.assertCalls(0, 2);
    assertThat(school.seen(algebra).seats().orElseThrow()).doesNotContainKeys(lena, berg);
  }

  @Test
  void G12_a_class_is_reached_by_its_alias_too() throws Exception {
    var byAlias = new ClassAddress("algebra", Optional.empty());
    assertThat(school.perform(byAlias, Operations.addStudent(lena))).isInstanceOf(Done.class);
    assertThat(school.seen(byAlias)).isEqualTo(school.seen(algebra));
  }

  @Test
  void G9_a_member_whom_a_person_put_there_was_there_already() throws Exception {
    school.add(algebra, "students", lena);
    assertThat(school.perform(algebra, Operations.addStudent(lena))).isInstanceOf(AlreadySo.class);
  }

  @Test
  void G12_a_member_whom_we_may_have_put_there_is_ours() throws Exception {
    school.add(algebra, "students", lena);
    assertThat(
            school.target().perform(algebra, Operations.addStudent(lena), TestSchool.sentBefore()))
        .isInstanceOf(Done.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"LOST_REPLY", "ERROR_AFTER_EFFECT", "INTERNAL", "LOST_REQUEST"})
  void G12_a_seat_is_given_and_taken_once_whatever_is_lost(FaultKind kind) throws Exception {
    school.fail("courses.students.create", kind, 1);
    assertThat(school.perform(algebra, Operations.addStudent(lena))).isInstanceOf(Done.class);
    school.fail("courses.students.delete", kind, 1);
    assertThat(school.perform(algebra, Operations.removeStudent(lena))).isInstanceOf(Done.class);
    assertThat(school.seen(algebra).seats().orElseThrow()).doesNotContainKey(lena);
  }

  @Test
  void G9_a_student_whom_a_person_made_a_teacher_stays_one() throws Exception {
    school.add(algebra, "teachers", lena);
    school.count();
    assertThat(school.perform(algebra, Operations.addStudent(lena))).isInstanceOf(AlreadySo.class);
    assertThat(school.perform(algebra, Operations.removeStudent(lena)))
        .isInstanceOf(AlreadySo.class);
    school.assertCalls(0, 1 + 2);
    assertThat(school.seen(algebra).seats().orElseThrow()).containsEntry(lena, Seat.TEACHER);
  }

  @Test
  void G9_a_member_who_is_gone_already_is_no_failure() throws Exception {
    assertThat(school.perform(algebra, Operations.removeStudent(lena)))
        .isInstanceOf(AlreadySo.class);
    assertThat(school.perform(algebra, Operations.removeTeacher(berg)))
        .isInstanceOf(AlreadySo.class);
    assertThat(
            school
                .target()
                .perform(algebra, Operations.removeStudent(lena), TestSchool.sentBefore()))
        .isInstanceOf(Done.class);
  }

  @Test
  void G6_a_class_that_a_person_deleted_is_missing() throws Exception {
    school.delete(algebra);
    var missing = new HandWasThere(new Observation.Missing());
    assertThat(school.perform(algebra, Operations.addStudent(lena))).isEqualTo(missing);
    assertThat(school.perform(algebra, Operations.addTeacher(berg))).isEqualTo(missing);
  }

  @Test
  void G5_a_class_that_a_person_put_away_is_left_as_it_is() throws Exception {
    school.set(algebra, "courseState", "ARCHIVED");
    assertThat(school.perform(algebra, Operations.addStudent(lena)))
        .isInstanceOfSatisfying(
            HandWasThere.class,
            hand ->
                assertThat(((Observation.Seen) hand.observed()).state())
                    .isEqualTo(ClassState.ARCHIVED));
  }

  @Test
  void R4_an_unknown_account_is_refused_after_asking_once_more() throws Exception {
    assertThat(school.perform(algebra, Operations.addStudent(new AccountId("999999"))))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.advice()).contains("this account"));
    school.assertCalls(1, 2);
  }

  @Test
  void R4_a_suspended_account_is_refused() throws Exception {
    school.suspend("lena");
    assertThat(school.perform(algebra, Operations.addStudent(lena)))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.code()).isEqualTo("FAILED_PRECONDITION"));
  }

  @Test
  void R4_a_class_whose_owner_is_suspended_is_refused() throws Exception {
    school.suspend("kraus");
    assertThat(school.perform(algebra, Operations.addStudent(lena)))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.code()).isEqualTo("InactiveCourseOwner"));
  }

  @Test
  void G7_an_owner_is_not_removed() throws Exception {
    assertThat(school.perform(algebra, Operations.removeTeacher(school.seen(algebra).owner())))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.code()).isEqualTo("CannotRemoveCourseOwner"));
  }

  @Test
  void a_class_that_never_was_is_missing() throws Exception {
    var never = new ClassAddress("never", Optional.of(new TargetClassId("424242")));
    assertThat(school.target().look(never, true).observation())
        .isEqualTo(new Observation.Missing());
    assertThat(school.perform(never, Operations.archive()))
        .isEqualTo(new HandWasThere(new Observation.Missing()));
  }
}
