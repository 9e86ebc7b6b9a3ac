package org.rollbook.google;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollbook.core.reconcile.ClassState;
import org.rollbook.core.reconcile.Observation;
import org.rollbook.core.reconcile.Operation;
import org.rollbook.emulator.FaultKind;
import org.rollbook.sync.target.Answer;
import org.rollbook.sync.target.Answer.AlreadySo;
import org.rollbook.sync.target.Answer.Done;
import org.rollbook.sync.target.Answer.HandWasThere;
import org.rollbook.sync.target.ClassAddress;

class ClassChangesTest {
  private TestSchool school;
  private ClassAddress algebra;

  @BeforeEach
  void open() throws Exception {
    school = new TestSchool();
    algebra = school.offered("algebra", "Algebra", school.person("kraus"));
    school.count();
  }

  @AfterEach
  void close() {
    school.close();
  }

  @Test
  void G8_a_class_that_nobody_renamed_gets_its_new_name() throws Exception {
    assertThat(school.perform(algebra, Operations.rename("Algebra", "Algebra 2")))
        .isInstanceOf(Done.class);
    school.assertCalls(1, 1);
    assertThat(school.seen(algebra).name()).isEqualTo("Algebra 2");
  }

  @Test
  void G8_a_name_set_by_hand_is_not_overwritten() throws Exception {
    school.set(algebra, "name", "Ms Kraus's nerds");
    assertThat(school.perform(algebra, Operations.rename("Algebra", "Algebra 2")))
        .isInstanceOfSatisfying(
            HandWasThere.class,
            hand -> {
              var seen = (Observation.Seen) hand.observed();
              assertThat(seen.name()).isEqualTo("Ms Kraus's nerds");
              assertThat(seen.seats()).isEmpty();
            });
    assertThat(school.seen(algebra).name()).isEqualTo("Ms Kraus's nerds");
  }

  @Test
  void G8_a_class_that_has_the_name_already_is_so() throws Exception {
    school.set(algebra, "name", "Algebra 2");
    var rename = Operations.rename("Algebra", "Algebra 2");
    assertThat(school.perform(algebra, rename)).isInstanceOf(AlreadySo.class);
    assertThat(school.target().perform(algebra, rename, TestSchool.sentBefore()))
        .isInstanceOf(Done.class);
    school.assertCalls(2, 1);
  }

  @Test
  void G8_a_lost_reply_renames_once() throws Exception {
    school.fail("courses.patch", FaultKind.LOST_REPLY, 1);
    assertThat(school.perform(algebra, Operations.rename("Algebra", "Algebra 2")))
        .isInstanceOf(Done.class);
  }

  /** What each end and return of a class does in each state it may be found in (G11). */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ARCHIVE           | OFFERED  | hand",
        "ARCHIVE           | ACTIVE   | done",
        "ARCHIVE           | ARCHIVED | already",
        "ARCHIVE           | DECLINED | hand",
        "ARCHIVE           | DELETED  | hand",
        "DECLINE           | OFFERED  | done",
        "DECLINE           | ACTIVE   | hand",
        "DECLINE           | ARCHIVED | hand",
        "DECLINE           | DECLINED | already",
        "DECLINE           | DELETED  | hand",
        "RESTORE_ARCHIVED  | OFFERED  | hand",
        "RESTORE_ARCHIVED  | ACTIVE   | already",
        "RESTORE_ARCHIVED  | ARCHIVED | done",
        "RESTORE_ARCHIVED  | DECLINED | hand",
        "RESTORE_ARCHIVED  | DELETED  | hand",
        "RESTORE_DECLINED  | OFFERED  | already",
        "RESTORE_DECLINED  | ACTIVE   | hand",
        "RESTORE_DECLINED  | ARCHIVED | hand",
        "RESTORE_DECLINED  | DECLINED | done",
        "RESTORE_DECLINED  | DELETED  | hand",
      })
  void G11_ends_and_returns(String move, ClassState found, String answer) throws Exception {
    bring(found);
    var before = school.target().look(algebra, false).observation();
    school.count();

    var got = school.perform(algebra, operation(move));

    assertThat(word(got)).isEqualTo(answer);
    school.assertCalls(1, answer.equals("done") ? 1 : 0);
    if (got instanceof HandWasThere(var observed)) {
      assertThat(observed).isEqualTo(before);
    }
    if (!answer.equals("done")) {
      assertThat(school.target().look(algebra, false).observation()).isEqualTo(before);
    }
  }

  private void bring(ClassState state) throws Exception {
    switch (state) {
      case OFFERED -> {}
      case ACTIVE -> school.set(algebra, "courseState", "ACTIVE");
      case ARCHIVED -> {
        school.set(algebra, "courseState", "ACTIVE");
        school.set(algebra, "courseState", "ARCHIVED");
      }
      case DECLINED -> school.set(algebra, "courseState", "DECLINED");
      case DELETED -> school.delete(algebra);
    }
  }

  private static Operation operation(String move) {
    return switch (move) {
      case "ARCHIVE" -> Operations.archive();
      case "DECLINE" -> Operations.decline();
      case "RESTORE_ARCHIVED" -> Operations.restore(ClassState.ARCHIVED);
      case "RESTORE_DECLINED" -> Operations.restore(ClassState.DECLINED);
      default -> throw new IllegalArgumentException(move);
    };
  }

  private static String word(Answer answer) {
    return switch (answer) {
      case Done _ -> "done";
      case AlreadySo _ -> "already";
      case HandWasThere _ -> "hand";
      case Answer.ClassFound _ -> "found";
      case Answer.Refused _ -> "refused";
    };
  }

  @Test
  void G11_a_lost_reply_ends_a_class_once() throws Exception {
    school.set(algebra, "courseState", "ACTIVE");
    school.fail("courses.patch", FaultKind.LOST_REPLY, 1);
    assertThat(school.perform(algebra, Operations.archive())).isInstanceOf(Done.class);
    assertThat(school.seen(algebra).state()).isEqualTo(ClassState.ARCHIVED);
  }

  @Test
  void G11_a_class_that_we_may_have_ended_is_our_doing() throws Exception {
    bring(ClassState.ARCHIVED);
    assertThat(school.target().perform(algebra, Operations.archive(), TestSchool.sentBefore()))
        .isInstanceOf(Done.class);
  }

  @Test
  void R4_a_class_that_google_suspended_is_out_of_reach_alone() throws Exception {
    school.set(algebra, "courseState", "ACTIVE");
    school.googleSuspends(algebra);
    assertThat(school.perform(algebra, Operations.archive()))
        .isInstanceOfSatisfying(
            Answer.Refused.class,
            refused -> assertThat(refused.advice()).contains("Google suspended the class"));
    assertThat(school.target().look(algebra, true).observation())
        .isEqualTo(new Observation.Missing());
  }
}
