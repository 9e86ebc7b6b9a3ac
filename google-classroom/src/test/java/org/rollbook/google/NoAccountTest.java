package org.rollbook.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollbook.core.reconcile.AccountId;
import org.rollbook.sync.target.Account;
import org.rollbook.sync.target.TargetUnavailable;

/** What means that nobody has an address, and what does not: who counts so is listed as waiting. */
class NoAccountTest {
  private static final String EMAIL = "lena@school.example";
  private static final String DENIED = "Not Authorized to access this resource/api";

  private final ScriptedGoogle google = new ScriptedGoogle();
  private final TestGate gate = new TestGate();

  @AfterEach
  void stop() {
    google.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dailyLimitExceeded",
        "userRateLimitExceeded",
        "rateLimitExceeded",
        "quotaExceeded",
        "limitInventedTomorrow"
      })
  void G3_a_limit_of_the_directory_is_waited_for(String reason) throws Exception {
    denied(reason, "usageLimits").then(404, "{\"error\":{\"code\":404,\"message\":\"None\"}}");
    assertThat(account(EMAIL)).isEmpty();
    assertThat(gate.failures()).hasSize(1);
    assertThat(google.received()).hasSize(2);
  }

  @Test
  void G3_a_limit_that_stays_is_no_account_missing() {
    for (int i = 0; i < 6; i++) {
      denied("dailyLimitExceeded", "usageLimits");
    }
    assertThatThrownBy(() -> account(EMAIL)).isInstanceOf(TargetUnavailable.class);
  }

  @Test
  void G3_a_quota_in_googles_newer_words_is_waited_for() throws Exception {
    google.thenError(403, "RESOURCE_EXHAUSTED", "Quota exceeded").then(200, lena());
    assertThat(account(EMAIL)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"forbidden", "inventedTomorrow"})
  void G2_a_denial_is_followed_by_a_question_that_is_not_denied(String reason) throws Exception {
    denied(reason, "global").then(200, "{\"users\":[" + lena() + "]}");
    assertThat(account("O'Lena@School.example")).map(Account::id).contains(new AccountId("3"));
    assertThat(URI.create(google.received().getLast().uri()).getQuery())
        .contains("query=email='O\\'Lena@School.example'", "customer=my_customer");

    denied(reason, "global").then(200, "{}");
    assertThat(account("lena@elsewhere.example")).isEmpty();
  }

  @Test
  void G2_whom_the_question_did_not_name_is_no_answer_to_it() throws Exception {
    denied("forbidden", "global").then(200, "{\"users\":[" + lena() + "]}");
    assertThat(account("ben@elsewhere.example")).isEmpty();
  }

  @Test
  void G3_what_is_denied_to_everybody_is_no_account_missing() {
    denied("forbidden", "global");
    denied("forbidden", "global");
    assertThatThrownBy(() -> account(EMAIL))
        .isInstanceOf(TargetUnavailable.class)
        .hasMessageContaining("is not a super administrator");
  }

  @ParameterizedTest
  @ValueSource(ints = {403, 404, 409})
  void G3_a_page_from_a_filter_on_the_way_is_no_account_missing(int status) throws Exception {
    google.then(status, "<html>Not for schools</html>").then(status, "{}").then(200, lena());
    assertThat(account(EMAIL)).isPresent();
    assertThat(gate.failures()).hasSize(2);
  }

  @Test
  void G3_another_400_than_for_what_is_no_address_is_no_account_missing() {
    google.thenError(400, "FAILED_PRECONDITION", "Precondition check failed.");
    assertThatThrownBy(() -> account(EMAIL))
        .isInstanceOf(TargetUnavailable.class)
        .hasMessageContaining("FAILED_PRECONDITION");
  }

  private ScriptedGoogle denied(String reason, String domain) {
    return google.then(
        403,
        """
        {"error":{"code":403,"message":"%1$s",
         "errors":[{"message":"%1$s","domain":"%3$s","reason":"%2$s"}]}}
        """
            .formatted(DENIED, reason, domain));
  }

  private static String lena() {
    return """
    {"id":"3","primaryEmail":"lena@school.example","aliases":["o'lena@school.example"]}
    """;
  }

  private Optional<Account> account(String email) throws TargetUnavailable, InterruptedException {
    try (var target = google.target(gate)) {
      return target.account(email);
    }
  }
}
