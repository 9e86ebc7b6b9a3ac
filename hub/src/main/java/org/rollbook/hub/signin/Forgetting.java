package org.rollbook.hub.signin;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Deletes what is over. */
final class Forgetting implements Runnable {
  /** A code that comes again after this is unknown instead of used: refused all the same. */
  private static final Duration TOKENS = Duration.ofDays(2);

  private final JdbcClient jdbc;
  private final InstantSource clock;

  Forgetting(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public void run() {
    delete("signin_session", "used_at", Sessions.IDLE);
    delete("signin_session", "opened_at", Sessions.LONGEST);
    delete("signin_departure", "left_at", Departures.LONGEST);
    delete("signin_invitation", "expires_at", Duration.ZERO);
    delete("signin_failures", "last_at", Throttle.REMEMBERED);
    delete("signin_authorization", "code_issued_at", TOKENS);
    delete("signin_audit", "at", Audit.KEPT);
  }

  private void delete(String table, String column, Duration after) {
    jdbc.sql("delete from " + table + " where " + column + " < :before")
        .param("before", clock.instant().minus(after).atOffset(ZoneOffset.UTC))
        .update();
  }
}
