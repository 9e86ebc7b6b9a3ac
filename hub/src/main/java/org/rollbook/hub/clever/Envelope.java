package org.rollbook.hub.clever;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes the wrapping of answers around objects that are JSON already: none is parsed on its way
 * from the database to the app. Nothing that it is given for a string needs escaping: addresses and
 * ids are our own.
 */
final class Envelope {
  private final OutputStream out;
  private boolean first = true;

  Envelope(OutputStream out) {
    this.out = out;
  }

  void begin() throws IOException {
    text("{\"data\":[");
  }

  /** One object of a list. */
  void item(byte[] json, String uri) throws IOException {
    text(first ? "{\"data\":" : ",{\"data\":");
    first = false;
    out.write(json);
    text(",\"uri\":\"" + uri + "\"}");
  }

  void end(Map<String, String> links) throws IOException {
    text("]," + links(links) + "}");
  }

  /** An answer of one object. */
  void one(byte[] json, Map<String, String> links) throws IOException {
    text("{\"data\":");
    out.write(json);
    text("," + links(links) + "}");
  }

  private static String links(Map<String, String> links) {
    return links.entrySet().stream()
        .map(link -> "{\"rel\":\"%s\",\"uri\":\"%s\"}".formatted(link.getKey(), link.getValue()))
        .collect(Collectors.joining(",", "\"links\":[", "]"));
  }

  private void text(String text) throws IOException {
    out.write(text.getBytes(UTF_8));
  }
}
