package org.rollbook.google;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rollbook.core.reconcile.AccountId;
import org.rollbook.core.reconcile.Observation;
import org.rollbook.core.reconcile.Seat;
import org.rollbook.emulator.FaultKind;
import org.rollbook.sync.target.Answer.AlreadySo;
import org.rollbook.sync.target.Answer.Done;
import org.rollbook.sync.target.Answer.HandWasThere;
import org.rollbook.sync.target.Answer.Refused;
import org.rollbook.sync.target.ClassAddress;

class OwnerChangeTest {
  private TestSchool school;
  private AccountId kraus;
  private AccountId berg;
  private ClassAddress algebra;

  @BeforeEach
  void open() throws Exception {
    school = new TestSchool();
    kraus = school.person("kraus");
    berg = school.person("berg");
    algebra = school.accepted("algebra", "Algebra", kraus);
  }

  @AfterEach
  void close() {
    school.close();
  }

  @Test
  void G7_a_co_teacher_takes_over_with_one_call_and_the_former_owner_stays() throws Exception {
    school.perform(algebra, Operations.addTeacher(berg));
    school.count();
    assertThat(school.perform(algebra, Operations.changeOwner(kraus, berg)))
        .isInstanceOf(Done.class);
    school.assertCalls(0, 1);
    assertThat(school.seen(algebra).owner()).isEqualTo(berg);
    assertThat(school.seen(algebra).seats().orElseThrow()).containsEntry(kraus, Seat.TEACHER);
  }

  @Test
  void G7_somebody_from_outside_joins_as_a_teacher_first() throws Exception {
    school.count();
    assertThat(school.perform(algebra, Operations.changeOwner(kraus, berg)))
        .isInstanceOf(Done.class);
    school.assertCalls(0, 3);
    assertThat(school.seen(algebra).owner()).isEqualTo(berg);
  }

  @Test
  void G7_a_former_owner_leaves_after_the_class_was_handed_on() throws Exception {
    school.perform(algebra, Operations.changeOwner(kraus, berg));
    assertThat(school.perform(algebra, Operations.removeTeacher(kraus))).isInstanceOf(Done.class);
    assertThat(school.seen(algebra).seats().orElseThrow()).containsOnlyKeys(berg);
  }

  @Test
  void G7_a_class_that_a_person_handed_on_already_is_so() throws Exception {
    assertThat(school.perform(algebra, Operations.changeOwner(berg, kraus)))
        .isInstanceOf(AlreadySo.class);
    assertThat(
            school
                .target()
                .perform(algebra, Operations.changeOwner(berg, kraus), TestSchool.sentBefore()))
        .isInstanceOf(Done.class);
  }

  @Test
  void G7_a_lost_reply_is_our_own_doing() throws Exception {
    school.perform(algebra, Operations.addTeacher(berg));
    school.fail("courses.patch", FaultKind.LOST_REPLY, 1);
    assertThat(school.perform(algebra, Operations.changeOwner(kraus, berg)))
        .isInstanceOf(Done.class);
  }

  @Test
  void G7_a_student_cannot_take_over() throws Exception {
    school.add(algebra, "students", berg);
    assertThat(school.perform(algebra, Operations.changeOwner(kraus, berg)))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.code()).isEqualTo("IneligibleOwner");
              assertThat(refused.advice()).contains("a student of the class, take them out");
            });
  }

  @Test
  void G5_a_class_that_a_person_put_away_keeps_its_owner() throws Exception {
    school.perform(algebra, Operations.addTeacher(berg));
    school.set(algebra, "courseState", "ARCHIVED");
    assertThat(school.perform(algebra, Operations.changeOwner(kraus, berg)))
        .isInstanceOf(HandWasThere.class);
  }

  @Test
  void G6_a_class_that_a_person_deleted_is_missing() throws Exception {
    school.delete(algebra);
    assertThat(school.perform(algebra, Operations.changeOwner(kraus, berg)))
        .isEqualTo(new HandWasThere(new Observation.Missing()));
  }
}
