package org.rollbook.hub.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollbook.hub.signin.SignInHouse.ADA;
import static org.rollbook.hub.signin.SignInHouse.CALLBACK;
import static org.rollbook.hub.signin.SignInHouse.PASSWORD;
import static org.rollbook.hub.signin.SignInHouse.SHELBYVILLE;
import static org.rollbook.hub.signin.SignInHouse.SPRINGFIELD;
import static org.rollbook.hub.signin.Visitor.location;
import static org.rollbook.hub.signin.Visitor.query;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rollbook.core.share.Share;

/** Apps that people sign in with; scenarios by number from docs on certified clients. */
@ExtendWith(OneHouse.class)
class SignInToAppTest extends SignInVisits {
  SignInToAppTest(SignInHouse house) {
    super(house);
  }

  @Test
  void S48_a_button_of_an_app_leads_through_the_sign_in_page_back_to_the_app() throws Exception {
    var visitor = house.visitor();
    var back =
        visitor.signInTo(
            visitor.authorize(
                house.reader, CALLBACK, Map.of("state", "a b&c=ü", "district_id", springfield())),
            springfield(),
            ADA,
            PASSWORD);
    assertThat(back.toString()).startsWith(CALLBACK + "?");
    assertThat(query(back)).containsEntry("state", "a b&c=ü").containsKey("code");
  }

  @Test
  void S48_an_instant_login_link_leads_to_the_first_address_of_the_app_without_a_state()
      throws Exception {
    var visitor = house.visitor();
    var link =
        "/oauth/instant-login?client_id=%s&district_id=%s"
            .formatted(house.reader.app().clientId(), springfield());
    var authorize = location(visitor.get(link));
    var back = visitor.signInTo(authorize, springfield(), ADA, PASSWORD);
    assertThat(back.toString()).startsWith(CALLBACK + "?code=");
    assertThat(query(back)).containsOnlyKeys("code");
    assertThat(
            visitor
                .tokens(house.reader, query(back).getOrDefault("code", ""), CALLBACK)
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void S48_the_portal_shows_the_apps_that_the_person_is_shared_with() throws Exception {
    var visitor = house.visitor();
    var signedIn = visitor.signIn("/portal", springfield(), ADA, PASSWORD);
    var portal = visitor.get(Visitor.onward(signedIn.body()));
    assertThat(portal.body())
        .contains("Ada Bee", "Reader", "Only for signing in")
        .contains("/oauth/instant-login?client_id=" + house.reader.app().clientId())
        .doesNotContain("Stranger");
  }

  @Test
  void S49_a_code_used_twice_is_refused_and_its_token_revoked() throws Exception {
    var visitor = house.visitor();
    var code = code(visitor, house.reader, CALLBACK);
    var first = visitor.tokens(house.reader, code, CALLBACK);
    var token = json(first.body()).path("access_token").asString();
    assertThat(house.signIn.person(token)).isPresent();

    var second = visitor.tokens(house.reader, code, CALLBACK);

    assertThat(second.statusCode()).isEqualTo(400);
    assertThat(json(second.body()).path("error").asString()).isEqualTo("invalid_grant");
    assertThat(house.signIn.person(token)).isEmpty();
  }

  @Test
  void S49_a_code_that_is_used_at_the_same_instant_by_many_gives_at_most_one_token()
      throws Exception {
    var visitor = house.visitor();
    var code = code(visitor, house.reader, CALLBACK);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers =
          IntStream.range(0, 8)
              .mapToObj(i ->
                  threads.submit(
                      () -> house.visitor().tokens(house.reader, code, CALLBACK).statusCode()))
              .toList();
      int good = 0;
      for (var answer : answers) {
        good += answer.get() == 200 ? 1 : 0;
      }
      assertThat(good).isLessThanOrEqualTo(1);
    }
  }

  @Test
  void S49_a_code_is_refused_after_a_minute() throws Exception {
    var visitor = house.visitor();
    var code = code(visitor, house.reader, CALLBACK);
    expire("code", code);
    var answer = visitor.tokens(house.reader, code, CALLBACK);
    assertThat(json(answer.body()).path("error").asString()).isEqualTo("invalid_grant");
  }

  @Test
  void a_code_lives_a_minute_a_token_a_day() throws Exception {
    var visitor = house.visitor();
    var answer = visitor.tokens(house.reader, code(visitor, house.reader, CALLBACK), CALLBACK);
    assertThat(json(answer.body()).path("expires_in").asInt()).isBetween(86_390, 86_400);
    assertThat(
            house
                .node
                .database()
                .jdbc()
                .sql(
                    "select distinct extract(epoch from code_expires_at - code_issued_at)::int from"
                        + " signin_authorization where code_expires_at > now()")
                .query(Integer.class)
                .list())
        .containsExactly(60);
  }

  @Test
  void S50_an_app_that_sends_no_state_is_told_so() throws Exception {
    var visitor = house.visitor();
    var back =
        URI.create(location(visitor.get(visitor.authorize(house.reader, CALLBACK, Map.of()))));
    assertThat(back.toString()).startsWith(CALLBACK + "?");
    assertThat(query(back)).containsEntry("error", "invalid_request");
    assertThat(query(back).get("error_description")).contains("state is missing");
  }

  @Test
  void S51_a_new_sign_in_on_a_shared_device_replaces_the_former_one() throws Exception {
    var maya = house.person(SPRINGFIELD, "maya@springfield.example");
    house.setPassword(maya, "my own long secret");
    var visitor = house.visitor();
    visitor.signIn("/portal", springfield(), ADA, PASSWORD);
    var adas = visitor.cookie("rollbook-session").orElseThrow().getValue();

    visitor.signIn("/signin", springfield(), "maya.sun", "my own long secret");

    assertThat(visitor.get("/portal").body()).contains("Maya Sun").doesNotContain("Ada Bee");
    var former = house.visitor();
    former.setCookie("rollbook-session", adas);
    assertThat(former.get("/portal").statusCode()).isEqualTo(302);
  }

  @Test
  void S51_an_app_that_asks_for_another_district_gets_the_sign_in_page() throws Exception {
    var visitor = house.visitor();
    visitor.signIn("/portal", springfield(), ADA, PASSWORD);
    var elsewhere =
        visitor.authorize(
            house.stranger,
            "https://stranger.example/back",
            Map.of("state", "s", "district_id", house.district(SHELBYVILLE)));
    assertThat(location(visitor.get(elsewhere))).startsWith("/signin?to=");
  }

  @Test
  void S52_a_person_signs_in_before_the_app_has_ever_read_the_district() throws Exception {
    var fresh =
        house
            .node
            .apps()
            .register(
                new org.rollbook.registry.sharing.NewApp(
                    "Fresh",
                    java.util.List.of(URI.create("https://fresh.example/back")),
                    false,
                    new java.util.TreeSet<>(),
                    new java.util.TreeSet<>()));
    house.node.sharing().share(fresh.app().id(), SPRINGFIELD, Share.wholeDistrict());
    var visitor = house.visitor();
    var code = code(visitor, fresh, "https://fresh.example/back");
    assertThat(visitor.tokens(fresh, code, "https://fresh.example/back").statusCode())
        .isEqualTo(200);

    house.node.sharing().unshare(fresh.app().id(), SPRINGFIELD);
    var back =
        location(
            visitor.get(
                visitor.authorize(fresh, "https://fresh.example/back", Map.of("state", "s"))));
    assertThat(query(URI.create(back))).containsEntry("error", "unauthorized-user");
  }

  @Test
  void S53_a_district_that_does_not_share_with_the_app_is_a_friendly_error() throws Exception {
    var visitor = house.visitor();
    var address =
        visitor.authorize(
            house.stranger,
            "https://stranger.example/back",
            Map.of("state", "s", "district_id", springfield()));
    var back = URI.create(location(visitor.get(address)));
    assertThat(query(back)).containsEntry("error", "unauthorized-user").containsEntry("state", "s");
  }

  @Test
  void S53_a_person_who_is_not_shared_with_the_app_does_not_get_in() throws Exception {
    var visitor = house.visitor();
    var back =
        visitor.signInTo(
            visitor.authorize(
                house.stranger, "https://stranger.example/back", Map.of("state", "s")),
            springfield(),
            ADA,
            PASSWORD);
    assertThat(query(back)).containsEntry("error", "unauthorized-user").doesNotContainKey("code");
    assertThat(house.audited("app_refused")).isPositive();
  }
}
