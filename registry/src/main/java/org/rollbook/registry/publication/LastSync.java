package org.rollbook.registry.publication;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * When the district last sent a snapshot that was taken, also one that changed nothing: an app sees
 * by it that the source is alive. It is no news: no event tells of it (H5).
 */
public final class LastSync {
  private static final String BRING_UP =
      """
      update shared_object o
      set object = o.object || jsonb_build_object('last_sync', api_time(s.received_at))
      from district d join snapshot s on s.district_id = d.id and s.id = d.accepted_snapshot
      where d.%s and o.district_id = d.id and o.kind = 0 and o.id = d.record_id
        and o.object ->> 'last_sync' is distinct from api_time(s.received_at)
      """;

  private LastSync() {}

  /** Brings one district's {@code last_sync} up to its snapshots; writes nothing where it is. */
  public static void bringUp(JdbcClient jdbc, String district) {
    jdbc.sql(BRING_UP.formatted("key = :key")).param("key", district).update();
  }

  static void bringUp(DistrictSql sql) {
    sql.run(BRING_UP.formatted("id = :district"));
  }
}
