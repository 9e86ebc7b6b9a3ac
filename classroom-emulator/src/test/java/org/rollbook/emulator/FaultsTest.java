package org.rollbook.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import com.google.api.services.classroom.Classroom;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Faults, quotas and counts of calls. */
class FaultsTest {
  private static final String MADE = World.json("name", "A", "ownerId", World.OWNER);
  private World world;

  @BeforeEach
  void start() {
    world = World.start();
  }

  @AfterEach
  void stop() {
    world.close();
  }

  private World.Answer faults(String json) {
    return world.send(world.request("/emulator/faults"), "PUT", json);
  }

  private int courses() {
    return world.get(World.OWNER, "/v1/courses?pageSize=30").json().path("courses").size();
  }

  private List<Integer> codes(int calls) {
    List<Integer> codes = new ArrayList<>();
    for (int i = 0; i < calls; i++) {
      codes.add(world.get(World.OWNER, "/v1/courses").code());
    }
    return codes;
  }

  @Test
  void a_chosen_reply_is_lost_after_the_call_took_effect() {
    faults("{\"next\":[{\"method\":\"courses.create\",\"after\":1,\"fault\":\"lostReply\"}]}");
    assertThat(world.post(World.ADMIN, "/v1/courses", MADE).code()).isEqualTo(200);
    assertThat(world.post(World.ADMIN, "/v1/courses", MADE).code()).isZero();
    assertThat(courses()).isEqualTo(2);
    assertThat(world.post(World.ADMIN, "/v1/courses", MADE).code()).isEqualTo(200);
  }

  @Test
  void a_chosen_request_is_lost_before_it_took_effect() {
    faults("{\"next\":[{\"method\":\"courses.create\",\"fault\":\"lostRequest\"}]}");
    assertThat(world.post(World.ADMIN, "/v1/courses", MADE).code()).isZero();
    assertThat(courses()).isZero();
  }

  @Test
  void an_error_after_the_effect_is_500_though_the_course_was_made() {
    faults("{\"rates\":{\"errorAfterEffect\":1},\"methods\":[\"courses.create\"]}");
    assertThat(world.post(World.ADMIN, "/v1/courses", MADE).status()).isEqualTo("INTERNAL");
    assertThat(courses()).isEqualTo(1);
  }

  @Test
  void rates_with_the_same_seed_give_the_same_faults() {
    String json = "{\"seed\":7,\"rates\":{\"429\":0.2,\"500\":0.2,\"503\":0.2}}";
    faults(json);
    List<Integer> first = codes(60);
    faults(json);
    assertThat(codes(60)).isEqualTo(first);
    assertThat(first).contains(200, 429, 500, 503);
    faults("{}");
    assertThat(codes(20)).containsOnly(200);
  }

  @Test
  void faults_are_shown_as_they_were_set_and_nonsense_is_refused() {
    World.Answer set = faults("{\"seed\":3,\"rates\":{\"503\":0.5},\"latencyMillis\":1}");
    assertThat(world.send(world.request("/emulator/faults"), "GET", "").json())
        .isEqualTo(set.json());
    assertThat(faults("{\"rates\":{\"503\":2}}").code()).isEqualTo(400);
    assertThat(faults("{\"rates\":{\"teapot\":0.1}}").code()).isEqualTo(400);
    assertThat(faults("{\"colour\":1}").code()).isEqualTo(400);
  }

  @Test
  void the_token_endpoint_has_faults_only_when_asked() {
    faults("{\"rates\":{\"503\":1}}");
    assertThat(world.send(world.request("/token"), "POST", "").code()).isEqualTo(400);
    faults("{\"rates\":{\"503\":1},\"tokens\":true}");
    assertThat(world.send(world.request("/token"), "POST", "").code()).isEqualTo(503);
  }

  @ParameterizedTest
  @CsvSource({
    "429, 429, 7",
    "500, 500, 0",
    "503, 503, 7",
    "errorAfterEffect, 500, 0",
  })
  void the_token_endpoint_answers_each_error_as_the_apis_do(String fault, int code, long retryAfter)
      throws Exception {
    faults("{\"rates\":{\"%s\":1},\"retryAfterSeconds\":7,\"tokens\":true}".formatted(fault));
    var reply = world.http.send(token(), HttpResponse.BodyHandlers.ofString());
    assertThat(reply.statusCode()).isEqualTo(code);
    assertThat(reply.headers().firstValueAsLong("Retry-After").orElse(0)).isEqualTo(retryAfter);
    assertThat(reply.body()).contains("\"code\":" + code);
  }

  private HttpRequest token() {
    return world.request("/token").POST(HttpRequest.BodyPublishers.noBody()).build();
  }

  @ParameterizedTest
  @ValueSource(strings = {"lostRequest", "lostReply"})
  void a_lost_request_or_reply_of_the_token_endpoint_closes_the_connection(String fault) {
    faults("{\"next\":[{\"method\":\"token\",\"fault\":\"" + fault + "\"}],\"tokens\":true}");
    assertThat(world.send(world.request("/token"), "POST", "").code()).isZero();
    assertThat(world.send(world.request("/token"), "POST", "").code()).isEqualTo(400);
  }

  @Test
  void the_token_endpoint_is_slow_only_when_asked() {
    faults("{\"latencyMillis\":60000}");
    assertThat(timeOfToken()).isLessThan(Duration.ofSeconds(30));
    faults("{\"latencyMillis\":300,\"tokens\":true}");
    assertThat(timeOfToken()).isGreaterThanOrEqualTo(Duration.ofMillis(300));
    faults("{\"latencyMillis\":60000,\"tokens\":true,\"methods\":[\"courses.create\"]}");
    assertThat(timeOfToken()).isLessThan(Duration.ofSeconds(30));
  }

  private Duration timeOfToken() {
    long began = System.nanoTime();
    assertThat(world.send(world.request("/token"), "POST", "").code()).isEqualTo(400);
    return Duration.ofNanos(System.nanoTime() - began);
  }

  @Test
  void calls_are_counted_by_method_also_refused_ones() throws IOException {
    world.emulator.resetCalls();
    world.get(World.OWNER, "/v1/courses");
    world.post(World.OWNER, "/v1/courses", MADE);
    world.get(World.STRANGER, "/v1/courses/1");
    world.classroom(World.ADMIN).courses().list().execute();
    World.Answer counts = world.send(world.request("/emulator/calls"), "GET", "");
    assertThat(counts.json().toString())
        .isEqualTo(
            "{\"read\":3,\"write\":1,\"byMethod\":{\"courses.create\":1,\"courses.get\":1,"
                + "\"courses.list\":2,\"token\":1}}");
    assertThat(world.send(world.request("/emulator/calls"), "DELETE", "").text("/read"))
        .isEqualTo("0");
    assertThat(world.emulator.calls().of("courses.list")).isZero();
  }

  @Test
  void quotas_move_with_the_minute_and_leave_persons_own_tokens_alone() throws IOException {
    AtomicLong now = new AtomicLong(Instant.now().toEpochMilli());
    InstantSource clock = () -> Instant.ofEpochMilli(now.get());
    world.close();
    world = new World(EmulatorSettings.of(0, World.DOMAIN, true).withClock(clock));
    Classroom admin = world.classroom(World.ADMIN);
    for (int i = 0; i < 600; i++) {
      admin.courses().list().execute();
    }
    now.addAndGet(30_000);
    for (int i = 0; i < 600; i++) {
      admin.courses().list().execute();
    }
    assertThatThrownBy(() -> admin.courses().list().execute())
        .isInstanceOfSatisfying(
            GoogleJsonResponseException.class,
            refused -> {
              assertThat(refused.getStatusCode()).isEqualTo(429);
              assertThat(refused.getDetails().getMessage())
                  .startsWith(
                      "Quota exceeded for quota metric 'Requests' and limit 'Requests per minute"
                          + " per user' of service 'classroom.googleapis.com'");
            });
    assertThat(world.get(World.ADMIN, "/v1/courses").code()).isEqualTo(200);
    now.addAndGet(30_001);
    admin.courses().list().execute();
  }

  @Test
  void a_quota_can_be_set_lower() throws IOException {
    faults("{\"quota\":{\"userPerMinute\":2,\"clientPerMinute\":3}}");
    Classroom admin = world.classroom(World.ADMIN);
    Classroom owner = world.classroom(World.OWNER);
    admin.courses().list().execute();
    admin.courses().list().execute();
    assertThatThrownBy(() -> admin.courses().list().execute()).hasMessageContaining("429");
    owner.courses().list().execute();
    assertThatThrownBy(() -> owner.courses().list().execute()).hasMessageContaining("429");
  }
}
