package org.rollbook.registry.sharing;

import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.rollbook.registry.events.EventHistory;
import org.rollbook.registry.intake.DistrictKey;
import org.rollbook.registry.publication.LastSync;
import org.rollbook.registry.publication.PublicationRun;
import org.rollbook.registry.publication.PublishedDistrict;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Brings what apps see up to the roster: after every accepted snapshot, by whoever imported it, and
 * now and then by the server, for an import whose process was killed in between. Thread-safe.
 */
public final class Publication {
  private static final String BEHIND =
      """
      select d.key from district d
      where d.published_event is distinct from d.last_event
        and exists (select from share s where s.district_id = d.id and s.selection <> 'none')
      """;

  private final DataSource dataSource;
  private final InstantSource clock;

  public Publication(DataSource dataSource, InstantSource clock) {
    this.dataSource = dataSource;
    this.clock = clock;
  }

  /**
   * Publishes what changed in one district since the last time, in one transaction: apps see the
   * former roster or the new one. When nothing did, it costs one SELECT, and an UPDATE of the
   * district's {@code last_sync} after a snapshot that changed nothing.
   *
   * @return how many events apps were given
   */
  public long publish(DistrictKey district) {
    if (isBehind(district)) {
      return catchUp(district.value());
    }
    LastSync.bringUp(JdbcClient.create(dataSource), district.value());
    return 0;
  }

  /** Whether a district has something that apps do not see yet. */
  public boolean isBehind(DistrictKey district) {
    return JdbcClient.create(dataSource)
        .sql(BEHIND + " and d.key = :key")
        .param("key", district.value())
        .query(String.class)
        .optional()
        .isPresent();
  }

  /** As {@link #publish}, for every district that has something new. */
  public long publishAll() {
    List<String> behind =
        JdbcClient.create(dataSource).sql(BEHIND + " order by d.key").query(String.class).list();
    return behind.stream().mapToLong(this::catchUp).sum();
  }

  private long catchUp(String key) {
    return new OneTransaction(dataSource)
        .keep(jdbc -> {
          PublishedDistrict district = PublishedDistrict.lock(jdbc, key).orElseThrow();
          return new PublicationRun(jdbc, district, clock.instant(), Optional.empty()).publish();
        });
  }

  /** Forgets apps' events older than {@link EventHistory#KEPT}. */
  public long forgetOld() {
    OffsetDateTime before =
        OffsetDateTime.ofInstant(clock.instant().minus(EventHistory.KEPT), ZoneOffset.UTC);
    return JdbcClient.create(dataSource)
        .sql(
            "delete from share_event e using district d where e.district_id = d.id and e.at < :old")
        .param("old", before)
        .update();
  }
}
