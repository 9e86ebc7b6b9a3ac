package org.rollbook.registry.events;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.rollbook.registry.database.Database;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps events as long as was promised, and no longer (H5). */
public final class EventHistory {
  public static final Duration KEPT = Duration.ofDays(30);

  private final Database database;
  private final InstantSource clock;

  public EventHistory(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Forgets events older than {@link #KEPT}, of every district; returns how many. */
  public long forgetOld() {
    return database
        .jdbc()
        .sql("delete from event e using district d where e.district_id = d.id and e.at < :before")
        .param("before", keptFrom(clock.instant()))
        .update();
  }

  /**
   * The same for one district in the caller's transaction: where no server runs that does it every
   * hour, an import does. The oldest event is looked at first, since mostly nothing is old.
   */
  public static void forgetOld(JdbcClient jdbc, int district, Instant now) {
    jdbc.sql(
            """
            delete from event where district_id = :district and at < :before
              and (select e.at from event e where e.district_id = :district
                   order by e.seq limit 1) < :before
            """)
        .param("district", district)
        .param("before", keptFrom(now))
        .update();
  }

  private static OffsetDateTime keptFrom(Instant now) {
    return OffsetDateTime.ofInstant(now.minus(KEPT), ZoneOffset.UTC);
  }
}
