package org.rollbook.learn.pages;

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
  private static final String OWN = "org/rollbook/learn/pages/";
  private static final String LIBRARIES = "META-INF/resources/webjars/";
  private static final MediaType CSS = MediaType.parseMediaType("text/css;charset=utf-8");
  private static final MediaType SCRIPT = MediaType.parseMediaType("text/javascript;charset=utf-8");
  private static final MediaType SVG = MediaType.parseMediaType("image/svg+xml");

  /** Short: after an upgrade nobody looks at new pages in the old style for long. */
  private static final Duration KEPT = Duration.ofMinutes(10);

  @GetMapping("/assets/pico.css")
  ResponseEntity<Resource> pico() {
    return file(LIBRARIES + "picocss__pico/2.1.1/css/pico.min.css", CSS);
  }

  @GetMapping("/assets/learn.css")
  ResponseEntity<Resource> style() {
    return file(OWN + "learn.css", CSS);
  }

  @GetMapping("/assets/learn.js")
  ResponseEntity<Resource> script() {
    return file(OWN + "learn.js", SCRIPT);
  }

  @GetMapping({"/assets/learn.svg", "/favicon.ico"})
  ResponseEntity<Resource> sign() {
    return file(OWN + "learn.svg", SVG);
  }

  private static ResponseEntity<Resource> file(String path, MediaType type) {
    return ResponseEntity.ok()
        .contentType(type)
        .cacheControl(CacheControl.maxAge(KEPT))
        .body(new ClassPathResource(path));
  }
}
