package org.rollbook.sources.cleverapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scenario 40: what is worth asking again is asked again, patiently, and nothing else (R4). */
class CleverApiFaultsTest {
  private final StandIn clever = new StandIn();
  private final Visitor visitor = new Visitor();
  private final CleverApi api = visitor.api(clever);

  @BeforeEach
  void thirtySchools() {
    IntStream.range(0, 35)
        .mapToObj("%024x"::formatted)
        .forEach(id -> clever.put("schools", StandIn.object(id).put("name", "S")));
  }

  @AfterEach
  void stop() {
    clever.close();
    visitor.close();
  }

  private int read() throws IOException {
    return api.schools().toList(1_000).size();
  }

  private void first(int times, StandIn.Fault fault) {
    clever.faults.add(call -> call.number() <= times && fault.takes(call));
  }

  private static StandIn.Fault status(int status) {
    return call -> {
      call.json(status, "{\"message\":\"so it is\"}");
      return true;
    };
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 504})
  void R4_S40_what_is_down_is_asked_again_after_growing_waits(int status) throws IOException {
    first(4, status(status));

    assertThat(read()).isEqualTo(35);
    assertThat(visitor.waits).hasSize(4);
    for (int i = 0; i < 4; i++) {
      assertThat(visitor.waits.get(i).toMillis()).isBetween(250L << i, 500L << i);
    }
  }

  @Test
  void R4_S40_what_stays_down_is_given_up() {
    clever.faults.add(status(503));

    assertThatThrownBy(this::read)
        .isInstanceOf(CleverException.Unavailable.class)
        .hasMessage("GET /v3.1/schools was answered with 503: so it is");
    assertThat(clever.calls).hasSize(6);
  }

  @Test
  void R4_S40_the_wait_that_is_asked_for_is_kept() throws IOException {
    first(
        1,
        call -> {
          call.header("Retry-After", 77);
          return status(503).takes(call);
        });

    assertThat(read()).isEqualTo(35);
    assertThat(visitor.waits).containsExactly(Duration.ofSeconds(77));
  }

  @Test
  void R4_S40_asked_to_wait_for_hours_a_client_gives_up_instead_of_coming_early() {
    first(
        1,
        call -> {
          call.header("Retry-After", 7_200);
          return status(503).takes(call);
        });

    assertThatThrownBy(this::read).isInstanceOf(CleverException.Unavailable.class);
    assertThat(visitor.waits).isEmpty();
  }

  @Test
  void R4_S40_a_used_up_window_is_waited_for() throws IOException {
    Instant reset = visitor.now().plusSeconds(42);
    first(
        1,
        call -> {
          call.header("X-RateLimit-Reset", reset.getEpochSecond());
          return status(429).takes(call);
        });

    assertThat(read()).isEqualTo(35);
    assertThat(visitor.waits).hasSize(1);
    assertThat(visitor.waits.getFirst()).isBetween(Duration.ofSeconds(42), Duration.ofSeconds(43));
  }

  @Test
  void R4_S40_a_reset_far_in_the_future_is_a_wrong_clock_and_waited_for_with_a_cap() {
    clever.faults.add(call -> {
      call.header("X-RateLimit-Reset", Long.MAX_VALUE / 1_000_000);
      return status(429).takes(call);
    });

    assertThatThrownBy(this::read).isInstanceOf(CleverException.Limited.class);
    assertThat(visitor.waits).hasSize(3).allMatch(wait -> wait.toSeconds() <= 121);
  }

  @Test
  void R4_a_client_keeps_under_the_limit_by_itself() throws IOException {
    var usual = Visitor.PATIENCE;
    var two =
        new CleverSettings.Patience(
            usual.answer(), 6, usual.firstWait(), usual.longestWait(), 3, 2);
    var slow = visitor.api(clever, visitor.settings(clever).withPatience(two));

    assertThat(slow.schools().toList(100)).hasSize(35);
    assertThat(visitor.waits).containsExactly(Duration.ofMinutes(1));
  }

  @Test
  void R4_a_client_believes_that_no_calls_are_left() throws IOException {
    Instant reset = visitor.now().plusSeconds(30);
    clever.faults.add(call -> {
      call.header("X-RateLimit-Remaining", call.number() == 2 ? 0 : 100);
      call.header("X-RateLimit-Reset", reset.getEpochSecond());
      return false;
    });

    assertThat(read()).isEqualTo(35);
    assertThat(visitor.waits).containsExactly(Duration.ofSeconds(30));
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 403, 422})
  void S40_a_refused_call_is_not_repeated(int status) {
    clever.faults.add(status(status));

    assertThatThrownBy(this::read).isInstanceOf(CleverException.BadRequest.class);
    assertThat(clever.calls).hasSize(1);
  }

  @Test
  void S40_what_a_hub_does_not_offer_is_not_repeated() {
    clever.faults.add(status(501));

    assertThatThrownBy(this::read).isInstanceOf(CleverException.Unsupported.class);
    assertThat(clever.calls).hasSize(1);
  }

  @Test
  void S40_a_web_page_is_no_data() {
    clever.faults.add(call -> {
      call.answer(200, "text/html", "<html>please sign in</html>");
      return true;
    });

    assertThatThrownBy(this::read)
        .isInstanceOf(CleverException.NotJson.class)
        .hasMessageContaining("text/html");
  }

  @Test
  void S40_a_web_page_that_calls_itself_json_is_no_data() {
    clever.faults.add(call -> {
      call.json(200, "<html></html>");
      return true;
    });

    assertThatThrownBy(this::read).isInstanceOf(CleverException.NotJson.class);
  }

  @Test
  void S40_an_error_page_of_a_proxy_is_asked_again() throws IOException {
    first(
        2,
        call -> {
          call.answer(502, "text/html", "<html>bad gateway</html>");
          return true;
        });

    assertThat(read()).isEqualTo(35);
  }

  @Test
  void S40_a_redirect_is_not_followed() {
    clever.faults.add(call -> {
      call.header("Location", "https://elsewhere.invalid/");
      return status(302).takes(call);
    });

    assertThatThrownBy(this::read).isInstanceOf(CleverException.NotJson.class);
  }

  @Test
  void S40_a_cut_connection_is_asked_again() throws IOException {
    first(
        2,
        call -> {
          call.cut();
          return true;
        });

    assertThat(read()).isEqualTo(35);
    // The JDK's client may ask again by itself once, on a connection that was kept.
    assertThat(visitor.waits).isNotEmpty();
  }

  @Test
  void S40_cut_json_is_no_data() {
    clever.faults.add(call -> {
      call.json(200, "{\"data\":[{\"data\":{\"id\":\"1\"}}");
      return true;
    });

    assertThatThrownBy(this::read).isInstanceOf(CleverException.NotJson.class);
  }

  @Test
  void S40_an_answer_that_dribbles_is_given_up_and_asked_for_again() throws IOException {
    var release = new CountDownLatch(1);
    first(
        1,
        call -> {
          call.exchange().getResponseHeaders().set("Content-Type", "application/json");
          call.exchange().sendResponseHeaders(200, 0);
          call.exchange().getResponseBody().write('{');
          call.exchange().getResponseBody().flush();
          awaitQuietly(release);
          return true;
        });
    var usual = Visitor.PATIENCE;
    // A second, so that a busy machine still answers the others in time, with attempts to spare.
    var hasty =
        new CleverSettings.Patience(
            Duration.ofSeconds(1), 20, usual.firstWait(), usual.longestWait(), 3, 1_200);

    var impatient = visitor.api(clever, visitor.settings(clever).withPatience(hasty));
    assertThat(impatient.schools().toList(100)).hasSize(35);
    assertThat(visitor.waits).isNotEmpty();
    release.countDown();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void S40_a_body_that_unpacks_without_end_is_cut_off() throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(packed)) {
      zip.write(new byte[2 << 20]);
    }
    clever.faults.add(call -> {
      call.header("Content-Encoding", "gzip");
      call.header("Content-Type", "application/json");
      call.exchange().sendResponseHeaders(200, packed.size());
      call.exchange().getResponseBody().write(packed.toByteArray());
      return true;
    });
    CleverSettings usual = visitor.settings(clever);
    var small =
        new CleverSettings(usual.base(), usual.version(), 10, 100, 1 << 20, usual.patience());

    assertThatThrownBy(() -> visitor.api(clever, small).schools().toList(10))
        .isInstanceOf(CleverException.TooLarge.class);
    assertThat(clever.calls).hasSize(4);
  }

  @Test
  void S40_faults_at_random_cost_waiting_and_nothing_else() throws IOException {
    var chance = new Random(7);
    clever.faults.add(call -> {
      switch (chance.nextInt(5)) {
        case 0 -> call.json(500, "");
        case 1 -> call.cut();
        case 2 -> call.answer(503, "text/html", "<html></html>");
        default -> {
          return false;
        }
      }
      return true;
    });
    var usual = Visitor.PATIENCE;
    var patient =
        new CleverSettings.Patience(
            usual.answer(), 40, usual.firstWait(), usual.longestWait(), 3, 1_200);
    var settings = visitor.settings(clever).withPageSize(1).withPatience(patient);

    assertThat(visitor.api(clever, settings).schools().toList(100))
        .extracting(CleverRecord.School::id)
        .containsExactlyElementsOf(clever.list("schools").keySet());
  }

  @Test
  void S40_nobody_there_is_unavailable() {
    clever.close();

    assertThatThrownBy(this::read).isInstanceOf(CleverException.Unavailable.class);
    assertThat(visitor.waits).hasSize(5);
  }
}
