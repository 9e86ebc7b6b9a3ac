package org.rollbook.sources.cleverapi;

import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * What a client needs of the world.
 *
 * @param http connects and has its own executor; should have a connect timeout and follow no
 *     redirects, for a token must go nowhere else
 * @param clock what time it is
 * @param sleeper how a client waits
 * @param jitter spreads the attempts of several clients; used by several threads
 */
public record Surroundings(
    HttpClient http, InstantSource clock, Sleeper sleeper, RandomGenerator jitter) {
  /** Waits. */
  @FunctionalInterface
  public interface Sleeper {
    void sleep(Duration time) throws InterruptedException;
  }

  public Surroundings {
    if (http.followRedirects() != HttpClient.Redirect.NEVER) {
      throw new IllegalArgumentException("the client follows redirects; a token may not");
    }
  }
}
