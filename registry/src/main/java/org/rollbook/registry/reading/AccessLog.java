package org.rollbook.registry.reading;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.rollbook.registry.intake.DistrictKey;
import org.rollbook.registry.sharing.AppId;
import org.rollbook.registry.sharing.Reader;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which app read how much of a district, by the hour and address: what a district can show to those
 * who ask. Thread-safe.
 */
public final class AccessLog {
  /** A school year, and the summer in which somebody asks about it. */
  public static final Duration KEPT = Duration.ofDays(400);

  private final JdbcClient jdbc;
  private final InstantSource clock;

  public AccessLog(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * What one app did in one hour at one address.
   *
   * @param hour when it began
   * @param endpoint the address with {@code {id}} for ids
   * @param records how many records the answers had
   */
  public record Access(AppId app, Instant hour, String endpoint, long calls, long records) {}

  /**
   * Notes one call, before it is answered. It is not waited for that the disk has it, which would
   * cost more than the call: the database's own crash can lose the last half second, the death of
   * this process nothing.
   */
  public void note(Reader reader, String endpoint, int records) {
    jdbc.sql(
            """
            with soon as (select set_config('synchronous_commit', 'off', true))
            insert into api_access as a (district_id, app_id, hour, endpoint, calls, records)
            select :district, :app, :hour, :endpoint, 1, :records from soon
            on conflict (district_id, app_id, hour, endpoint) do update set
              calls = a.calls + 1, records = a.records + excluded.records\
            """)
        .param("district", reader.district())
        .param("app", reader.app().number())
        .param(
            "hour",
            OffsetDateTime.ofInstant(clock.instant().truncatedTo(ChronoUnit.HOURS), ZoneOffset.UTC))
        .param("endpoint", endpoint)
        .param("records", records)
        .update();
  }

  /** Forgets what is older than {@link #KEPT}; returns how many rows that were. */
  public long forgetOld() {
    return jdbc.sql("delete from api_access where hour < :before")
        .param("before", clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
        .update();
  }

  /** All that was noted of {@code district} since {@code since}, oldest first. */
  public List<Access> of(DistrictKey district, Instant since) {
    return jdbc.sql(
            """
            select a.app_id, a.hour, a.endpoint, a.calls, a.records
            from api_access a join district d on d.id = a.district_id
            where d.key = :key and a.hour >= :since order by a.hour, a.app_id, a.endpoint\
            """)
        .param("key", district.value())
        .param("since", OffsetDateTime.ofInstant(since, ZoneOffset.UTC))
        .query((row, number) ->
            new Access(
                new AppId(row.getInt(1)),
                row.getObject(2, OffsetDateTime.class).toInstant(),
                row.getString(3),
                row.getLong(4),
                row.getLong(5)))
        .list();
  }
}
