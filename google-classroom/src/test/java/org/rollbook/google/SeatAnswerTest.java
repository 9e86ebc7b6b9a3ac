package org.rollbook.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollbook.core.reconcile.AccountId;
import org.rollbook.core.reconcile.Operation;
import org.rollbook.sync.target.Answer;
import org.rollbook.sync.target.Answer.AlreadySo;
import org.rollbook.sync.target.Answer.Done;
import org.rollbook.sync.target.Answer.HandWasThere;
import org.rollbook.sync.target.Answer.Refused;
import org.rollbook.sync.target.ClassAddress;
import org.rollbook.sync.target.PassingFailure;
import org.rollbook.sync.target.TargetClassId;
import org.rollbook.sync.target.TargetUnavailable;

/** What Google answers to the change of one seat, where only a script can make it. */
class SeatAnswerTest {
  private static final ClassAddress CLASS =
      new ClassAddress("section-1", Optional.of(new TargetClassId("77")));
  private static final AccountId LENA = new AccountId("1001");
  private static final String ADDED = "{\"userId\":\"1001\"}";

  private static final String COURSE =
      "{\"id\":\"77\",\"name\":\"Algebra\",\"ownerId\":\"9\",\"courseState\":\"ACTIVE\"}";

  private final ScriptedGoogle google = new ScriptedGoogle();
  private final TestGate gate = new TestGate();

  @AfterEach
  void stop() {
    google.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'error':{'code':409,'message':'The operation was aborted.','status':'ABORTED'}}",
        "{'error':{'code':409,'message':'@Contention Try again.','status':'ABORTED'}}",
        "{'error':{'code':409,'message':'Aborted','errors':[{'reason':'aborted'}]}}"
      })
  void G9_an_add_that_google_aborted_is_made_again(String aborted) throws Exception {
    google.then(409, aborted.replace('\'', '"')).then(200, ADDED);
    assertThat(perform(Operations.addStudent(LENA))).isInstanceOf(Done.class);
    assertThat(gate.failures())
        .extracting(PassingFailure::mayHaveTakenEffect)
        .containsExactly(false);
  }

  @Test
  void G9_whom_a_person_added_while_google_aborted_our_add_was_there_already() throws Exception {
    google.thenError(409, "ABORTED", "The operation was aborted.");
    google.thenError(409, "ALREADY_EXISTS", "Requested entity already exists");
    assertThat(perform(Operations.addStudent(LENA))).isInstanceOf(AlreadySo.class);
  }

  @Test
  void R4_an_add_that_google_goes_on_aborting_gets_no_answer() {
    for (int i = 0; i < 6; i++) {
      google.thenError(409, "ABORTED", "The operation was aborted.");
    }
    assertThatThrownBy(() -> perform(Operations.addStudent(LENA)))
        .isInstanceOf(TargetUnavailable.class)
        .hasMessageContaining("The operation was aborted.");
  }

  @Test
  void R4_a_removal_that_google_denies_by_mistake_is_asked_once_more() throws Exception {
    notFound("Requested entity was not found.").then(200, "{}");
    assertThat(perform(Operations.removeStudent(LENA))).isInstanceOf(Done.class);

    notFound("@CourseNotFound The course was not found.").then(200, COURSE).then(200, "{}");
    assertThat(perform(Operations.removeTeacher(LENA))).isInstanceOf(Done.class);
  }

  @Test
  void G9_a_member_whom_google_denies_twice_was_gone_already() throws Exception {
    notFound("Requested entity was not found.");
    notFound("Requested entity was not found.");
    assertThat(perform(Operations.removeStudent(LENA))).isInstanceOf(AlreadySo.class);
    assertThat(google.received()).hasSize(2);
  }

  @Test
  void G9_a_seat_is_not_forgotten_while_google_denies_a_class_that_it_shows() throws Exception {
    notFound("Requested entity was not found.");
    notFound("@CourseNotFound The course was not found.").then(200, COURSE);
    assertThat(perform(Operations.removeStudent(LENA))).isInstanceOf(Refused.class);
  }

  @Test
  void G12_a_seat_that_our_unheard_attempt_gave_is_ours_though_the_class_was_archived_then()
      throws Exception {
    google.thenNothing();
    archived().then(200, ADDED);
    assertThat(perform(Operations.addStudent(LENA))).isInstanceOf(Done.class);
    assertThat(google.received().getLast().uri()).startsWith("/v1/courses/77/students/1001?");

    google.thenNothing();
    google.thenError(400, "FAILED_PRECONDITION", "Precondition check failed.").then(200, ADDED);
    assertThat(perform(Operations.addTeacher(LENA))).isInstanceOf(Done.class);
    assertThat(google.received().getLast().uri()).startsWith("/v1/courses/77/teachers/1001?");
  }

  @Test
  void G12_a_seat_that_an_unheard_attempt_of_a_run_before_gave_is_ours_likewise() throws Exception {
    archived().then(200, ADDED);
    try (var target = google.target(gate)) {
      assertThat(target.perform(CLASS, Operations.addStudent(LENA), TestSchool.sentBefore()))
          .isInstanceOf(Done.class);
    }
  }

  @Test
  void G12_a_seat_that_is_ours_and_that_google_denied_in_between_is_ours() throws Exception {
    google.thenNothing();
    notFound("Requested entity was not found.").then(200, COURSE);
    archived().then(200, ADDED);
    assertThat(perform(Operations.addStudent(LENA))).isInstanceOf(Done.class);
  }

  @Test
  void G5_a_seat_that_no_attempt_gave_before_the_class_was_archived_is_not_there()
      throws Exception {
    google.thenNothing();
    archived();
    notFound("Requested entity was not found.").then(200, COURSE.replace("ACTIVE", "ARCHIVED"));
    assertThat(perform(Operations.addStudent(LENA))).isInstanceOf(HandWasThere.class);
  }

  @Test
  void R7_a_refusal_of_the_only_attempt_needs_no_look_at_the_seat() throws Exception {
    google.thenError(400, "FAILED_PRECONDITION", "@CourseMemberLimitReached Full.");
    assertThat(perform(Operations.addStudent(LENA))).isInstanceOf(Refused.class);
    assertThat(google.received()).hasSize(1);
  }

  private ScriptedGoogle archived() {
    return google.thenError(400, "FAILED_PRECONDITION", "@CourseNotModifiable Archived.");
  }

  private ScriptedGoogle notFound(String message) {
    return google.thenError(404, "NOT_FOUND", message);
  }

  private Answer perform(Operation operation) throws TargetUnavailable, InterruptedException {
    try (var target = google.target(gate)) {
      return target.perform(CLASS, operation, Optional.empty());
    }
  }
}
