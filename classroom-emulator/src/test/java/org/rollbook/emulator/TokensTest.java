package org.rollbook.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.classroom.Classroom;
import com.google.api.services.classroom.model.Registration;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rollbook.emulator.tokens.ServiceAccountKey;

/** The token endpoint, and what a token allows. */
class TokensTest {
  private static final String BASE = "https://www.googleapis.com/auth/";
  private static final String COURSES = BASE + "classroom.courses";
  private static final String ROSTERS = BASE + "classroom.rosters";
  private World world;
  private ServiceAccountKey key = ServiceAccountKey.read(World.KEY);

  @BeforeEach
  void start() {
    world = World.start();
  }

  @AfterEach
  void stop() {
    world.close();
  }

  /** The claims of an assertion, which each case spoils in one place. */
  private record Claims(String iss, String sub, String aud, String scope, long iat, long exp) {
    String json() {
      return "{\"iss\":\"%s\",\"sub\":\"%s\",\"aud\":\"%s\",\"scope\":\"%s\",\"iat\":%d,\"exp\":%d}"
          .formatted(iss, sub, aud, scope, iat, exp);
    }
  }

  private Claims good() {
    long now = Instant.now().getEpochSecond();
    return new Claims(
        key.clientEmail(),
        World.ADMIN,
        "https://oauth2.googleapis.com/token",
        COURSES,
        now,
        now + 3600);
  }

  private World.Answer ask(Claims claims) {
    String signed = encoded("{\"alg\":\"RS256\"}") + "." + encoded(claims.json());
    try {
      Signature signer = Signature.getInstance("SHA256withRSA");
      signer.initSign(key.pair().getPrivate());
      signer.update(signed.getBytes(StandardCharsets.US_ASCII));
      String end = Base64.getUrlEncoder().withoutPadding().encodeToString(signer.sign());
      return form(signed + "." + end);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private World.Answer form(String assertion) {
    String grant = "urn:ietf:params:oauth:grant-type:jwt-bearer";
    String body =
        "grant_type="
            + URLEncoder.encode(grant, StandardCharsets.UTF_8)
            + "&assertion="
            + assertion;
    return world.send(
        world.request("/token").header("Content-Type", "application/x-www-form-urlencoded"),
        "POST",
        body);
  }

  private static String encoded(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void a_good_assertion_gives_a_token_for_an_hour() {
    World.Answer answer = ask(good());
    assertThat(answer.code()).isEqualTo(200);
    assertThat(answer.text("/token_type")).isEqualTo("Bearer");
    assertThat(answer.json().path("expires_in").asInt()).isEqualTo(3599);
    Claims own = good();
    String uri = world.emulator.rootUrl() + "token";
    assertThat(ask(new Claims(own.iss(), own.sub(), uri, own.scope(), own.iat(), own.exp())).code())
        .isEqualTo(200);
  }

  @Test
  void a_spoiled_assertion_is_an_invalid_grant() {
    Claims good = good();
    List<Claims> spoiled =
        List.of(
            new Claims("x@y", good.sub(), good.aud(), COURSES, good.iat(), good.exp()),
            new Claims(
                good.iss(), "nobody@" + World.DOMAIN, good.aud(), COURSES, good.iat(), good.exp()),
            new Claims(good.iss(), "", good.aud(), COURSES, good.iat(), good.exp()),
            new Claims(
                good.iss(), good.sub(), "https://x.example", COURSES, good.iat(), good.exp()),
            new Claims(
                good.iss(), good.sub(), good.aud(), COURSES, good.iat() - 9000, good.iat() - 5400),
            new Claims(good.iss(), good.sub(), good.aud(), COURSES, good.iat(), good.iat() + 9000));
    for (Claims claims : spoiled) {
      World.Answer answer = ask(claims);
      assertThat(answer.code()).isEqualTo(400);
      assertThat(answer.text("/error")).isEqualTo("invalid_grant");
    }
    assertThat(form("a.b.c").text("/error")).isEqualTo("invalid_grant");
  }

  @Test
  void another_key_is_refused() {
    key = ServiceAccountKey.make();
    assertThat(ask(good()).text("/error_description")).isEqualTo("Invalid JWT Signature.");
  }

  @Test
  void a_scope_that_is_not_delegated_is_refused() {
    world.close();
    world =
        new World(EmulatorSettings.of(0, World.DOMAIN, false).withDelegatedScopes(Set.of(ROSTERS)));
    World.Answer answer = ask(good());
    assertThat(answer.code()).isEqualTo(401);
    assertThat(answer.text("/error")).isEqualTo("unauthorized_client");
  }

  @Test
  void a_suspended_person_cannot_be_acted_for() throws IOException {
    Classroom owner = world.classroom(World.OWNER);
    assertThat(owner.courses().list().execute().getCourses()).isNull();
    String path = "/admin/directory/v1/users/" + World.OWNER;
    world.call(World.ADMIN, "PATCH", path, "{\"suspended\":true}");
    assertThatThrownBy(() -> owner.courses().list().execute()).hasMessageContaining("401");
    Claims good = good();
    Claims suspended =
        new Claims(good.iss(), World.OWNER, good.aud(), COURSES, good.iat(), good.exp());
    assertThat(ask(suspended).text("/error")).isEqualTo("invalid_grant");
  }

  @Test
  void a_token_allows_what_its_scopes_allow() throws IOException {
    String id = world.course("ACTIVE");
    Classroom reader =
        new Classroom.Builder(
                new NetHttpTransport(),
                GsonFactory.getDefaultInstance(),
                world.credentials(World.ADMIN, List.of(ROSTERS + ".readonly")))
            .setRootUrl(world.emulator.rootUrl().toString())
            .setApplicationName("test")
            .build();
    var student = reader.courses().students().get(id, World.STUDENT).execute();
    assertThat(student.getProfile().getEmailAddress()).isNull();
    assertThat(student.getProfile().getPhotoUrl()).isNull();
    assertThatThrownBy(() -> reader.courses().get(id).execute())
        .isInstanceOfSatisfying(
            GoogleJsonResponseException.class,
            refused -> {
              assertThat(refused.getStatusCode()).isEqualTo(403);
              assertThat(refused.getDetails().getMessage())
                  .isEqualTo("Request had insufficient authentication scopes.");
            });
    assertThat(
            world
                .get(World.ADMIN, "/v1/courses/" + id + "/students/" + World.STUDENT)
                .text("/profile/photoUrl"))
        .isNotEmpty();
  }

  @Test
  void a_service_account_cannot_register_for_push() {
    Classroom classroom =
        new Classroom.Builder(
                new NetHttpTransport(),
                GsonFactory.getDefaultInstance(),
                world.credentials(World.ADMIN, List.of(BASE + "classroom.push-notifications")))
            .setRootUrl(world.emulator.rootUrl().toString())
            .setApplicationName("test")
            .build();
    assertThatThrownBy(() -> classroom.registrations().create(new Registration()).execute())
        .hasMessageContaining("PERMISSION_DENIED");
  }

  @Test
  void a_call_without_a_known_token_is_unauthenticated() {
    assertThat(world.send(world.request("/v1/courses"), "GET", "").status())
        .isEqualTo("UNAUTHENTICATED");
    assertThat(world.get("nobody@" + World.DOMAIN, "/v1/courses").code()).isEqualTo(401);
    var unknown = world.request("/v1/courses").header("Authorization", "Bearer ya29.x");
    assertThat(world.send(unknown, "GET", "").code()).isEqualTo(401);
  }

  @Test
  void a_restarted_emulator_accepts_the_former_key() throws IOException {
    String former = world.emulator.serviceAccountKeyJson();
    world.close();
    world = new World(EmulatorSettings.of(0, World.DOMAIN, false).withKey(former));
    assertThat(world.classroom(World.ADMIN).courses().list().execute().getCourses()).isNull();
    assertThat(world.emulator.serviceAccountKeyJson()).contains(world.emulator.rootUrl() + "token");
  }

  @Test
  void the_directory_is_for_administrators() {
    String path = "/admin/directory/v1/users";
    assertThat(world.get(World.OWNER, path + "?customer=my_customer").code()).isEqualTo(403);
    World.Answer page = world.get(World.ADMIN, path + "?customer=my_customer&maxResults=2");
    assertThat(page.text("/users/0/primaryEmail")).isEqualTo(World.ADMIN);
    assertThat(page.json().path("users")).hasSize(2);
    String next = path + "?customer=my_customer&maxResults=2&pageToken=";
    assertThat(world.get(World.ADMIN, next + page.text("/nextPageToken")).json().path("users"))
        .hasSize(2);
    assertThat(world.get(World.ADMIN, path).code()).isEqualTo(400);
    assertThat(world.get(World.ADMIN, path + "/" + World.OUTSIDER).code()).isEqualTo(404);
    String taken =
        "{\"primaryEmail\":\""
            + World.OWNER
            + "\",\"name\":{\"givenName\":\"A\",\"familyName\":\"B\"}}";
    assertThat(world.post(World.ADMIN, path, taken).code()).isEqualTo(409);
    String query = path + "?domain=" + World.DOMAIN + "&query=email:st*";
    assertThat(world.get(World.ADMIN, query).json().path("users")).hasSize(2);
  }
}
