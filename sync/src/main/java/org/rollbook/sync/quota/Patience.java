package org.rollbook.sync.quota;

import java.time.Duration;
import java.util.stream.IntStream;

/**
 * How long and how often to try again (R4): capped exponential back-off with full jitter.
 *
 * @param first the longest wait before the second attempt
 * @param longest the longest wait before any attempt
 * @param attempts how many attempts in all, at least 1
 */
public record Patience(Duration first, Duration longest, int attempts) {
  /** Up to about five minutes in all, so that a minute's quota can come back several times. */
  public static final Patience USUAL =
      new Patience(Duration.ofMillis(400), Duration.ofSeconds(32), 14);

  /** While a person waits to hear whether the target answers at all: some seconds. */
  public static final Patience FOR_A_QUESTION =
      new Patience(Duration.ofMillis(400), Duration.ofSeconds(2), 4);

  /**
   * For a target that nobody has reached yet: up to twenty seconds, enough for a network that comes
   * back, while a wrong address or a server that is down is told of soon.
   */
  private static final Patience TO_REACH =
      new Patience(Duration.ofMillis(400), Duration.ofSeconds(8), 7);

  /** The upper bound of the wait after {@code attempt} attempts. */
  Duration bound(int attempt) {
    long millis = first.toMillis() << Math.min(attempt - 1, 20);
    return Duration.ofMillis(Math.min(millis, longest.toMillis()));
  }

  /** The upper bound of all waits together from {@code attempt} on. */
  Duration left(int attempt) {
    return IntStream.range(attempt, attempts)
        .mapToObj(this::bound)
        .reduce(Duration.ZERO, Duration::plus);
  }

  /** The patience with a target that was not reached even once: this one, or a shorter one. */
  Patience untilReached() {
    return left(1).compareTo(TO_REACH.left(1)) < 0 ? this : TO_REACH;
  }
}
