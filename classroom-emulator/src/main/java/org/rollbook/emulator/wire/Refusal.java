package org.rollbook.emulator.wire;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * An answer that says no, in the shape of Google's error body.
 *
 * @param status the canonical status, which sets the HTTP code
 * @param message what the caller reads; a documented error begins with {@code @Name }
 * @param details further machine-readable parts of the error, often none
 */
public record Refusal(Status status, String message, List<ObjectNode> details) {
  public Refusal {
    details = List.copyOf(details);
  }

  /** {@code {"error":{"code","message","status","errors":[…]}}}. */
  public ObjectNode body() {
    ObjectNode document = Json.object();
    ObjectNode error = document.putObject("error");
    error.put("code", status.code());
    error.put("message", message);
    ObjectNode first = error.putArray("errors").addObject();
    first.put("message", message).put("domain", "global").put("reason", status.reason());
    error.put("status", status.name());
    if (!details.isEmpty()) {
      error.putArray("details").addAll(details);
    }
    return document;
  }
}
