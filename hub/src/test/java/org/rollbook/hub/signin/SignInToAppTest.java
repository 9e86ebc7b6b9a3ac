package org.rollbook.hub.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollbook.hub.signin.SignInHouse.ADA;
import static org.rollbook.hub.signin.SignInHouse.CALLBACK;
import static org.rollbook.hub.signin.SignInHouse.PASSWORD;
import static org.rollbook.hub.signin.SignInHouse.SHELBYVILLE;
import static org.rollbook.hub.signin.SignInHouse.SPRINGFIELD;
import static org.rollbook.hub.signin.Visitor.location;
import static org.rollbook.hub.signin.Visitor.query;

import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rollbook.core.share.Share;
import org.rollbook.registry.sharing.Registered;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Apps that people sign in with; scenarios by number from docs on certified clients. */
@ExtendWith(OneHouse.class)
class SignInToAppTest {
  private final SignInHouse house;

  SignInToAppTest(SignInHouse house) {
    this.house = house;
  }

  private String springfield() {
    return house.district(SPRINGFIELD);
  }

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text);
  }

  private String code(Visitor visitor, Registered app, String redirect) throws Exception {
    var back =
        visitor.signInTo(
            visitor.authorize(
                app,
                redirect,
                Map.of("state", "s-1", "district_id", springfield(), "nonce", "n-1")),
            springfield(),
            ADA,
            PASSWORD);
    assertThat(query(back)).containsEntry("state", "s-1");
    return query(back).getOrDefault("code", "");
  }

  private String token(Visitor visitor) throws Exception {
    var answer = visitor.tokens(house.reader, code(visitor, house.reader, CALLBACK), CALLBACK);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return json(answer.body()).path("access_token").asString();
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

  private void expire(String what, String value) {
    house
        .node
        .database()
        .jdbc()
        .sql(
            """
            update signin_authorization set %1$s_issued_at = now() - interval '2 days',
              %1$s_expires_at = now() - interval '1 second' where %1$s_digest = :digest
            """
                .formatted(what))
        .param("digest", Tokens.digest(value))
        .update();
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

  @Test
  void redirects_are_compared_exactly_and_unknown_ones_are_never_followed() throws Exception {
    var visitor = house.visitor();
    for (var wrong :
        new String[] {
          CALLBACK + "/",
          CALLBACK + "?x=1",
          "https://reader.example/callback2",
          "http://127.0.0.1:9998/callback",
          "https://evil.example/callback"
        }) {
      var page = visitor.get(visitor.authorize(house.reader, wrong, Map.of("state", "s")));
      assertThat(page.statusCode()).as(wrong).isEqualTo(400);
      assertThat(page.body()).contains("This app cannot sign you in");
    }
    var unknown =
        visitor.get(
            "/oauth/authorize?response_type=code&client_id=nobody&redirect_uri=" + CALLBACK);
    assertThat(unknown.statusCode()).isEqualTo(400);
    assertThat(visitor.get("/oauth/instant-login?client_id=nobody").statusCode()).isEqualTo(400);
  }

  @Test
  void token_requests_are_refused_in_clevers_words() throws Exception {
    var visitor = house.visitor();
    var code = code(visitor, house.reader, CALLBACK);
    assertThat(error(visitor.tokens(house.reader, code, "https://reader.example/other").body()))
        .isEqualTo("redirect_uri_mismatch");
    var wrongSecret = visitor.tokens(house.reader.app().clientId(), "wrong", code, CALLBACK);
    assertThat(wrongSecret.statusCode()).isEqualTo(401);
    assertThat(error(wrongSecret.body())).isEqualTo("invalid_client");
    assertThat(error(visitor.tokens(house.reader, "made-up", CALLBACK).body()))
        .isEqualTo("invalid_grant");
    assertThat(error(visitor.tokens(house.loginOnly, code, CALLBACK).body()))
        .isEqualTo("invalid_grant");
  }

  private static String error(String body) {
    return json(body).path("error").asString();
  }

  @Test
  void tokens_are_given_for_forms_too_and_hold_a_proof_key_to_its_word() throws Exception {
    var visitor = house.visitor();
    var verifier = "v".repeat(50);
    var challenge = Base64.getUrlEncoder().withoutPadding().encodeToString(Tokens.digest(verifier));
    var address =
        visitor.authorize(
            house.reader,
            CALLBACK,
            Map.of("state", "s", "code_challenge", challenge, "code_challenge_method", "S256"));
    var code = query(visitor.signInTo(address, springfield(), ADA, PASSWORD)).get("code");
    var form =
        new java.util.HashMap<>(
            Map.of("grant_type", "authorization_code", "code", code, "redirect_uri", CALLBACK));
    assertThat(visitor.tokensByForm(house.reader, form).statusCode()).isEqualTo(400);
    form.put("code_verifier", verifier);
    assertThat(visitor.tokensByForm(house.reader, form).statusCode()).isEqualTo(200);
  }

  @Test
  void an_id_token_verifies_against_the_published_keys() throws Exception {
    var visitor = house.visitor();
    var answer =
        json(visitor.tokens(house.reader, code(visitor, house.reader, CALLBACK), CALLBACK).body());
    var parts = answer.path("id_token").asString().split("\\.", -1);
    var discovery = json(visitor.get("/.well-known/openid-configuration").body());
    var header = json(decoded(parts[0]));
    assertThat(header.path("alg").asString()).isEqualTo("RS256");
    var key = json(visitor.get(discovery.path("jwks_uri").asString()).body()).path("keys").path(0);
    assertThat(key.path("kid").asString()).isEqualTo(header.path("kid").asString());
    assertThat(key.has("d")).isFalse();

    // With the JDK alone: not with what signed it.
    var verification = Signature.getInstance("SHA256withRSA");
    verification.initVerify(
        KeyFactory.getInstance("RSA")
            .generatePublic(new RSAPublicKeySpec(number(key, "n"), number(key, "e"))));
    verification.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
    assertThat(verification.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();

    var claims = json(decoded(parts[1]));
    var ada = house.person(SPRINGFIELD, ADA);
    assertThat(claims.path("iss").asString()).isEqualTo(discovery.path("issuer").asString());
    assertThat(claims.path("aud").toString()).contains(house.reader.app().clientId());
    assertThat(claims.path("nonce").asString()).isEqualTo("n-1");
    assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(3_600);
    assertThat(claims.path("multi_role_user_id").asString()).isEqualTo(ada.id().hex());
    assertThat(claims.path("user_id").asString()).isEqualTo(ada.legacyId());
    assertThat(claims.path("user_type").asString()).isEqualTo("teacher");
    assertThat(claims.path("district").asString()).isEqualTo(springfield());
    assertThat(claims.path("email").asString()).isEqualTo(ADA);
    assertThat(claims.path("given_name").asString()).isEqualTo("Ada");
    assertThat(claims.path("family_name").asString()).isEqualTo("Bee");
  }

  private static BigInteger number(JsonNode key, String name) {
    return new BigInteger(1, Base64.getUrlDecoder().decode(key.path(name).asString()));
  }

  private static String decoded(String part) {
    return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
  }

  @Test
  void discovery_names_only_what_is_served() throws Exception {
    var text = house.visitor().get("/.well-known/openid-configuration").body();
    assertThat(text)
        .contains("/oauth/authorize", "/oauth/tokens", "/userinfo", "/oauth/keys")
        .doesNotContain("revo", "introspect", "logout", "refresh_token", "client_credentials");
    for (var not : new String[] {"/oauth2/authorize", "/oauth2/introspect", "/connect/logout"}) {
      assertThat(house.visitor().get(not).statusCode()).as(not).isEqualTo(404);
    }
  }

  @Test
  void a_token_tells_who_signed_in_and_opens_nothing_else() throws Exception {
    var visitor = house.visitor();
    var token = token(visitor);
    var bearer = "Bearer " + token;
    assertThat(token).startsWith("il");
    var ada = house.person(SPRINGFIELD, ADA);

    var info = json(visitor.get("/userinfo", "Authorization", bearer).body());
    assertThat(info.path("multi_role_user_id").asString()).isEqualTo(ada.id().hex());
    assertThat(info.path("email_verified").asBoolean(true)).isFalse();

    var app = house.visitor();
    for (var version : new String[] {"v3.0", "v3.1"}) {
      var me = json(app.get("/" + version + "/me", "Authorization", bearer).body());
      assertThat(me.path("data").path("id").asString()).isEqualTo(ada.id().hex());
    }
    assertThat(app.get("/v3.1/users/" + ada.id().hex(), "Authorization", bearer).statusCode())
        .isEqualTo(200);
    assertThat(app.get("/v3.1/users", "Authorization", bearer).statusCode()).isBetween(401, 404);
    var maya = house.person(SPRINGFIELD, "maya@springfield.example");
    assertThat(app.get("/v3.1/users/" + maya.id().hex(), "Authorization", bearer).statusCode())
        .isBetween(401, 404);
    // Nor does it count as somebody who is signed in.
    assertThat(app.get("/portal", "Authorization", bearer).statusCode()).isEqualTo(302);
    assertThat(
            location(
                app.get(
                    app.authorize(
                        house.loginOnly, "https://login.example/back", Map.of("state", "s")),
                    "Authorization",
                    bearer)))
        .startsWith("/signin?");
  }

  @Test
  void a_token_that_has_expired_opens_nothing() throws Exception {
    var visitor = house.visitor();
    var token = token(visitor);
    expire("token", token);
    assertThat(house.signIn.person(token)).isEmpty();
    assertThat(visitor.get("/userinfo", "Authorization", "Bearer " + token).statusCode())
        .isEqualTo(401);
  }

  @Test
  void L2_an_app_for_signing_in_only_signs_people_in() throws Exception {
    var visitor = house.visitor();
    var code = code(visitor, house.loginOnly, "https://login.example/back");
    var answer = visitor.tokens(house.loginOnly, code, "https://login.example/back");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(house.node.sharing().tokens(house.loginOnly.app().id())).isEmpty();
  }

  @Test
  void nothing_stored_lets_a_reader_of_the_database_in() throws Exception {
    var visitor = house.visitor();
    var code = code(visitor, house.reader, CALLBACK);
    var token =
        json(visitor.tokens(house.reader, code, CALLBACK).body()).path("access_token").asString();
    var session = visitor.cookie("rollbook-session").orElseThrow().getValue();
    for (var table :
        house
            .node
            .database()
            .jdbc()
            .sql("select tablename from pg_tables where tablename like 'signin_%'")
            .query(String.class)
            .list()) {
      var all =
          String.join(
              "\n",
              house
                  .node
                  .database()
                  .jdbc()
                  .sql("select t::text from " + table + " t")
                  .query(String.class)
                  .list());
      assertThat(all).as(table).doesNotContain(code, token, session, PASSWORD);
      assertThat(Pattern.compile("PRIVATE|\"d\":").matcher(all).find()).as(table).isFalse();
    }
  }
}
