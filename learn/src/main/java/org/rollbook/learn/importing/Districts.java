package org.rollbook.learn.importing;

import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.rollbook.learn.people.DistrictId;
import org.rollbook.sources.cleverapi.CleverApi;

/** What the syncs of one district share: its feed, and how many may read at once. */
final class Districts {
  /** Slow answers of one district keep nobody of another waiting. */
  private static final int AT_ONCE = 6;

  private final Function<DistrictId, CleverApi> clever;
  private final FeedRows rows;
  private final InstantSource clock;
  private final Executor threads;
  private final ConcurrentMap<DistrictId, Shared> districts = new ConcurrentHashMap<>();

  /**
   * @param gate passed by whoever reads classes
   */
  record Shared(CleverApi api, Feed feed, Semaphore gate) {}

  Districts(
      Function<DistrictId, CleverApi> clever,
      FeedRows rows,
      InstantSource clock,
      Executor threads) {
    this.clever = clever;
    this.rows = rows;
    this.clock = clock;
    this.threads = threads;
  }

  Shared of(DistrictId district) {
    return districts.computeIfAbsent(
        district,
        absent -> {
          var api = clever.apply(district);
          var feed = new Feed(district, rows, api, clock, threads);
          return new Shared(api, feed, new Semaphore(AT_ONCE, true));
        });
  }
}
