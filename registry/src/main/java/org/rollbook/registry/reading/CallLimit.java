package org.rollbook.registry.reading;

import java.time.Instant;
import java.time.InstantSource;
import org.rollbook.registry.sharing.Digest;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How often one token may call: so many times in each minute of the clock, counted over all nodes.
 * The windows are fixed, as Clever's are (dev.clever.com, "Rate limits": 1,200 per minute and
 * token). Thread-safe.
 */
public final class CallLimit {
  /** What Clever allows. */
  public static final int CALLS_PER_MINUTE = 1200;

  private static final int SECONDS = 60;

  private final JdbcClient jdbc;
  private final int perMinute;
  private final InstantSource clock;

  /**
   * @param perMinute how many calls each token has a minute
   */
  public CallLimit(JdbcClient jdbc, int perMinute, InstantSource clock) {
    this.jdbc = jdbc;
    this.perMinute = perMinute;
    this.clock = clock;
  }

  /**
   * What a call was told.
   *
   * @param allowed whether it may go on
   * @param limit the calls of a minute
   * @param remaining how many are left of this one
   * @param reset when the next minute begins
   */
  public record Allowance(boolean allowed, int limit, int remaining, Instant reset) {}

  /** Counts one call. A node whose clock is behind counts into the newer minute of the others. */
  public Allowance count(String token) {
    long now = clock.instant().getEpochSecond() / SECONDS;
    var counted =
        jdbc.sql(
                """
                insert into api_call as c (token_hash, minute, calls) values (:token, :minute, 1)
                on conflict (token_hash) do update set
                  calls = case when c.minute < excluded.minute then 1 else c.calls + 1 end,
                  minute = greatest(c.minute, excluded.minute)
                returning minute, calls\
                """)
            .param("token", Digest.sha256(token))
            .param("minute", now)
            .query((row, number) -> new Counted(row.getLong(1), row.getInt(2)))
            .single();
    return new Allowance(
        counted.calls <= perMinute,
        perMinute,
        Math.max(0, perMinute - counted.calls),
        Instant.ofEpochSecond((counted.minute + 1) * SECONDS));
  }

  private record Counted(long minute, int calls) {}

  /** Forgets tokens that have not called for an hour; returns how many. */
  public long forgetOld() {
    return jdbc.sql("delete from api_call where minute < :before")
        .param("before", clock.instant().getEpochSecond() / SECONDS - 60)
        .update();
  }
}
