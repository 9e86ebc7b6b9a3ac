package org.rollbook.hub.server;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.rollbook.hub.server.Pages.Part;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The page that tells people how things stand and what waits for them. */
@RestController
final class StatusController {
  static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

  private final CarefulStatus source;
  private final Pages pages;

  StatusController(CarefulStatus source, Pages pages) {
    this.source = source;
    this.pages = pages;
  }

  @GetMapping("/")
  ResponseEntity<String> page() {
    Optional<Status> status = source.status();
    return answer(status).body(pages.statusPage(pages.statusPart(status)));
  }

  /**
   * The part that changes, for a page that stays open. When that page has it already it is left
   * alone: a command that somebody is just marking would lose its mark.
   *
   * @param seen the print of the part that the page shows
   */
  @GetMapping("/status-part")
  ResponseEntity<String> part(@RequestParam(defaultValue = "") String seen) {
    Optional<Status> status = source.status();
    Part part = pages.statusPart(status);
    return part.print().equals(seen)
        ? answer(status).header("HX-Reswap", "none").body(pages.asOf(part))
        : answer(status).body(pages.refresh(part));
  }

  private static ResponseEntity.BodyBuilder answer(Optional<Status> status) {
    return ResponseEntity.status(
            status.isPresent() ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
        .contentType(HTML)
        .cacheControl(CacheControl.noStore());
  }
}
