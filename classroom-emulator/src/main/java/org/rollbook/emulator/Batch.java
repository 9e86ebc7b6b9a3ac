package org.rollbook.emulator;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.rollbook.emulator.calls.Verb;
import org.rollbook.emulator.wire.Json;
import org.rollbook.emulator.wire.Query;
import org.rollbook.emulator.wire.Refused;
import org.rollbook.emulator.wire.Reply;

/**
 * Several calls in one request, as {@code multipart/mixed} (source: Classroom API, "Batching
 * requests"). Each part counts as a call of its own; replies come in the order of the calls.
 */
final class Batch {
  static final String BOUNDARY = "batch_rollbook_emulator";
  private static final int MOST_CALLS = 50;

  /** A part: a call inside its own headers, with the id by which its reply is named. */
  private record Part(Optional<String> contentId, ApiRequest request) {}

  private record Message(String firstLine, Map<String, String> headers, String body) {}

  private final Api api;

  Batch(Api api) {
    this.api = api;
  }

  /** The reply's body; nothing when the connection is to be closed without one. */
  Optional<byte[]> answer(String contentType, Optional<String> authorization, byte[] body) {
    List<Part> parts = parts(contentType, authorization, body);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (Part part : parts) {
      switch (api.answer(part.request())) {
        case Outcome.Lost() -> {
          return Optional.empty();
        }
        case Outcome.Answered answered -> out.writeBytes(written(part, answered.reply()));
      }
    }
    out.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return Optional.of(out.toByteArray());
  }

  private static byte[] written(Part part, Reply reply) {
    byte[] json = reply.status() == 204 ? new byte[0] : Json.bytes(reply.body());
    StringBuilder text = new StringBuilder("--" + BOUNDARY + "\r\n");
    text.append("Content-Type: application/http\r\n");
    part.contentId()
        .ifPresent(id -> text.append("Content-ID: ").append(answering(id)).append("\r\n"));
    text.append("\r\nHTTP/1.1 ").append(reply.status()).append(" Answer\r\n");
    text.append("Content-Type: application/json; charset=UTF-8\r\n");
    reply.headers().forEach((name, value) -> text.append(name + ": " + value + "\r\n"));
    text.append("Content-Length: ").append(json.length).append("\r\n\r\n");
    text.append(new String(json, StandardCharsets.UTF_8)).append("\r\n");
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String answering(String id) {
    return id.startsWith("<") ? "<response-" + id.substring(1) : "response-" + id;
  }

  private static List<Part> parts(String contentType, Optional<String> authorization, byte[] body) {
    String boundary = "--" + boundary(contentType);
    String text = new String(body, StandardCharsets.UTF_8).replace("\r\n", "\n");
    List<Part> parts = new ArrayList<>();
    for (String piece : text.split("(?m)^" + Pattern.quote(boundary), -1)) {
      if (piece.startsWith("--") || piece.isBlank()) {
        continue;
      }
      if (parts.size() == MOST_CALLS) {
        throw Refused.invalid("The batch request has more than 50 calls.");
      }
      parts.add(part(piece.stripLeading(), authorization));
    }
    return parts;
  }

  private static String boundary(String contentType) {
    int at = contentType.indexOf("boundary=");
    if (!contentType.startsWith("multipart/mixed") || at < 0) {
      throw Refused.invalid("Failed to parse batch request: no boundary.");
    }
    return contentType.substring(at + "boundary=".length()).split(";", 2)[0].replace("\"", "");
  }

  private static Part part(String text, Optional<String> outerAuthorization) {
    Message outer = message("\n" + text);
    Message inner = message(outer.body().stripLeading());
    String[] line = inner.firstLine().split(" ", 3);
    if (line.length < 2) {
      throw Refused.invalid("Failed to parse batch request: no request line.");
    }
    URI address = address(line[1]);
    String override = inner.headers().getOrDefault("x-http-method-override", line[0]);
    ApiRequest request =
        new ApiRequest(
            verb(override),
            Optional.ofNullable(address.getRawPath()).orElse("/"),
            Query.parse(address.getRawQuery()),
            Optional.ofNullable(inner.headers().get("authorization")).or(() -> outerAuthorization),
            inner.body().strip());
    return new Part(Optional.ofNullable(outer.headers().get("content-id")), request);
  }

  private static URI address(String text) {
    try {
      return URI.create(text);
    } catch (IllegalArgumentException malformed) {
      throw Refused.invalid("Failed to parse batch request: no address.");
    }
  }

  private static Verb verb(String name) {
    for (Verb verb : Verb.values()) {
      if (verb.name().equals(name)) {
        return verb;
      }
    }
    throw Refused.notFound();
  }

  private static Message message(String text) {
    int end = text.indexOf("\n\n");
    String head = end < 0 ? text : text.substring(0, end);
    String[] lines = head.split("\n", -1);
    Map<String, String> headers = new TreeMap<>();
    for (int i = 1; i < lines.length; i++) {
      int colon = lines[i].indexOf(':');
      if (colon > 0) {
        String name = lines[i].substring(0, colon).strip().toLowerCase(Locale.ROOT);
        headers.put(name, lines[i].substring(colon + 1).strip());
      }
    }
    return new Message(lines[0], headers, end < 0 ? "" : text.substring(end + 2));
  }
}
