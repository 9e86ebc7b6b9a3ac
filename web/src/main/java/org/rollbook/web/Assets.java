package org.rollbook.web;

import java.time.Duration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * The files that pages refer to, out of the class path. Each has to be asked for by a name in the
 * code: a path that a browser sends must not get here.
 *
 * @param kept how long browsers keep them without asking again
 */
public record Assets(Duration kept) {
  private static final MediaType CSS = MediaType.parseMediaType("text/css;charset=utf-8");
  private static final MediaType SCRIPT = MediaType.parseMediaType("text/javascript;charset=utf-8");
  private static final MediaType SVG = MediaType.parseMediaType("image/svg+xml");

  /** The style sheet that all pages start from. */
  public ResponseEntity<Resource> pico() {
    return css("META-INF/resources/webjars/picocss__pico/2.1.1/css/pico.min.css");
  }

  /** A style sheet. */
  public ResponseEntity<Resource> css(String path) {
    return file(path, CSS);
  }

  /** A script. */
  public ResponseEntity<Resource> script(String path) {
    return file(path, SCRIPT);
  }

  /** A drawing. */
  public ResponseEntity<Resource> svg(String path) {
    return file(path, SVG);
  }

  private ResponseEntity<Resource> file(String path, MediaType type) {
    return ResponseEntity.ok()
        .contentType(type)
        .cacheControl(CacheControl.maxAge(kept))
        .body(new ClassPathResource(path));
  }
}
