package org.rollbook.hub.clever;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What all answers of the API have in common. */
final class JsonAnswer {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private JsonAnswer() {}

  /** Rosters are nothing for caches along the way. */
  static void prepare(HttpServletResponse response) {
    response.setContentType("application/json; charset=utf-8");
    response.setHeader("Cache-Control", "no-store");
  }

  /** {@code {"message": …}}, as Clever's errors are. */
  static void error(HttpServletResponse response, int status, String message) throws IOException {
    prepare(response);
    response.setStatus(status);
    response.getOutputStream().write(JSON.writeValueAsBytes(Map.of("message", message)));
  }
}
