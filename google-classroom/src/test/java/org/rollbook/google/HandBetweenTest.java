package org.rollbook.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rollbook.core.reconcile.AccountId;
import org.rollbook.core.reconcile.ClassState;
import org.rollbook.core.reconcile.Observation;
import org.rollbook.core.reconcile.Operation;
import org.rollbook.sync.target.Answer;
import org.rollbook.sync.target.Answer.AlreadySo;
import org.rollbook.sync.target.Answer.ClassFound;
import org.rollbook.sync.target.Answer.Done;
import org.rollbook.sync.target.Answer.HandWasThere;
import org.rollbook.sync.target.Answer.Refused;
import org.rollbook.sync.target.ClassAddress;
import org.rollbook.sync.target.TargetClassId;
import org.rollbook.sync.target.TargetUnavailable;

/** What happens between two calls of one operation, where only a script can put it. */
class HandBetweenTest {
  private static final ClassAddress CLASS =
      new ClassAddress("section-1", Optional.of(new TargetClassId("77")));
  private static final AccountId LENA = new AccountId("1001");

  private final ScriptedGoogle google = new ScriptedGoogle();
  private final TestGate gate = new TestGate();

  @AfterEach
  void stop() {
    google.close();
  }

  @Test
  void G11_a_class_accepted_while_we_decline_it_is_handed_back() throws Exception {
    course("Algebra", "PROVISIONED");
    google.thenError(400, "FAILED_PRECONDITION", "Precondition check failed.");
    course("Algebra", "ACTIVE");
    assertThat(state(perform(Operations.decline()))).isEqualTo(ClassState.ACTIVE);
  }

  @Test
  void G11_a_class_deleted_while_we_archive_it_is_missing() throws Exception {
    course("Algebra", "ACTIVE");
    google.thenError(404, "NOT_FOUND", "@CourseNotFound The course was not found.");
    google.thenError(404, "NOT_FOUND", "@CourseNotFound The course was not found.");
    assertThat(perform(Operations.archive()))
        .isEqualTo(new HandWasThere(new Observation.Missing()));
  }

  @Test
  void G11_a_class_archived_by_our_unheard_attempt_is_our_doing() throws Exception {
    course("Algebra", "ACTIVE");
    google.thenNothing();
    google.thenError(400, "FAILED_PRECONDITION", "@CourseNotModifiable Archived.");
    course("Algebra", "ARCHIVED");
    assertThat(perform(Operations.archive())).isInstanceOf(Done.class);
  }

  @Test
  void G11_a_class_that_will_not_move_is_refused() throws Exception {
    course("Algebra", "ACTIVE");
    google.thenError(400, "FAILED_PRECONDITION", "Precondition check failed.");
    course("Algebra", "ACTIVE");
    assertThat(perform(Operations.archive())).isInstanceOf(Refused.class);
  }

  @Test
  void G8_a_class_archived_while_we_rename_it_is_handed_back() throws Exception {
    course("Algebra", "ACTIVE");
    google.thenError(400, "FAILED_PRECONDITION", "@CourseNotModifiable Archived.");
    course("Algebra", "ARCHIVED");
    assertThat(state(perform(Operations.rename("Algebra", "Algebra 2"))))
        .isEqualTo(ClassState.ARCHIVED);
  }

  @Test
  void G8_a_name_that_our_unheard_attempt_gave_is_ours_though_the_class_was_archived_then()
      throws Exception {
    course("Algebra", "ACTIVE");
    google.thenNothing();
    google.thenError(400, "FAILED_PRECONDITION", "@CourseNotModifiable Archived.");
    course("Algebra 2", "ARCHIVED");
    assertThat(perform(Operations.rename("Algebra", "Algebra 2"))).isInstanceOf(Done.class);
  }

  @Test
  void G9_a_removal_tells_a_missing_class_from_a_missing_member() throws Exception {
    google.thenError(404, "NOT_FOUND", "@CourseNotFound The course was not found.");
    google.thenError(404, "NOT_FOUND", "@CourseNotFound The course was not found.");
    assertThat(perform(Operations.removeStudent(LENA)))
        .isEqualTo(new HandWasThere(new Observation.Missing()));

    notThere();
    notThere();
    assertThat(perform(Operations.removeStudent(LENA))).isInstanceOf(AlreadySo.class);
  }

  @Test
  void R4_an_account_that_google_denies_by_mistake_is_added_at_the_second_asking()
      throws Exception {
    notThere();
    course("Algebra", "ACTIVE");
    google.then(200, "{\"userId\":\"1001\"}");
    assertThat(perform(Operations.addStudent(LENA))).isInstanceOf(Done.class);
  }

  @Test
  void G7_google_is_given_time_to_know_its_new_teacher() throws Exception {
    ineligible();
    google.then(200, "{\"userId\":\"1001\"}");
    ineligible();
    ineligible();
    google.then(200, "{\"id\":\"77\"}");
    assertThat(perform(Operations.changeOwner(new AccountId("9"), LENA))).isInstanceOf(Done.class);
  }

  @Test
  void G12_a_class_whose_alias_is_known_before_the_class_is_waited_for() throws Exception {
    google.thenNothing();
    taken();
    notThere();
    course("Algebra", "PROVISIONED");
    assertThat(perform(Operations.create("Algebra", new AccountId("9"))))
        .isEqualTo(new Done(Optional.of(new TargetClassId("77"))));
  }

  @Test
  void G12_a_class_whose_alias_is_taken_but_never_shown_is_refused() throws Exception {
    taken();
    for (int i = 0; i < 4; i++) {
      notThere();
    }
    assertThat(perform(Operations.create("Algebra", new AccountId("9"))))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.code()).isEqualTo("ALREADY_EXISTS");
              assertThat(refused.advice()).contains("does not show it");
            });
  }

  @Test
  void G12_a_class_that_our_lost_attempt_may_have_made_and_that_is_not_shown_is_no_refusal() {
    google.thenNothing();
    taken();
    for (int i = 0; i < 4; i++) {
      notThere();
    }
    assertThatThrownBy(() -> perform(Operations.create("Algebra", new AccountId("9"))))
        .isInstanceOf(TargetUnavailable.class)
        .hasMessageContaining("does not show it");
  }

  @Test
  void G12_a_class_that_is_accepted_between_two_attempts_of_one_call_is_ours() throws Exception {
    google.thenNothing();
    taken();
    course("Algebra", "ACTIVE");
    assertThat(perform(Operations.create("Algebra", new AccountId("9"))))
        .isEqualTo(new Done(Optional.of(new TargetClassId("77"))));
  }

  @Test
  void G12_a_class_older_than_a_lost_attempt_is_that_of_a_former_installation() throws Exception {
    google.thenNothing();
    taken();
    for (int look = 0; look < 2; look++) {
      course("Algebra", "PROVISIONED", Instant.now().minus(Duration.ofDays(1)));
    }
    google.then(200, "{\"students\":[{\"userId\":\"1001\"}]}");
    google.then(200, "{\"teachers\":[{\"userId\":\"9\"}]}");
    assertThat(perform(Operations.create("Algebra", new AccountId("9"))))
        .isInstanceOf(ClassFound.class);
  }

  @Test
  void G12_a_conflict_that_we_did_not_cause_is_a_class_found() throws Exception {
    taken();
    course("Algebra", "PROVISIONED");
    course("Algebra", "PROVISIONED");
    google.then(200, "{}").then(200, "{\"teachers\":[{\"userId\":\"9\"}]}");
    assertThat(perform(Operations.create("Algebra", new AccountId("9"))))
        .isInstanceOf(ClassFound.class);
  }

  private void taken() {
    google.thenError(409, "ALREADY_EXISTS", "Requested entity already exists");
  }

  private void notThere() {
    google.thenError(404, "NOT_FOUND", "Requested entity was not found.");
  }

  private void ineligible() {
    google.thenError(400, "FAILED_PRECONDITION", "@IneligibleOwner Only a co-teacher can.");
  }

  private void course(String name, String state) {
    course(name, state, Instant.now());
  }

  private void course(String name, String state, Instant made) {
    google.then(
        200,
        """
        {"id":"77","name":"%s","ownerId":"9","courseState":"%s","creationTime":"%s"}
        """
            .formatted(name, state, made));
  }

  private static ClassState state(Answer answer) {
    return ((Observation.Seen) ((HandWasThere) answer).observed()).state();
  }

  private Answer perform(Operation operation) throws TargetUnavailable, InterruptedException {
    try (var target = google.target(gate)) {
      return target.perform(CLASS, operation, Optional.empty());
    }
  }
}
