package org.rollbook.sources.cleverapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Scenario 41: tokens rotate and are taken away, and are never shown. */
class CleverApiTokensTest {
  private final StandIn clever = new StandIn();
  private final Visitor visitor = new Visitor();
  private final CleverOAuth oauth =
      new CleverOAuth(
          clever.base(), "client-1", "secret-1", visitor.settings(clever), visitor.around());
  private final CleverApi api =
      new CleverApi(
          visitor.settings(clever), new DistrictTokens(oauth, StandIn.DISTRICT), visitor.around());

  @BeforeEach
  void thirtyFiveSchools() {
    IntStream.range(0, 35)
        .mapToObj("%024x"::formatted)
        .forEach(id -> clever.put("schools", StandIn.object(id).put("name", "S")));
  }

  @AfterEach
  void stop() {
    clever.close();
    visitor.close();
  }

  @Test
  void S41_a_token_that_is_rotated_between_two_pages_is_asked_for_again() throws IOException {
    clever.faults.add(call -> {
      clever.token = call.number() == 3 ? "token-2" : clever.token;
      return false;
    });

    assertThat(api.schools().toList(100)).hasSize(35);
    assertThat(clever.calls.stream().filter(call -> call.contains("/oauth/tokens"))).hasSize(2);
    assertThat(clever.calls.getFirst()).isEqualTo("GET /oauth/tokens?district=" + StandIn.DISTRICT);
  }

  @Test
  void S41_a_token_that_is_refused_also_when_new_is_the_end() {
    clever.faults.add(call -> {
      if (call.path().equals("/oauth/tokens")) {
        return false;
      }
      call.answer(401, "text/html", "<html></html>");
      return true;
    });

    assertThatThrownBy(() -> api.schools().toList(100))
        .isInstanceOf(CleverException.Unauthorised.class);
    assertThat(clever.calls).hasSize(3);
  }

  @Test
  void S41_a_district_without_a_token_is_not_connected() {
    clever.faults.add(call -> {
      call.json(200, "{\"data\":[]}");
      return true;
    });

    assertThatThrownBy(() -> api.schools().toList(100))
        .isInstanceOf(CleverException.Unauthorised.class)
        .hasMessageContaining("not connected");
  }

  @Test
  void S41_the_districts_of_an_app_are_listed() throws IOException {
    assertThat(oauth.grants())
        .extracting(CleverOAuth.Grant::district)
        .containsExactly(StandIn.DISTRICT);
    assertThat(oauth.grant("another")).isEmpty();
  }

  @Test
  void S41_nothing_shows_a_token_or_a_secret() {
    clever.faults.add(call -> {
      call.json(400, "{\"message\":\"token-1 may not\"}");
      return true;
    });
    var token = new AccessToken("token-1");
    var fixed = new CleverApi(visitor.settings(clever), TokenSource.fixed(token), visitor.around());

    assertThatThrownBy(() -> fixed.schools().toList(1)).message().endsWith(": [hidden] may not");
    assertThat(token + " " + new CleverOAuth.Grant("d", token) + oauth + fixed)
        .doesNotContain("token-1", "secret-1");
  }

  @Test
  void S48_a_code_is_exchanged_and_says_who_signed_in() throws IOException {
    CleverOAuth.SignIn signIn =
        oauth.exchange("code-1", URI.create("https://app.example/signed-in"));
    clever.token = signIn.token().value();
    CleverApi.Me me = visitor.api(clever).me();

    assertThat(me.type()).isEqualTo("teacher");
    assertThat(me.id()).isEqualTo("u1");
    assertThat(me.district()).contains("d1");
    assertThat(signIn.toString()).doesNotContain("il-1");
  }

  @Test
  void S49_a_code_that_is_used_up_is_a_refusal_and_is_not_tried_again() {
    clever.faults.add(call -> {
      call.json(400, "{\"error\":\"invalid_grant\"}");
      return true;
    });

    assertThatThrownBy(() -> oauth.exchange("code-1", URI.create("https://app.example/")))
        .isInstanceOf(CleverException.BadRequest.class)
        .hasMessageContaining("invalid_grant");
    assertThat(clever.calls).hasSize(1);
  }
}
