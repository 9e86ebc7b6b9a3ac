package org.rollbook.hub.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** How pages of signing in are sent: never kept by a browser, which several people may use. */
final class Answers {
  private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, UTF_8);

  private Answers() {}

  static ResponseEntity<String> page(int status, String html) {
    return ResponseEntity.status(status)
        .contentType(HTML)
        .cacheControl(CacheControl.noStore())
        .body(html);
  }

  static void page(HttpServletResponse response, int status, String html) throws IOException {
    response.setStatus(status);
    response.setContentType(HTML.toString());
    response.setHeader("Cache-Control", "no-store");
    response.getWriter().write(html);
  }

  /** An OAuth error, for machines. */
  static void error(HttpServletResponse response, int status, String code) throws IOException {
    response.setStatus(status);
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    response.setHeader("Cache-Control", "no-store");
    response.getWriter().write("{\"error\":\"" + code + "\"}");
  }
}
