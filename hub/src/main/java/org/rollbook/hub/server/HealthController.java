package org.rollbook.hub.server;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers those who ask by machine whether this server can do its work. */
@RestController
final class HealthController {
  private final CarefulStatus status;
  private final Version version;

  HealthController(CarefulStatus status, Version version) {
    this.status = status;
    this.version = version;
  }

  @GetMapping("/health")
  ResponseEntity<Health> health() {
    boolean up = status.databaseAnswers();
    String word = up ? "up" : "down";
    return ResponseEntity.status(up ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
        .contentType(MediaType.APPLICATION_JSON)
        .body(new Health(word, word, version.text()));
  }

  /** Without its database a server can do nothing: the two go together for now. */
  record Health(String status, String database, String version) {}
}
