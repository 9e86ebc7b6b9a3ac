package org.rollbook.sources.cleverapi;

import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** A client's surroundings in which waiting takes no time, and is remembered. */
final class Visitor implements AutoCloseable {
  static final CleverSettings.Patience PATIENCE =
      new CleverSettings.Patience(
          Duration.ofSeconds(20), 6, Duration.ofMillis(500), Duration.ofSeconds(120), 3, 1_200);

  final List<Duration> waits = Collections.synchronizedList(new ArrayList<>());
  private volatile Instant now = Instant.parse("2026-11-22T08:00:00Z");
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(20)).build();

  Surroundings around() {
    return new Surroundings(http, this::now, this::sleep, new Random(1));
  }

  Instant now() {
    return now;
  }

  private synchronized void sleep(Duration time) {
    waits.add(time);
    now = now.plus(time);
  }

  CleverSettings settings(StandIn clever) {
    return CleverSettings.of(clever.base()).withPageSize(10).withPatience(PATIENCE);
  }

  CleverApi api(StandIn clever) {
    return api(clever, settings(clever));
  }

  CleverApi api(StandIn clever, CleverSettings settings) {
    return new CleverApi(settings, TokenSource.fixed(new AccessToken(clever.token)), around());
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
