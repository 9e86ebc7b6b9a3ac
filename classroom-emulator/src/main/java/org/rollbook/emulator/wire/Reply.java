package org.rollbook.emulator.wire;

import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a call answers.
 *
 * @param status the HTTP status code
 * @param body the JSON body; empty and unsent with 204
 * @param headers further headers
 */
public record Reply(int status, ObjectNode body, Map<String, String> headers) {
  public Reply {
    headers = Map.copyOf(headers);
  }

  /** 200 with a document. */
  public static Reply ok(ObjectNode body) {
    return new Reply(200, body, Map.of());
  }

  /** 200 with Google's {@code Empty}. */
  public static Reply empty() {
    return ok(Json.object());
  }

  /** 204, as the Directory answers where it has nothing to say. */
  public static Reply nothing() {
    return new Reply(204, Json.object(), Map.of());
  }

  /** The error's own code and body. */
  public static Reply refused(Refusal refusal) {
    return new Reply(refusal.status().code(), refusal.body(), Map.of());
  }
}
