package org.rollbook.emulator;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.rollbook.emulator.calls.Verb;
import org.rollbook.emulator.page.RosterPage;
import org.rollbook.emulator.tokens.TokenEndpoint;
import org.rollbook.emulator.wire.Body;
import org.rollbook.emulator.wire.Json;
import org.rollbook.emulator.wire.Query;
import org.rollbook.emulator.wire.Refused;
import org.rollbook.emulator.wire.Reply;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads HTTP requests, sends each to who answers it, and writes the answers. */
final class FrontDoor implements HttpHandler {
  private static final Logger LOG = LoggerFactory.getLogger(FrontDoor.class);
  private static final String JSON = "application/json; charset=UTF-8";
  private static final String TOKEN = "token";
  private static final String FORM = "application/x-www-form-urlencoded";

  private final Api api;
  private final Batch batch;
  private final Control control;
  private final TokenEndpoint tokens;
  private final Workspace workspace;
  private final RosterPage page;

  FrontDoor(Api api, Control control, TokenEndpoint tokens, Workspace workspace, RosterPage page) {
    this.api = api;
    this.batch = new Batch(api);
    this.control = control;
    this.tokens = tokens;
    this.workspace = workspace;
    this.page = page;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      answer(exchange);
    } catch (IOException gone) {
      LOG.debug("A connection broke", gone);
    } catch (RuntimeException unforeseen) {
      LOG.error("A request failed: {}", exchange.getRequestURI(), unforeseen);
      write(exchange, FaultReplies.internal());
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    try {
      Headers headers = exchange.getRequestHeaders();
      byte[] body = Body.read(exchange.getRequestBody(), headers.getFirst("Content-Encoding"));
      String path = Optional.ofNullable(exchange.getRequestURI().getRawPath()).orElse("/");
      Verb verb = verb(exchange);
      if (path.equals("/token") && verb == Verb.POST) {
        write(exchange, token(body));
      } else if (path.startsWith("/emulator/")) {
        write(exchange, control.answer(verb, path, body));
      } else if (path.equals("/batch") && verb == Verb.POST) {
        writeBatch(exchange, body);
      } else if (verb == Verb.GET && (path.equals("/") || path.startsWith("/classes/"))) {
        writePage(exchange, path);
      } else {
        write(exchange, api.answer(request(exchange, verb, path, body)));
      }
    } catch (Refused refused) {
      write(exchange, Reply.refused(refused.refusal()));
    }
  }

  /** The real Java client cannot PATCH: it sends POST and says what it means in a header. */
  private static Verb verb(HttpExchange exchange) {
    String override = exchange.getRequestHeaders().getFirst("X-HTTP-Method-Override");
    boolean overridden = override != null && exchange.getRequestMethod().equals("POST");
    String name = overridden ? String.valueOf(override) : exchange.getRequestMethod();
    for (Verb verb : Verb.values()) {
      if (verb.name().equals(name)) {
        return verb;
      }
    }
    throw Refused.notFound();
  }

  private static ApiRequest request(HttpExchange exchange, Verb verb, String path, byte[] body) {
    Headers headers = exchange.getRequestHeaders();
    String type = Optional.ofNullable(headers.getFirst("Content-Type")).orElse("");
    // A GET too long for a URL comes as POST with its parameters as a form.
    boolean form = verb == Verb.GET && body.length > 0 && type.startsWith(FORM);
    String raw =
        form ? new String(body, StandardCharsets.UTF_8) : exchange.getRequestURI().getRawQuery();
    return new ApiRequest(
        verb,
        path,
        Query.parse(raw),
        Optional.ofNullable(headers.getFirst("Authorization")),
        form ? "" : new String(body, StandardCharsets.UTF_8));
  }

  private Outcome token(byte[] body) {
    api.counter().countToken();
    FaultDice dice = api.dice();
    if (!dice.faults().tokens()) {
      return new Outcome.Answered(granted(body));
    }
    dice.pause(TOKEN);
    return dice.befall(TOKEN, () -> granted(body));
  }

  private Reply granted(byte[] body) {
    return workspace.reading(() -> tokens.answer(TokenEndpoint.form(body)));
  }

  private static void write(HttpExchange exchange, Outcome outcome) throws IOException {
    switch (outcome) {
      case Outcome.Answered answered -> write(exchange, answered.reply());
      case Outcome.Lost() -> exchange.close();
    }
  }

  private static void write(HttpExchange exchange, Reply reply) throws IOException {
    Headers headers = exchange.getResponseHeaders();
    reply.headers().forEach(headers::set);
    if (reply.status() == 401) {
      headers.set("WWW-Authenticate", "Bearer realm=\"https://accounts.google.com/\"");
    }
    byte[] bytes = reply.status() == 204 ? new byte[0] : Json.bytes(reply.body());
    write(exchange, reply.status(), JSON, bytes);
  }

  private static void write(HttpExchange exchange, int status, String type, byte[] bytes)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      exchange.getResponseBody().write(bytes);
    }
  }

  private void writeBatch(HttpExchange exchange, byte[] body) throws IOException {
    Headers headers = exchange.getRequestHeaders();
    String type = Optional.ofNullable(headers.getFirst("Content-Type")).orElse("");
    Optional<byte[]> reply =
        batch.answer(type, Optional.ofNullable(headers.getFirst("Authorization")), body);
    if (reply.isEmpty()) {
      exchange.close();
      return;
    }
    write(exchange, 200, "multipart/mixed; boundary=" + Batch.BOUNDARY, reply.get());
  }

  private void writePage(HttpExchange exchange, String path) throws IOException {
    Query query = Query.parse(exchange.getRequestURI().getRawQuery());
    Optional<String> html = workspace.reading(() -> page.show(path, query));
    byte[] bytes = html.orElse("<p>There is no such class.").getBytes(StandardCharsets.UTF_8);
    write(exchange, html.isPresent() ? 200 : 404, "text/html; charset=UTF-8", bytes);
  }
}
