package org.rollbook.sync.quota;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BlockingBucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/**
 * Quotas that all nodes on one database share: what any of them takes, the others do not have. A
 * call takes one token of each of its quotas.
 */
public final class SharedQuota implements Quota {
  /**
   * How much of a limit we allow ourselves: the rest is room for clocks that differ and for a burst
   * at the start, which a window that moves would count with what follows.
   */
  private static final double USE = 0.98;

  private static final int WINDOW_SECONDS = 60;

  private final List<BlockingBucket> buckets;

  private SharedQuota(List<BlockingBucket> buckets) {
    this.buckets = buckets;
  }

  /**
   * @param perMinute limits per minute by whom they are counted for, for example a project and a
   *     user
   */
  public static Quota of(DataSource dataSource, Map<String, Integer> perMinute) {
    ProxyManager<Long> buckets =
        Bucket4jPostgreSQL.selectForUpdateBasedBuilder(dataSource)
            .table("quota")
            .idColumn("id")
            .stateColumn("state")
            .expiresAtColumn("expires_at")
            .build();
    return new SharedQuota(
        new TreeMap<>(perMinute)
            .entrySet().stream()
                .map(limit ->
                    buckets
                        .builder()
                        .build(key(limit.getKey()), () -> configuration(limit.getValue()))
                        .asBlocking())
                .toList());
  }

  /** A steady stream with a burst of one second: it fills a minute's quota and never passes it. */
  private static BucketConfiguration configuration(int perMinute) {
    long burst = Math.max(1, perMinute / WINDOW_SECONDS);
    long steady = Math.max(1, Math.round(perMinute * USE) - burst);
    return BucketConfiguration.builder()
        .addLimit(
            Bandwidth.builder()
                .capacity(burst)
                .refillGreedy(steady, Duration.ofSeconds(WINDOW_SECONDS))
                .build())
        .build();
  }

  private static long key(String name) {
    try {
      var digest =
          MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.wrap(digest).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }

  @Override
  public void take() throws InterruptedException {
    for (var bucket : buckets) {
      bucket.consume(1);
    }
  }
}
