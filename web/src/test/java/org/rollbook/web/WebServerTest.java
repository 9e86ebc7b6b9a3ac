package org.rollbook.web;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rollbook.web.proxies.ForwardingHeader;
import org.rollbook.web.proxies.Network;
import org.rollbook.web.proxies.TrustedProxies;

/** What holds for every server, whatever it answers. */
class WebServerTest {
  private static final Listening ANY_PORT = Listening.onThisMachine(0);

  private final Echo.Pause pause = new Echo.Pause();
  private final HttpClient client = HttpClient.newHttpClient();

  @AfterEach
  void stop() {
    pause.close();
    client.close();
  }

  private WebServer started(Listening listening) {
    return started(listening, false, Duration.ofSeconds(5));
  }

  private WebServer started(Listening listening, boolean https, Duration toFinish) {
    var headers = new SecurityHeaders(path -> path.startsWith("/data/"), https);
    return WebServer.start(
        listening,
        new Serving("echo-", toFinish, headers),
        Map.<String, Object>of("pause", pause),
        Echo.class);
  }

  private HttpResponse<String> get(WebServer server, String path, String... headers)
      throws IOException, InterruptedException {
    return client.send(request(server, path, headers), BodyHandlers.ofString());
  }

  private static HttpRequest request(WebServer server, String path, String... headers) {
    var address = URI.create("http://127.0.0.1:" + server.port() + path);
    var request = HttpRequest.newBuilder(address);
    return headers.length == 0 ? request.build() : request.headers(headers).build();
  }

  @Test
  void every_request_has_a_virtual_thread_with_the_servers_name() throws Exception {
    try (var server = started(ANY_PORT)) {
      assertThat(get(server, "/thread").body()).startsWith("true echo-");
    }
  }

  @Test
  void a_port_in_use_is_explained() {
    try (var server = started(ANY_PORT)) {
      assertThatThrownBy(() -> started(Listening.onThisMachine(server.port())))
          .isInstanceOf(ServerNotStarted.class)
          .hasMessage(
              "Port %d is in use on 127.0.0.1: another server runs there already, or choose another"
                  + " port.",
              server.port());
    }
  }

  @Test
  void an_address_of_another_machine_is_explained() throws Exception {
    // Of a block for documentation (RFC 5737): no machine has it.
    var nobodys = new Listening(0, InetAddress.ofLiteral("192.0.2.1"), TrustedProxies.NONE);
    assertThatThrownBy(() -> started(nobodys))
        .isInstanceOf(ServerNotStarted.class)
        .hasMessageStartingWith("192.0.2.1 cannot be listened on: ")
        .hasMessageEndingWith(" Name an address of this machine, or another port.");
  }

  @Test
  void what_is_no_port_is_refused() {
    for (int port : List.of(-1, 65_536)) {
      assertThatThrownBy(() -> Listening.onThisMachine(port))
          .hasMessage("port " + port + " is not between 0 and 65535");
    }
  }

  @Test
  void closing_ends_the_server_and_leaves_open_what_it_was_given() throws Exception {
    var server = started(ANY_PORT);
    server.close();

    assertThatThrownBy(() -> get(server, "/thread")).isInstanceOf(ConnectException.class);
    assertThat(pause.over().getCount()).isOne();
  }

  @Test
  void closing_lets_requests_under_way_finish() throws Exception {
    var server = started(ANY_PORT);
    var answer = client.sendAsync(request(server, "/paused"), BodyHandlers.ofString());
    pause.begun().await();

    var closing = CompletableFuture.runAsync(server::close);
    assertThat(closing).isNotDone();
    pause.close();

    assertThat(answer.get(10, SECONDS).body()).isEqualTo("finished");
    assertThat(closing).succeedsWithin(10, SECONDS);
  }

  @Test
  void closing_waits_no_longer_than_told() throws Exception {
    var server = started(ANY_PORT, false, Duration.ofMillis(200));
    var answer = client.sendAsync(request(server, "/paused"), BodyHandlers.ofString());
    pause.begun().await();

    assertThat(CompletableFuture.runAsync(server::close)).succeedsWithin(10, SECONDS);
    assertThat(answer).failsWithin(10, SECONDS);
  }

  @Test
  void what_fails_tells_nothing_of_the_inside() throws Exception {
    try (var server = started(ANY_PORT)) {
      for (var path : List.of("/number?hunter2", "/nowhere", "/%2e%2e%5c%00")) {
        var answer = get(server, path);
        assertThat(answer.statusCode()).as(path).isGreaterThanOrEqualTo(400);
        assertThat(answer.body())
            .as(path)
            .doesNotContain("hunter2", "Exception", "org.rollbook", "Tomcat/");
      }
    }
  }

  @Test
  void every_answer_tells_browsers_what_to_keep_from() throws Exception {
    try (var server = started(ANY_PORT)) {
      for (var path : List.of("/thread", "/data/thread", "/number?hunter2", "/nowhere")) {
        var headers = get(server, path).headers();
        assertThat(headers.firstValue("X-Content-Type-Options")).as(path).contains("nosniff");
        assertThat(headers.firstValue("X-Frame-Options")).as(path).contains("DENY");
        assertThat(headers.firstValue("Referrer-Policy")).as(path).contains("no-referrer");
        assertThat(headers.firstValue("Strict-Transport-Security")).as(path).isEmpty();
      }
    }
  }

  @Test
  void pages_load_what_is_ours_and_data_loads_nothing() throws Exception {
    try (var server = started(ANY_PORT)) {
      assertThat(get(server, "/thread").headers().firstValue("Content-Security-Policy"))
          .contains(
              "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                  + "connect-src 'self'; base-uri 'none'; form-action 'self'; "
                  + "frame-ancestors 'none'");
      assertThat(get(server, "/data/thread").headers().firstValue("Content-Security-Policy"))
          .contains(
              "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
    }
  }

  @Test
  void where_browsers_come_over_https_they_are_told_to_keep_to_it() throws Exception {
    try (var server = started(ANY_PORT, true, Duration.ofSeconds(5))) {
      assertThat(get(server, "/thread").headers().firstValue("Strict-Transport-Security"))
          .contains("max-age=31536000");
    }
  }

  @Test
  void who_comes_through_a_trusted_proxy_has_an_address_of_their_own() throws Exception {
    var here = List.of(Network.of("127.0.0.0/8"));
    var proxies = new TrustedProxies(here, ForwardingHeader.X_FORWARDED_FOR);
    var behind = new Listening(0, InetAddress.getLoopbackAddress(), proxies);
    try (var server = started(behind)) {
      assertThat(get(server, "/caller", "X-Forwarded-For", "198.51.100.9, 203.0.113.77").body())
          .isEqualTo("203.0.113.77");
      assertThat(get(server, "/caller").body()).isEqualTo("127.0.0.1");
    }
  }

  @Test
  void without_trusted_proxies_nobodys_word_about_a_caller_is_believed() throws Exception {
    try (var server = started(ANY_PORT)) {
      assertThat(get(server, "/caller", "X-Forwarded-For", "203.0.113.77").body())
          .isEqualTo("127.0.0.1");
    }
  }

  /** Behind a proxy the server knows neither: a browser stays with those that it came by. */
  @Test
  void redirects_name_neither_scheme_nor_host() throws Exception {
    try (var server = started(ANY_PORT)) {
      assertThat(get(server, "/elsewhere").headers().firstValue("Location")).contains("/thread");
    }
  }
}
