package org.rollbook.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.rollbook.core.reconcile.AccountId;
import org.rollbook.google.calls.KnownRefusal;
import org.rollbook.google.calls.KnownRefusal.Reach;
import org.rollbook.sync.target.Answer;
import org.rollbook.sync.target.Answer.Refused;
import org.rollbook.sync.target.CallKind;
import org.rollbook.sync.target.ClassAddress;
import org.rollbook.sync.target.TargetClassId;
import org.rollbook.sync.target.TargetUnavailable;

/** What becomes of each error that Google answers, over the wire. */
class RefusalTest {
  private static final ClassAddress CLASS =
      new ClassAddress("section-1", Optional.of(new TargetClassId("77")));
  private static final AccountId LENA = new AccountId("1001");

  private final ScriptedGoogle google = new ScriptedGoogle();
  private final TestGate gate = new TestGate();

  @AfterEach
  void stop() {
    google.close();
  }

  /** What a person must be told, for each refusal that concerns one operation. */
  static final Map<String, String> ADVICE =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("CannotDirectAddUser", "new account only some hours after"),
              Map.entry("CannotInviteUserInUntrustedDomain", "Allowlisted domains"),
              Map.entry("UserGroupsMembershipLimitReached", "Take it out of old classes"),
              Map.entry("UserCourseJoinRateLimitReached", "again tomorrow"),
              Map.entry("UserInvitationQuotaExhausted", "again tomorrow"),
              Map.entry("UserCannotOwnCourse", "verified teachers"),
              Map.entry("PendingInvitationExists", "withdraw the invitation"),
              Map.entry("CourseMemberLimitReached", "1,000"),
              Map.entry("CourseTeacherLimitReached", "50"),
              Map.entry("CourseTitleCannotContainUrl", "Change the section's name"),
              Map.entry("InactiveCourseOwner", "Restore it in the Admin console"),
              Map.entry("CannotRemoveCourseOwner", "Hand the class to another teacher first"),
              Map.entry("CannotRemoveCourseFolderOwner", "Hand the folder"),
              Map.entry("CannotRemoveTeacherWithNoCourseOwner", "no active owner"),
              Map.entry("ProjectPermissionDenied", "service account that you used before"),
              Map.entry("IneligibleOwner", "Only somebody who teaches the class"),
              Map.entry("UserAlreadyOwner", "nothing needs doing"),
              Map.entry("FAILED_PRECONDITION", "suspended"),
              Map.entry("INVALID_ARGUMENT", "1 to 750 characters")));

  static Stream<String> codes() {
    return ADVICE.keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("codes")
  void R4_a_permanent_refusal_says_what_to_do(String code) throws Exception {
    boolean named = !code.contains("_");
    google.thenError(
        400, named ? "FAILED_PRECONDITION" : code, named ? "@" + code + " No." : "No.");

    var answer = add();

    assertThat(answer)
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.code()).isEqualTo(code);
              assertThat(refused.message()).endsWith("No.");
              assertThat(refused.advice()).contains(ADVICE.get(code));
            });
    assertThat(gate.calls()).containsExactly(CallKind.WRITE);
  }

  /** Those that never reach an administrator from an add, or need more than one answer. */
  @Test
  void R4_every_row_of_the_table_is_tested() {
    var elsewhere =
        Stream.of(
            "CourseNotModifiable",
            "CourseNotFound",
            "NOT_FOUND",
            "ALREADY_EXISTS",
            "PERMISSION_DENIED");
    var rows =
        Arrays.stream(KnownRefusal.values())
            .filter(row -> row.reach() == Reach.OPERATION)
            .map(KnownRefusal::code)
            .collect(Collectors.toSet());
    assertThat(Stream.concat(codes(), elsewhere)).containsExactlyInAnyOrderElementsOf(rows);
  }

  @Test
  void R4_joining_too_many_classes_a_day_is_no_failure_in_passing() throws Exception {
    google.thenError(429, "RESOURCE_EXHAUSTED", "@UserCourseJoinRateLimitReached Wait a day.");
    assertThat(add()).isInstanceOf(Refused.class);
    assertThat(gate.failures()).isEmpty();
  }

  @Test
  void R4_an_unknown_name_is_refused_and_carries_its_name() throws Exception {
    google.thenError(400, "FAILED_PRECONDITION", "@InventedTomorrow Something new.");
    assertThat(add())
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.code()).isEqualTo("InventedTomorrow");
              assertThat(refused.advice()).contains("InventedTomorrow");
            });
  }

  @Test
  void R4_an_unknown_status_is_refused_and_carries_its_number() throws Exception {
    google.then(418, "I am a teapot");
    assertThat(add())
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.code()).isEqualTo("HTTP_418"));
  }

  @Test
  void R4_a_denial_without_a_reason_concerns_the_operation_while_the_admin_is_one()
      throws Exception {
    google.thenError(403, "PERMISSION_DENIED", "The caller does not have permission");
    google.then(200, "{\"isAdmin\":true}");
    assertThat(add())
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.code()).isEqualTo("PERMISSION_DENIED");
              assertThat(refused.advice()).contains("another domain");
            });
  }

  @Test
  void R4_a_denial_ends_the_run_when_the_admin_is_one_no_more() throws Exception {
    google.thenError(403, "PERMISSION_DENIED", "The caller does not have permission");
    google.then(200, "{\"isAdmin\":false}");
    assertThat(unavailable())
        .hasMessageContaining("admin@school.example is not a super administrator");
  }

  record Shut(int status, String word, String message, String saying) {}

  static Stream<Shut> shutOut() {
    return Stream.of(
        new Shut(403, "PERMISSION_DENIED", "@ClassroomApiDisabled The user.", "Data access"),
        new Shut(403, "PERMISSION_DENIED", "@ClassroomDisabled The user.", "Service status"),
        new Shut(403, "PERMISSION_DENIED", "@NotGoogleAppsUser Consumer.", "super administrator"),
        new Shut(
            403,
            "PERMISSION_DENIED",
            "Request had insufficient authentication scopes.",
            "client ID 1234567890"));
  }

  @ParameterizedTest
  @MethodSource("shutOut")
  void R4_what_concerns_the_connection_is_told_at_once(Shut shut) throws Exception {
    google.thenError(shut.status(), shut.word(), shut.message());
    assertThat(unavailable()).hasMessageContaining(shut.saying());
    assertThat(gate.calls()).hasSize(1);
  }

  @Test
  void R4_an_api_that_is_not_enabled_is_told_at_once() throws Exception {
    google.then(
        403,
        """
        {"error":{"code":403,"status":"PERMISSION_DENIED",
         "message":"Google Classroom API has not been used in project 1 before or it is disabled.",
         "details":[{"@type":"type.googleapis.com/google.rpc.ErrorInfo",
                     "reason":"SERVICE_DISABLED","domain":"googleapis.com"}]}}
        """);
    assertThat(unavailable()).hasMessageContaining("Enable the Google Classroom API");
  }

  @Test
  void R4_a_token_that_google_dropped_is_fetched_anew_once() throws Exception {
    google.thenError(401, "UNAUTHENTICATED", "Invalid credentials");
    google.then(200, "{\"userId\":\"1001\"}");
    assertThat(add()).isInstanceOf(Answer.Done.class);
  }

  @Test
  void R4_access_that_stays_away_is_told_at_once() throws Exception {
    google.thenError(401, "UNAUTHENTICATED", "Invalid credentials");
    google.thenError(401, "UNAUTHENTICATED", "Invalid credentials");
    assertThat(unavailable()).hasMessageContaining("is enabled");
  }

  @ParameterizedTest
  @MethodSource("refusedTokens")
  void R4_a_token_that_is_refused_is_told_at_once(String error, String saying) throws Exception {
    google.tokenAnswer(
        400,
        """
        {"error":"%s","error_description":"Not you."}
        """
            .formatted(error));
    assertThat(unavailable()).hasMessageContaining("Not you.").hasMessageContaining(saying);
    assertThat(google.received()).isEmpty();
  }

  static Stream<Arguments> refusedTokens() {
    return Stream.of(
        arguments("invalid_grant", "clock is right"),
        arguments("unauthorized_client", "classroom.rosters"),
        arguments("access_denied", "1234567890"),
        arguments("invalid_scope", "Domain-wide delegation"),
        arguments("something_new", "clock is right"));
  }

  private Answer add() throws TargetUnavailable, InterruptedException {
    try (var target = google.target(gate)) {
      return target.perform(CLASS, Operations.addStudent(LENA), Optional.empty());
    }
  }

  private TargetUnavailable unavailable() {
    return catchThrowableOfType(TargetUnavailable.class, this::add);
  }
}
