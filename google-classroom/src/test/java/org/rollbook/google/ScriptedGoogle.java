package org.rollbook.google;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.rollbook.sync.target.CallGate;
import org.rollbook.sync.target.Target;
import org.rollbook.sync.target.TargetUnavailable;

/** A server that answers what it is told, in order, for the exact cases on the wire. */
final class ScriptedGoogle implements AutoCloseable {
  record Canned(int status, String body, Map<String, String> headers) {}

  record Received(String method, String uri, String body, Map<String, List<String>> headers) {
    String header(String name) {
      return String.join(",", headers.getOrDefault(name, List.of()));
    }
  }

  private static final Canned TOKEN =
      new Canned(
          200,
          """
          {"access_token":"token-of-the-test","expires_in":3599,"token_type":"Bearer"}
          """,
          Map.of());

  private final Queue<Canned> script = new ArrayDeque<>();
  private final Queue<Canned> tokens = new ArrayDeque<>();
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;

  ScriptedGoogle() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException taken) {
      throw new UncheckedIOException(taken);
    }
    server.createContext("/token", exchange -> answer(exchange, next(tokens).orElse(TOKEN)));
    server.createContext("/", this::scripted);
    server.setExecutor(threads);
    server.start();
  }

  URI rootUrl() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  Target target(CallGate gate) throws TargetUnavailable {
    return GoogleClassroom.open(
        new GoogleSettings(
            TestKey.json(rootUrl().resolve("token")),
            "admin@school.example",
            Optional.of(rootUrl())),
        gate);
  }

  ScriptedGoogle then(int status, String body) {
    return then(status, body, Map.of());
  }

  ScriptedGoogle then(int status, String body, Map<String, String> headers) {
    synchronized (script) {
      script.add(new Canned(status, body, headers));
    }
    return this;
  }

  /** An error as the Classroom API writes it. */
  ScriptedGoogle thenError(int status, String word, String message) {
    return then(
        status,
        """
        {"error":{"code":%d,"message":"%s","status":"%s"}}
        """
            .formatted(status, message, word));
  }

  /** The connection is closed without an answer. */
  ScriptedGoogle thenNothing() {
    return then(0, "");
  }

  ScriptedGoogle tokenAnswer(int status, String body) {
    synchronized (tokens) {
      tokens.add(new Canned(status, body, Map.of()));
    }
    return this;
  }

  List<Received> received() {
    return List.copyOf(received);
  }

  private void scripted(HttpExchange exchange) throws IOException {
    var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    received.add(
        new Received(
            exchange.getRequestMethod(),
            exchange.getRequestURI().toString(),
            body,
            Map.copyOf(exchange.getRequestHeaders())));
    answer(exchange, next(script).orElse(new Canned(418, "{}", Map.of())));
  }

  private static Optional<Canned> next(Queue<Canned> queue) {
    synchronized (queue) {
      return Optional.ofNullable(queue.poll());
    }
  }

  private static void answer(HttpExchange exchange, Canned canned) throws IOException {
    try (exchange) {
      if (canned.status() == 0) {
        return;
      }
      var bytes = canned.body().getBytes(UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      canned.headers().forEach(exchange.getResponseHeaders()::set);
      exchange.sendResponseHeaders(canned.status(), bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
