package org.rollbook.learn.pages;

import java.time.Duration;
import org.rollbook.web.Assets;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The files that pages refer to, each by name: no other file of the class path can be asked for.
 */
@RestController
final class AssetController {
  private static final String OWN = "org/rollbook/learn/pages/";

  /** Short: after an upgrade nobody looks at new pages in the old style for long. */
  private final Assets assets = new Assets(Duration.ofMinutes(10));

  @GetMapping("/assets/pico.css")
  ResponseEntity<Resource> pico() {
    return assets.pico();
  }

  @GetMapping("/assets/learn.css")
  ResponseEntity<Resource> style() {
    return assets.css(OWN + "learn.css");
  }

  @GetMapping("/assets/learn.js")
  ResponseEntity<Resource> script() {
    return assets.script(OWN + "learn.js");
  }

  @GetMapping({"/assets/learn.svg", "/favicon.ico"})
  ResponseEntity<Resource> sign() {
    return assets.svg(OWN + "learn.svg");
  }
}
