package org.rollbook.sync.quota;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What a target asked for by {@code Retry-After} (R4). It was said to one call and holds for all: a
 * short wait for every thread, a long one closes the gate for good. Safe for many threads.
 */
final class RetryAfter {
  /** A target that asks for more than this is left alone, and told of. */
  private static final Duration LONGEST_WAITED_FOR = Duration.ofMinutes(5);

  /**
   * Somebody's slip must not keep a district from its classes for years: then it is asked again.
   */
  private static final Duration LONGEST_LEFT_ALONE = Duration.ofDays(1);

  private final long origin = System.nanoTime();
  private final AtomicLong heldUntil = new AtomicLong();
  private final AtomicLong closedSeconds = new AtomicLong();

  private long now() {
    return System.nanoTime() - origin;
  }

  /**
   * Takes note of what was asked for.
   *
   * @return whether the gate is closed by it, for longer than it was
   */
  boolean note(Duration asked) {
    if (asked.compareTo(LONGEST_WAITED_FOR) <= 0) {
      heldUntil.accumulateAndGet(now() + asked.toNanos(), Math::max);
      return false;
    }
    var alone = asked.compareTo(LONGEST_LEFT_ALONE) < 0 ? asked : LONGEST_LEFT_ALONE;
    long former = closedSeconds.getAndAccumulate(seconds(alone), Math::max);
    return former < seconds(alone);
  }

  /** Rounded up: nobody comes a moment too early. */
  private static long seconds(Duration asked) {
    return asked.plusNanos(999_999_999).toSeconds();
  }

  /** Whether nobody may begin a call any more. */
  boolean closed() {
    return closedSeconds.get() > 0;
  }

  /** How long the target is to be left alone; zero while the gate is open. */
  Duration closedFor() {
    return Duration.ofSeconds(closedSeconds.get());
  }

  /** How long everybody has to wait now; zero or less when nobody has to. */
  Duration left() {
    return Duration.ofNanos(heldUntil.get() - now());
  }
}
