package org.rollbook.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollbook.core.reconcile.AccountId;
import org.rollbook.core.reconcile.Operation;
import org.rollbook.core.reconcile.Seat;
import org.rollbook.sync.target.Account;
import org.rollbook.sync.target.Answer;
import org.rollbook.sync.target.Answer.Done;
import org.rollbook.sync.target.ClassAddress;
import org.rollbook.sync.target.PassingFailure;
import org.rollbook.sync.target.TargetClassId;
import org.rollbook.sync.target.TargetUnavailable;

/** What comes instead of an answer, or is half of one: a failure in passing, like a lost answer. */
class UnreadableAnswerTest {
  private static final ClassAddress CLASS =
      new ClassAddress("section-1", Optional.of(new TargetClassId("77")));
  private static final AccountId LENA = new AccountId("1001");
  private static final String EMAIL = "lena@school.example";
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
      strings = {"", "[]", "{\"userId\":", "{\"userId\":[]}", "7", "null", "<html>No</html>"})
  void R4_a_write_whose_answer_cannot_be_read_may_have_been_done(String body) throws Exception {
    google.then(200, body);
    google.thenError(409, "ALREADY_EXISTS", "Requested entity already exists");
    assertThat(perform(Operations.addStudent(LENA))).isInstanceOf(Done.class);
    assertThat(gate.failures())
        .extracting(PassingFailure::mayHaveTakenEffect)
        .containsExactly(true);
  }

  @Test
  void R4_an_error_that_cannot_be_read_is_a_failure_in_passing() throws Exception {
    google.then(403, "{\"error\":{\"code\":\"forbidden\",\"errors\":7}}");
    google.then(200, "{\"userId\":\"1001\"}");
    assertThat(perform(Operations.addStudent(LENA))).isInstanceOf(Done.class);
  }

  @Test
  void R4_answers_that_can_never_be_read_make_google_unavailable_and_tell_nothing_of_them() {
    for (int i = 0; i < 6; i++) {
      google.then(200, "[\"Lena Kraus\"]");
    }
    assertThatThrownBy(() -> perform(Operations.addStudent(LENA)))
        .isInstanceOf(TargetUnavailable.class)
        .hasMessageContaining("answer to a POST cannot be read")
        .hasMessageNotContaining("Kraus");
  }

  @Test
  void G6_a_page_from_a_filter_on_the_way_is_no_class_that_was_deleted() throws Exception {
    google.then(404, "<html>Not for schools</html>").then(200, COURSE);
    google.then(200, "{\"id\":\"77\"}");
    assertThat(perform(Operations.archive())).isInstanceOf(Done.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"id", "name", "ownerId", "courseState"})
  void R4_a_class_that_lacks_what_every_class_has_is_read_again(String field) throws Exception {
    google.then(200, COURSE.replace("\"" + field + "\"", "\"another\"")).then(200, COURSE);
    google.then(200, "{\"id\":\"77\"}");
    assertThat(perform(Operations.archive())).isInstanceOf(Done.class);
    assertThat(gate.failures()).hasSize(1);
  }

  @Test
  void G12_a_class_that_was_made_without_our_hearing_its_id_is_ours() throws Exception {
    google.then(200, "{}");
    google.thenError(409, "ALREADY_EXISTS", "Requested entity already exists");
    google.then(200, COURSE.replace("}", ",\"creationTime\":\"" + Instant.now() + "\"}"));
    assertThat(perform(Operations.create("Algebra", new AccountId("9"))))
        .isEqualTo(new Done(Optional.of(new TargetClassId("77"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"userId\":null}", "{\"userId\":\"\"}", "null"})
  void G9_a_member_without_an_id_is_not_somebody_who_left(String member) throws Exception {
    google.then(200, COURSE);
    google.then(200, "{\"students\":[{\"userId\":\"1001\"},%s]}".formatted(member));
    google.then(200, "{\"students\":[{\"userId\":\"1001\"},{\"userId\":\"1002\"}]}");
    google.then(200, "{\"teachers\":[%s]}".formatted(member));
    google.then(200, "{\"teachers\":[{\"userId\":\"9\"}]}");
    try (var target = google.target(gate)) {
      assertThat(target.look(CLASS, true).observation().toString())
          .contains("1001=" + Seat.STUDENT, "1002=" + Seat.STUDENT, "9=" + Seat.TEACHER);
    }
    assertThat(gate.failures()).hasSize(2);
  }

  @Test
  void G2_an_account_without_an_address_is_passed_over() throws Exception {
    google.then(
        200,
        """
        {"users":[{"id":"1"},{"id":"2","primaryEmail":""},
                  {"id":"3","primaryEmail":"lena@school.example","aliases":[null,""]}]}
        """);
    assertThat(accounts())
        .containsExactly(new Account(new AccountId("3"), EMAIL, List.of(), false));
  }

  @Test
  void G3_an_account_whose_id_got_lost_is_not_an_account_that_is_gone() throws Exception {
    google.then(200, "{\"users\":[{\"primaryEmail\":\"lena@school.example\"}]}");
    google.then(200, "{\"users\":[{\"id\":\"3\",\"primaryEmail\":\"lena@school.example\"}]}");
    assertThat(accounts()).hasSize(1);

    google.then(200, "{\"primaryEmail\":\"lena@school.example\"}");
    google.then(200, "{\"id\":\"3\"}");
    google.then(200, "{\"id\":\"3\",\"primaryEmail\":\"lena@school.example\"}");
    try (var target = google.target(gate)) {
      assertThat(target.account(EMAIL)).isPresent();
    }
    assertThat(gate.failures()).hasSize(3);
  }

  private List<Account> accounts() throws TargetUnavailable, InterruptedException {
    var accounts = new ArrayList<Account>();
    try (var target = google.target(gate)) {
      target.accounts(accounts::add);
    }
    return accounts;
  }

  private Answer perform(Operation operation) throws TargetUnavailable, InterruptedException {
    try (var target = google.target(gate)) {
      return target.perform(CLASS, operation, Optional.empty());
    }
  }
}
