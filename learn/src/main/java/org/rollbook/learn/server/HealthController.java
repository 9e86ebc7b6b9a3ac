package org.rollbook.learn.server;

import org.rollbook.learn.database.LearnDatabase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers those who ask by machine whether this server can do its work. */
@RestController
final class HealthController {
  private static final Logger LOG = LoggerFactory.getLogger(HealthController.class);

  private final LearnDatabase database;

  HealthController(LearnDatabase database) {
    this.database = database;
  }

  @GetMapping("/health")
  ResponseEntity<Health> health() {
    boolean up = databaseAnswers();
    return ResponseEntity.status(up ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
        .contentType(MediaType.APPLICATION_JSON)
        .body(new Health(up ? "up" : "down"));
  }

  private boolean databaseAnswers() {
    try {
      return database.jdbc().sql("select 1").query(Integer.class).single() == 1;
    } catch (DataAccessException silent) {
      LOG.warn("The database does not answer", silent);
      return false;
    }
  }

  /** Without its database a server can do nothing. */
  record Health(String status) {}
}
