package org.rollbook.registry.events;

import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.rollbook.registry.database.Database;

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
    OffsetDateTime before = OffsetDateTime.ofInstant(clock.instant().minus(KEPT), ZoneOffset.UTC);
    return database
        .jdbc()
        .sql("delete from event e using district d where e.district_id = d.id and e.at < :before")
        .param("before", before)
        .update();
  }
}
