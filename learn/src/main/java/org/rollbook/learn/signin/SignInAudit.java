package org.rollbook.learn.signin;

import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.rollbook.learn.database.LearnDatabase;
import org.rollbook.learn.people.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes down every sign-in and every attempt that failed: when, who, how it ended. */
final class SignInAudit {
  /** A school year and the summer after it. */
  private static final Duration KEPT = Duration.ofDays(400);

  private final JdbcClient jdbc;
  private final InstantSource clock;

  SignInAudit(LearnDatabase database, InstantSource clock) {
    this.jdbc = database.jdbc();
    this.clock = clock;
  }

  /** Somebody of whom we do not know who it is. */
  void stranger(Outcome outcome) {
    note(outcome, null, null);
  }

  void person(Outcome outcome, PersonId person) {
    note(outcome, person.district().value(), person.number());
  }

  private void note(Outcome outcome, @Nullable String district, @Nullable Long person) {
    jdbc.sql(
            "insert into sign_in (at, outcome, district_id, person_id)"
                + " values (:at, :outcome, :district, :person)")
        .param("at", now())
        .param("outcome", outcome.name())
        .param("district", district)
        .param("person", person)
        .update();
  }

  void forgetOldOnes() {
    jdbc.sql("delete from sign_in where at < ?").param(now().minus(KEPT)).update();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
