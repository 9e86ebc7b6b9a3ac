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
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollbook.core.share.Selection;
import org.rollbook.core.share.Share;
import org.rollbook.core.share.SharedField;
import org.rollbook.registry.sharing.Registered;
import tools.jackson.databind.JsonNode;

/** What apps get of a sign-in, and what it opens. */
@ExtendWith(OneHouse.class)
class SignInTokensTest extends SignInVisits {
  private static final String STRANGER = "https://stranger.example/back";

  SignInTokensTest(SignInHouse house) {
    super(house);
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

  /** What an app is told of somebody who signs in with it, by the ways in which it is told. */
  private record Told(String claims, String userInfo, String user) {}

  /** Somebody in Shelbyville gets a password and signs in with the app. */
  private Told told(Registered app, String redirect, String login) throws Exception {
    var person = house.person(SHELBYVILLE, login + "@shelbyville.example");
    house.setPassword(person, PASSWORD);
    var visitor = house.visitor();
    var code = code(visitor, app, redirect, person);
    var answer = json(visitor.tokens(app, code, redirect).body());
    var bearer = "Bearer " + answer.path("access_token").asString();
    var user = "/v3.1/users/" + person.id().hex();
    return new Told(
        decoded(answer.path("id_token").asString().split("\\.", -1)[1]),
        visitor.get("/userinfo", "Authorization", bearer).body(),
        visitor.get(user, "Authorization", bearer).body());
  }

  @ParameterizedTest
  @CsvSource({
    "maya, student, student",
    "ada,  teacher, district_admin staff teacher",
    "max,  district_admin, district_admin staff",
    "kay,  staff, staff"
  })
  void several_roles_sign_in_as_the_first_of_student_teacher_district_administrator_and_staff(
      String login, String role, String roles) throws Exception {
    var told = told(house.stranger, STRANGER, login);
    var has = json(told.user()).at("/data/roles");
    assertThat(has.propertyNames()).containsExactlyInAnyOrder(roles.split(" ", -1));
    for (var claims : List.of(json(told.claims()), json(told.userInfo()))) {
      assertThat(claims.path("user_type").asString()).isEqualTo(role);
      assertThat(claims.path("user_id").asString())
          .isNotEmpty()
          .isEqualTo(has.at("/" + role + "/legacy_id").asString());
    }
  }

  @Test
  void the_e_mail_of_a_student_is_told_by_no_way_where_the_share_withholds_it() throws Exception {
    var redirect = "https://discreet.example/back";
    var discreet = house.app("Discreet", redirect, false);
    var refused = new TreeSet<>(List.of(SharedField.STUDENT_EMAIL));
    house
        .node
        .sharing()
        .share(
            discreet.app().id(),
            SHELBYVILLE,
            new Share(new Selection.WholeDistrict(), false, List.of(), refused));
    var open = told(house.stranger, STRANGER, "maya");
    assertThat(List.of(open.claims(), open.userInfo(), open.user()))
        .allSatisfy(text -> assertThat(text).contains("maya@shelbyville.example"));
    var withheld = told(discreet, redirect, "maya");
    assertThat(List.of(withheld.claims(), withheld.userInfo(), withheld.user()))
        .allSatisfy(text -> assertThat(text).contains("Sun").doesNotContain("@"));
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
