package org.rollbook.hub.server;

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
  private static final String OWN = "org/rollbook/hub/server/";

  private final Assets assets = new Assets(Duration.ofDays(1));

  @GetMapping("/assets/pico.css")
  ResponseEntity<Resource> pico() {
    return assets.pico();
  }

  @GetMapping("/assets/htmx.js")
  ResponseEntity<Resource> htmx() {
    return assets.script("META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js");
  }

  @GetMapping("/assets/rollbook.css")
  ResponseEntity<Resource> ownStyle() {
    return assets.css(OWN + "rollbook.css");
  }

  @GetMapping("/assets/rollbook.svg")
  ResponseEntity<Resource> sign() {
    return assets.svg(OWN + "rollbook.svg");
  }
}
