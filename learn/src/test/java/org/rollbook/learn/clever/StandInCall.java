package org.rollbook.learn.clever;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * One call that arrived at the stand-in.
 *
 * @param path without the version
 * @param body as sent
 */
public record StandInCall(
    String method, String path, Map<String, String> query, String body, HttpExchange exchange) {
  static StandInCall of(HttpExchange exchange) throws IOException {
    var query = new TreeMap<String, String>();
    String raw = exchange.getRequestURI().getRawQuery();
    for (String pair : (raw == null ? "" : raw).split("&", -1)) {
      String[] parts = pair.split("=", 2);
      query.put(parts[0], parts.length == 2 ? URLDecoder.decode(parts[1], UTF_8) : "");
    }
    return new StandInCall(
        exchange.getRequestMethod(),
        exchange.getRequestURI().getPath().replaceFirst("^/v3\\.[01]", ""),
        query,
        new String(exchange.getRequestBody().readAllBytes(), UTF_8),
        exchange);
  }

  /** A parameter of the query; empty text when it is not there. */
  public String asked(String name) {
    return query.getOrDefault(name, "");
  }

  /** A header; absent when it was not sent. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
  }

  /** Sets a header of the answer. */
  public StandInCall with(String name, Object value) {
    exchange.getResponseHeaders().set(name, String.valueOf(value));
    return this;
  }

  public void answer(int status, String type, String text) throws IOException {
    byte[] bytes = text.getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  public void json(int status, JsonNode json) throws IOException {
    answer(status, "application/json", json.toString());
  }

  /** An error as Clever words it. */
  public void error(int status, String message) throws IOException {
    json(status, CleverStandIn.JSON.createObjectNode().put("message", message));
  }

  /** A web page, where JSON is due. */
  public void html(int status) throws IOException {
    answer(status, "text/html", "<!doctype html><title>Oops</title>");
  }

  /** Promises more than it sends. */
  public void cut() throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, 1_000);
    exchange.getResponseBody().write("{\"data\":[".getBytes(UTF_8));
    exchange.close();
  }
}
