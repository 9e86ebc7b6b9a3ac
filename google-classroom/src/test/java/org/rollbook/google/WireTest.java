package org.rollbook.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollbook.core.reconcile.AccountId;
import org.rollbook.core.reconcile.ClassState;
import org.rollbook.core.reconcile.Observation;
import org.rollbook.sync.target.Account;
import org.rollbook.sync.target.Answer;
import org.rollbook.sync.target.ClassAddress;
import org.rollbook.sync.target.PassingFailure;
import org.rollbook.sync.target.TargetClassId;
import org.rollbook.sync.target.TargetUnavailable;

/** What goes over the wire, and what comes of answers that are lost, late or odd. */
class WireTest {
  private static final ClassAddress CLASS =
      new ClassAddress("section-1", Optional.of(new TargetClassId("77")));
  private static final AccountId LENA = new AccountId("1001");
  private static final String ADDED = "{\"userId\":\"1001\"}";

  private final ScriptedGoogle google = new ScriptedGoogle();
  private final TestGate gate = new TestGate();

  @AfterEach
  void stop() {
    google.close();
  }

  @Test
  void R4_retry_after_is_obeyed_in_seconds_and_as_a_date() throws Exception {
    google.then(429, "{}", Map.of("Retry-After", "7"));
    google.then(
        503,
        "{}",
        Map.of(
            "Retry-After", "Fri, 06 Mar 2026 10:00:30 GMT",
            "Date", "Fri, 06 Mar 2026 10:00:00 GMT"));
    google.then(429, "{}", Map.of("Retry-After", "soon"));
    google.then(200, ADDED);

    assertThat(add()).isInstanceOf(Answer.Done.class);
    assertThat(gate.waits().getFirst()).contains(Duration.ofSeconds(7));
    assertThat(gate.waits().get(1)).isPresent();
    assertThat(gate.waits().getLast()).isEmpty();
  }

  @Test
  void R4_only_what_was_surely_not_done_counts_as_not_done() throws Exception {
    google.thenError(429, "RESOURCE_EXHAUSTED", "Quota exceeded for quota metric 'Requests'");
    google.thenError(500, "INTERNAL", "Internal error encountered.");
    google.then(502, "<html>Bad gateway</html>");
    google.thenNothing();
    google.thenError(
        400, "FAILED_PRECONDITION", "@CannotRemoveCourseOwnerTransferIncomplete Wait.");
    google.then(200, ADDED);

    assertThat(add()).isInstanceOf(Answer.Done.class);
    assertThat(gate.failures())
        .extracting(PassingFailure::mayHaveTakenEffect)
        .containsExactly(false, true, true, true, false);
  }

  @Test
  void R4_a_page_from_a_filter_on_the_way_is_a_failure_in_passing() throws Exception {
    google.then(200, "<html>Please sign in to the school's network</html>");
    google.then(200, ADDED);
    assertThat(add()).isInstanceOf(Answer.Done.class);
    assertThat(gate.failures()).hasSize(1);
  }

  @Test
  void R4_a_server_that_is_not_there_did_nothing() throws Exception {
    URI gone = google.rootUrl();
    try (var target = google.target(gate)) {
      google.close();
      assertThatThrownBy(() -> target.perform(CLASS, Operations.addStudent(LENA), Optional.empty()))
          .isInstanceOf(TargetUnavailable.class);
    }
    assertThat(gate.failures())
        .hasSize(6)
        .allSatisfy(failure -> assertThat(failure.mayHaveTakenEffect()).isFalse())
        .allSatisfy(failure -> assertThat(failure.unreached()).isTrue())
        .extracting(PassingFailure::getMessage)
        .containsOnly("Google does not answer: connection refused at 127.0.0.1:" + gone.getPort());
  }

  @Test
  void R4_a_token_endpoint_that_is_busy_is_asked_again() throws Exception {
    google.tokenAnswer(503, "{}").tokenAnswer(429, "{}");
    google.then(200, ADDED);
    assertThat(add()).isInstanceOf(Answer.Done.class);
    assertThat(google.received()).hasSize(1);
    assertThat(gate.failures())
        .hasSize(2)
        .allSatisfy(failure -> assertThat(failure.mayHaveTakenEffect()).isFalse());
  }

  @Test
  void R4_quota_of_the_directory_is_a_failure_in_passing() throws Exception {
    google.then(
        403,
        """
        {"error":{"code":403,"message":"Quota exceeded",
         "errors":[{"message":"Quota exceeded","domain":"usageLimits","reason":"quotaExceeded"}]}}
        """);
    google.then(404, "{\"error\":{\"code\":404,\"message\":\"Resource Not Found: userKey\"}}");
    try (var target = google.target(gate)) {
      assertThat(target.account("nobody@school.example")).isEmpty();
    }
    assertThat(gate.failures()).hasSize(1);
  }

  @Test
  void R7_a_call_is_made_once_and_small() throws Exception {
    google.then(200, ADDED);
    add();

    var call = google.received().getFirst();
    assertThat(google.received()).hasSize(1);
    assertThat(call.method()).isEqualTo("POST");
    assertThat(call.uri()).startsWith("/v1/courses/77/students?").contains("fields=userId");
    assertThat(call.uri()).contains("prettyPrint=false");
    assertThat(call.body()).isEqualTo("{\"userId\":\"1001\"}");
    assertThat(call.header("User-agent")).startsWith("Rollbook");
    assertThat(call.header("Accept-encoding")).contains("gzip");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a/b c+d", "50%?x=1&y#z", "ä-ß-語", "..", "a:b@c"})
  void G12_an_alias_reaches_the_path_whole(String name) throws Exception {
    google.then(200, course("ACTIVE"));
    try (var target = google.target(gate)) {
      target.look(new ClassAddress(name, Optional.empty()), false);
    }
    var path = URI.create(google.received().getFirst().uri());
    assertThat(path.getRawPath().split("/", -1)).hasSize(4);
    assertThat(path.getPath()).isEqualTo("/v1/courses/d:" + name);
  }

  @Test
  void a_suspended_class_counts_as_put_away() throws Exception {
    google.then(200, course("SUSPENDED"));
    try (var target = google.target(gate)) {
      assertThat(target.look(CLASS, false).observation())
          .isInstanceOfSatisfying(
              Observation.Seen.class,
              seen -> assertThat(seen.state()).isEqualTo(ClassState.ARCHIVED));
    }
  }

  @Test
  void G2_an_account_has_all_its_addresses_in_lower_case() throws Exception {
    google.then(
        200,
        """
        {"nextPageToken":"more","users":[{"id":"1","primaryEmail":"Lena.Kraus@School.example",
         "aliases":["LK@school.example"],"suspended":false,"archived":true,
         "nonEditableAliases":["Lena.Kraus@school.example.test-google-a.com",
                               "lena.kraus@school.example"]}]}
        """);
    google.then(200, "{}");
    List<Account> accounts = new ArrayList<>();
    try (var target = google.target(gate)) {
      target.accounts(accounts::add);
    }
    assertThat(accounts)
        .containsExactly(
            new Account(
                new AccountId("1"),
                "lena.kraus@school.example",
                List.of("lk@school.example", "lena.kraus@school.example.test-google-a.com"),
                true));
    assertThat(google.received().getLast().uri()).contains("pageToken=more", "maxResults=500");
  }

  @Test
  void R4_a_list_of_accounts_that_goes_in_circles_is_not_followed_for_ever() throws Exception {
    for (int i = 0; i < 3; i++) {
      google.then(200, "{\"nextPageToken\":\"same\"}");
    }
    try (var target = google.target(gate)) {
      assertThatThrownBy(() -> target.accounts(_ -> {}))
          .isInstanceOf(TargetUnavailable.class)
          .hasMessageContaining("list of accounts does not end");
    }
    assertThat(google.received()).hasSize(2);
  }

  @Test
  void R4_a_list_of_members_that_goes_in_circles_is_not_followed_for_ever() throws Exception {
    google.then(200, course("ACTIVE"));
    google.then(200, "{\"nextPageToken\":\"one\"}").then(200, "{\"nextPageToken\":\"two\"}");
    google.then(200, "{\"nextPageToken\":\"one\"}");
    try (var target = google.target(gate)) {
      assertThatThrownBy(() -> target.look(CLASS, true))
          .isInstanceOf(TargetUnavailable.class)
          .hasMessageContaining("list of a class's members does not end");
    }
    assertThat(google.received()).hasSize(4);
  }

  private static String course(String state) {
    return """
    {"id":"77","name":"Algebra","ownerId":"9","courseState":"%s"}
    """
        .formatted(state);
  }

  private Answer add() throws TargetUnavailable, InterruptedException {
    try (var target = google.target(gate)) {
      return target.perform(CLASS, Operations.addStudent(LENA), Optional.empty());
    }
  }
}
