package org.rollbook.hub.server;

import java.time.Duration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The files that pages refer to, each by name: no other file of the class path can be asked for.
 */
@RestController
final class AssetController {
  private static final String LIBRARIES = "META-INF/resources/webjars/";
  private static final MediaType CSS = MediaType.parseMediaType("text/css;charset=utf-8");
  private static final MediaType SCRIPT = MediaType.parseMediaType("text/javascript;charset=utf-8");
  private static final MediaType SVG = MediaType.parseMediaType("image/svg+xml");
  private static final Duration A_DAY = Duration.ofDays(1);

  @GetMapping("/assets/pico.css")
  ResponseEntity<Resource> pico() {
    return file(LIBRARIES + "picocss__pico/2.1.1/css/pico.min.css", CSS);
  }

  @GetMapping("/assets/htmx.js")
  ResponseEntity<Resource> htmx() {
    return file(LIBRARIES + "htmx.org/2.0.10/dist/htmx.min.js", SCRIPT);
  }

  @GetMapping("/assets/rollbook.css")
  ResponseEntity<Resource> ownStyle() {
    return file("org/rollbook/hub/server/rollbook.css", CSS);
  }

  @GetMapping("/assets/rollbook.svg")
  ResponseEntity<Resource> sign() {
    return file("org/rollbook/hub/server/rollbook.svg", SVG);
  }

  private static ResponseEntity<Resource> file(String path, MediaType type) {
    return ResponseEntity.ok()
        .contentType(type)
        .cacheControl(CacheControl.maxAge(A_DAY))
        .body(new ClassPathResource(path));
  }
}
