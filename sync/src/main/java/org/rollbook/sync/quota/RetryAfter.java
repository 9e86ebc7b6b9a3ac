package org.rollbook.sync.quota;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

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
  private final AtomicReference<Duration> closedFor = new AtomicReference<>(Duration.ZERO);

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
    var former =
        closedFor.getAndAccumulate(alone, (one, other) -> one.compareTo(other) < 0 ? other : one);
    return former.compareTo(alone) < 0;
  }

  /** Whether nobody may begin a call any more. */
  boolean closed() {
    return closedFor().isPositive();
  }

  /** How long the target is to be left alone; zero while the gate is open. */
  Duration closedFor() {
    return closedFor.get();
  }

  /** How long everybody has to wait now; zero or less when nobody has to. */
  Duration left() {
    return Duration.ofNanos(heldUntil.get() - now());
  }
}
