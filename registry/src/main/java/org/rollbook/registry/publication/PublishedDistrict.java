package org.rollbook.registry.publication;

import java.util.Optional;
import java.util.OptionalLong;
import org.rollbook.core.roster.RecordId;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A district's row, locked until the transaction ends. It is the row that imports lock: nothing is
 * published while a snapshot is applied, and a district's events of apps are made one publication
 * after the other.
 *
 * @param record the id by which apps know the district
 * @param lastEvent the roster's newest event
 * @param published the newest event that apps know of; absent while nothing is published
 */
public record PublishedDistrict(int id, RecordId record, long lastEvent, OptionalLong published) {
  /** Locks the district; absent when there is none of that name. */
  public static Optional<PublishedDistrict> lock(JdbcClient jdbc, String key) {
    return jdbc.sql(
            """
            select id, record_id, last_event, coalesce(published_event, -1) as published
            from district where key = :key for no key update
            """)
        .param("key", key)
        .query((row, number) -> {
          long published = row.getLong("published");
          return new PublishedDistrict(
              row.getInt("id"),
              new RecordId(row.getLong("record_id")),
              row.getLong("last_event"),
              published < 0 ? OptionalLong.empty() : OptionalLong.of(published));
        })
        .optional();
  }
}
