package org.rollbook.hub.clever;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rollbook.core.roster.RecordId;
import org.rollbook.core.share.Share;
import org.rollbook.hub.clever.ApiClient.Answer;
import org.rollbook.registry.intake.DistrictKey;
import org.rollbook.registry.reading.AccessLog;
import org.rollbook.registry.reading.CallLimit;
import org.rollbook.registry.sharing.Registered;
import tools.jackson.databind.JsonNode;

/** Who is let in, how often, and what is kept of it. */
@ExtendWith(CleverHouse.Open.class)
final class CleverGateTest {
  private final CleverHouse house;
  private final DistrictKey district;
  private final Registered registered;
  private final ApiClient app;

  CleverGateTest(CleverHouse house) {
    this.house = house;
    this.district = house.newDistrict(new Town());
    this.registered = house.newApp();
    this.app = house.share(registered, district, Share.wholeDistrict());
  }

  @Test
  void S40_who_has_no_good_token_is_told_so_in_json() {
    for (String header : List.of("", "Bearer", "Bearer ", "Bearer nonsense", "Basic YTpi")) {
      Answer answer = house.withAuthorization(header).get("/v3.1/users");
      assertThat(answer.status()).as(header).isEqualTo(401);
      assertThat(answer.json().path("message").isString()).isTrue();
      assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
    }
  }

  @Test
  void what_is_not_there_is_answered_in_json_and_nothing_can_be_written() {
    for (String path : List.of("/v3.1/nothing", "/v3.0/users/1", "/v3.1/users/" + "f".repeat(24))) {
      Answer answer = app.get(path);
      assertThat(answer.status()).as(path).isEqualTo(404);
      assertThat(answer.json().path("message").isString()).isTrue();
    }
    assertThat(app.get("/v2.1/students").status()).isEqualTo(404);
    assertThat(app.get("/v2.1/students").json().path("message").stringValue()).contains("v3.1");
    assertThat(app.send("POST", "/v3.1/users").status()).isEqualTo(405);
    assertThat(app.send("DELETE", "/v3.1/users/" + app.student("s1")).status()).isEqualTo(405);
  }

  @Test
  void answers_are_json_that_no_cache_keeps() {
    for (Answer answer : List.of(app.get("/v3.1/users"), app.get("/v3.1/nothing"))) {
      assertThat(answer.header("Content-Type")).matches("application/json; ?charset=(?i:utf-8)");
      assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
      assertThat(answer.header("Content-Security-Policy")).doesNotContain("'self'");
      assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }
  }

  @Test
  void S40_a_token_calls_so_often_a_minute_and_other_tokens_are_not_held_up() {
    Answer first = app.get("/v3.1/schools");
    assertThat(first.header("X-RateLimit-Limit")).isEqualTo("1200");
    assertThat(first.header("X-RateLimit-Bucket")).isNotEmpty();
    long reset = Long.parseLong(first.header("X-RateLimit-Reset"));
    assertThat(reset % 60).isZero();
    assertThat(reset - house.now().getEpochSecond()).isBetween(1L, 60L);
    int left = Integer.parseInt(first.header("X-RateLimit-Remaining"));
    house
        .node()
        .database()
        .jdbc()
        .sql("update api_call set calls = calls + :left")
        .param("left", left)
        .update();

    Answer refused = app.get("/v3.1/schools");
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.json().path("message").isString()).isTrue();
    assertThat(refused.header("X-RateLimit-Remaining")).isEqualTo("0");
    assertThat(refused.header("Retry-After")).isNotEmpty();
    var other = house.share(house.newApp(), house.newDistrict(new Town()), Share.wholeDistrict());
    assertThat(other.get("/v3.1/schools").status()).isEqualTo(200);
    assertThat(app.get("/v3.1/schools").status()).as("a minute later").isEqualTo(200);
  }

  @Test
  void calls_of_all_nodes_count_together() {
    var one = new CallLimit(house.node().database().jdbc(), 3, house::now);
    var other = new CallLimit(house.node().database().jdbc(), 3, house::now);
    String token = "token of " + district;
    assertThat(one.count(token).remaining()).isEqualTo(2);
    assertThat(other.count(token).remaining()).isEqualTo(1);
    assertThat(one.count(token).allowed()).isTrue();
    assertThat(other.count(token).allowed()).isFalse();
    house.pass(60);
    assertThat(one.count(token).remaining()).isEqualTo(2);
  }

  @Test
  void every_access_is_noted_by_hour_and_address() {
    var before = house.now().minus(Duration.ofHours(2));
    int users = app.get("/v3.1/users").ids().size();
    app.get("/v3.1/users");
    app.get("/v3.1/users/" + app.student("s1"));
    app.get("/v3.1/users/" + "f".repeat(24));
    var log = new AccessLog(house.node().database().jdbc(), house::now).of(district, before);
    assertThat(log).allMatch(access -> access.app().equals(registered.app().id()));
    assertThat(log)
        .anySatisfy(access -> {
          assertThat(access.endpoint()).isEqualTo("/v3.1/users");
          assertThat(access.calls()).isEqualTo(3);
          assertThat(access.records()).isEqualTo(3L * users);
        })
        .anySatisfy(access -> {
          assertThat(access.endpoint()).isEqualTo("/v3.1/users/{id}");
          assertThat(access.calls()).isEqualTo(2);
          assertThat(access.records()).isEqualTo(1);
        });
  }

  @Test
  void who_signed_in_may_look_at_themselves_and_their_district_and_nothing_else() {
    String ada = app.student("s1");
    String own = app.get("/v3.1/districts").ids().getFirst();
    var person =
        new SignedInPerson(
            registered.app().id(), district, new RecordId(Long.parseLong(ada, 16)), "student");
    String token = "il-" + district;
    house.signsIn(token, person);
    var login = house.client(token);

    JsonNode me = login.get("/v3.1/me").json();
    assertThat(me.path("type").stringValue()).isEqualTo("user");
    assertThat(me.at("/data/id").stringValue()).isEqualTo(ada);
    assertThat(me.at("/data/district").stringValue()).isEqualTo(own);
    Answer self = login.get(login.get("/v3.0/me").link("canonical").orElseThrow());
    assertThat(self.ids()).containsExactly(ada);
    assertThat(login.get("/v3.1/districts/" + own).status()).isEqualTo(200);

    for (String path :
        List.of(
            "/users",
            "/users?limit=1",
            "/users/" + app.student("s2"),
            "/users/" + ada + "/sections",
            "/districts",
            "/sections/" + app.section("c1"),
            "/schools",
            "/events",
            "/resources")) {
      assertThat(login.get("/v3.1" + path).status()).as(path).isEqualTo(404);
    }
    assertThat(app.get("/v3.1/me").status()).isEqualTo(404);
    house.node().sharing().unshare(registered.app().id(), district);
    assertThat(login.get("/v3.1/me").status()).isEqualTo(401);
  }

  private ApiClient basic(String id, String secret) {
    String pair = Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(UTF_8));
    return house.withAuthorization("Basic " + pair);
  }

  @Test
  void an_app_learns_its_tokens_with_its_secret() {
    house.share(registered, house.newDistrict(new Town()), Share.wholeDistrict());
    var asking = basic(registered.app().clientId(), registered.clientSecret());
    Answer all = asking.get("/oauth/tokens?owner_type=district");
    assertThat(all.status()).isEqualTo(200);
    assertThat(all.header("Cache-Control")).isEqualTo("no-store");
    assertThat(all.json().path("data").size()).isEqualTo(2);
    String own = app.get("/v3.1/districts").ids().getFirst();
    JsonNode one =
        asking.get("/oauth/tokens?owner_type=district&district=" + own).json().at("/data/0");
    assertThat(one.at("/owner/type").stringValue()).isEqualTo("district");
    assertThat(one.at("/owner/id").stringValue()).isEqualTo(own);
    assertThat(one.path("id").stringValue()).matches("[0-9a-f]{24}");
    assertThat(one.path("scopes").size()).isPositive();
    var found = house.client(one.path("access_token").stringValue());
    assertThat(found.get("/v3.1/districts").ids()).containsExactly(own);
  }

  @Test
  void nobody_else_learns_tokens() {
    String id = registered.app().clientId();
    String path = "/oauth/tokens?owner_type=district";
    assertThat(basic(id, "guessed").get(path).status()).isEqualTo(401);
    assertThat(basic("nobody", registered.clientSecret()).get(path).status()).isEqualTo(401);
    assertThat(house.withAuthorization("").get(path).status()).isEqualTo(401);
    assertThat(house.withAuthorization("Basic %%%").get(path).status()).isEqualTo(401);
    var asking = basic(id, registered.clientSecret());
    assertThat(asking.get("/oauth/tokens?owner_type=user").status()).isEqualTo(400);
    assertThat(asking.get("/oauth/tokens").status()).isEqualTo(400);

    var loginOnly = house.newApp(true);
    house.node().sharing().share(loginOnly.app().id(), district, Share.wholeDistrict());
    Answer none = basic(loginOnly.app().clientId(), loginOnly.clientSecret()).get(path);
    assertThat(none.status()).isEqualTo(200);
    assertThat(none.json().path("data").size()).isZero();
  }
}
