package org.rollbook.registry.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.rollbook.core.guard.SnapshotLimits;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A district's row, locked until the transaction ends: one import per district at a time, over all
 * processes. Readers are not kept waiting, nor are rows that refer to the district.
 *
 * @param rosterSnapshot the snapshot that the roster was last read from
 */
record DistrictLock(
    int id,
    DistrictKey key,
    long lastEvent,
    Optional<SnapshotNumber> rosterSnapshot,
    SnapshotLimits limits) {

  /**
   * Within the import's transaction: one that does not come to its end leaves no district. Another
   * first import of the same district waits here.
   */
  static void makeIfNew(JdbcClient jdbc, DistrictKey key) {
    boolean there =
        jdbc.sql("select true from district where key = :key")
            .param("key", key.value())
            .query(Boolean.class)
            .optional()
            .isPresent();
    if (!there) {
      jdbc.sql("insert into district (key) values (:key) on conflict do nothing")
          .param("key", key.value())
          .update();
    }
  }

  static void limit(JdbcClient jdbc, DistrictKey key, SnapshotLimits limits) {
    jdbc.sql(
            """
            update district set deleted_percent = :deleted, updated_percent = :updated,
                   at_least = :atLeast
            where key = :key
            """)
        .param("deleted", limits.deletedPercent())
        .param("updated", limits.updatedPercent())
        .param("atLeast", limits.atLeast())
        .param("key", key.value())
        .update();
  }

  static DistrictLock take(JdbcClient jdbc, DistrictKey key) {
    return jdbc.sql(
            """
            select id, key, last_event, roster_snapshot,
                   deleted_percent, updated_percent, at_least
            from district where key = :key for no key update
            """)
        .param("key", key.value())
        .query((row, number) ->
            new DistrictLock(
                row.getInt("id"),
                key,
                row.getLong("last_event"),
                number(row.getLong("roster_snapshot")),
                limits(row)))
        .single();
  }

  static Optional<SnapshotLimits> limits(JdbcClient jdbc, DistrictKey key) {
    return jdbc.sql(
            "select deleted_percent, updated_percent, at_least from district where key = :key")
        .param("key", key.value())
        .query((row, number) -> limits(row))
        .optional();
  }

  private static SnapshotLimits limits(ResultSet row) throws SQLException {
    return new SnapshotLimits(
        row.getInt("deleted_percent"), row.getInt("updated_percent"), row.getInt("at_least"));
  }

  private static Optional<SnapshotNumber> number(long value) {
    return value == 0 ? Optional.empty() : Optional.of(new SnapshotNumber(value));
  }

  /** The snapshot was taken, and the roster is as it says. */
  void accepted(JdbcClient jdbc, SnapshotNumber read, SnapshotNumber taken, long lastEvent) {
    jdbc.sql(
            """
            update district
            set roster_snapshot = :read, accepted_snapshot = :taken, last_event = :lastEvent
            where id = :id
            """)
        .param("read", read.value())
        .param("taken", taken.value())
        .param("lastEvent", lastEvent)
        .param("id", id)
        .update();
  }
}
