package org.rollbook.hub.signin;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Slows down those who guess: after some failures in a row each further one doubles the pause in
 * which nothing more is tried. A try counts before it is made, so that many at once are no way
 * round, and a name that is nobody's counts like any other.
 */
final class Throttle {
  /** Failures are forgotten after a day without any. */
  static final Duration REMEMBERED = Duration.ofDays(1);

  private static final String COUNT =
      """
      insert into signin_failures as f (key, failures, last_at, blocked_until)
      values (:key, 1, :now, :now)
      on conflict (key) do update set
        failures = case when f.last_at < :forgotten then 1 else f.failures + 1 end,
        last_at = :now,
        blocked_until = case
          when f.last_at < :forgotten or f.failures < :free then :now
          else :now + make_interval(
            secs => least(:first * power(2, least(f.failures - :free, 30)), :longest)) end
      where f.blocked_until <= :now
      """;

  private final JdbcClient jdbc;
  private final InstantSource clock;

  Throttle(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * How many failures cost nothing, and the pauses after that. A school's computers share one
   * address: it may fail often before it is slowed.
   */
  enum Limit {
    ACCOUNT(5, Duration.ofSeconds(10), Duration.ofMinutes(15)),
    ADDRESS(100, Duration.ofSeconds(2), Duration.ofMinutes(5));

    private final int free;
    private final Duration first;
    private final Duration longest;

    Limit(int free, Duration first, Duration longest) {
      this.free = free;
      this.first = first;
      this.longest = longest;
    }

    private byte[] key(String of) {
      return Tokens.digest(name() + "\n" + of);
    }
  }

  /** Counts a try; when it may not be made now, how long to wait. */
  Optional<Duration> attempt(Limit limit, String of) {
    var now = clock.instant();
    int counted =
        jdbc.sql(COUNT)
            .param("key", limit.key(of))
            .param("now", utc(now))
            .param("forgotten", utc(now.minus(REMEMBERED)))
            .param("free", limit.free)
            .param("first", (double) limit.first.toSeconds())
            .param("longest", (double) limit.longest.toSeconds())
            .update();
    return counted == 1 ? Optional.empty() : Optional.of(pause(limit.key(of), now));
  }

  private Duration pause(byte[] key, Instant now) {
    return jdbc.sql("select blocked_until from signin_failures where key = :key")
        .param("key", key)
        .query(OffsetDateTime.class)
        .optional()
        .map(until -> Duration.between(now, until.toInstant()))
        .filter(Duration::isPositive)
        .orElse(Duration.ofSeconds(1));
  }

  /** The try was a success: whatever failed before is forgotten. */
  void forget(Limit limit, String of) {
    jdbc.sql("delete from signin_failures where key = :key").param("key", limit.key(of)).update();
  }

  /** The try was a success and is not counted; what others failed stays. */
  void takeBack(Limit limit, String of) {
    jdbc.sql(
            "update signin_failures set failures = greatest(failures - 1, 0), blocked_until = :now"
                + " where key = :key")
        .param("now", utc(clock.instant()))
        .param("key", limit.key(of))
        .update();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
