package org.rollbook.sources.cleverapi;

import java.time.Duration;
import java.time.Instant;

/**
 * Keeps a client under the rate limit by itself (R4): it counts its calls in windows of a minute as
 * the API does, and believes the API when that says that none are left.
 */
final class Pace {
  private static final long WINDOW_SECONDS = 60;

  /** A window that lasts longer than this is a clock that is wrong, there or here. */
  private static final Duration LONGEST = Duration.ofSeconds(2 * WINDOW_SECONDS);

  private final int perWindow;
  private final Pauses pauses;
  private long window = Long.MIN_VALUE;
  private int calls;
  private Instant closedUntil = Instant.MIN;

  Pace(int perWindow, Pauses pauses) {
    this.perWindow = perWindow;
    this.pauses = pauses;
  }

  /** Waits until a call may be made. */
  void turn() throws java.io.IOException {
    for (Duration wait = taken(); wait.isPositive(); wait = taken()) {
      pauses.pause(wait);
    }
  }

  /** Counts a call in, or says how long to wait before it may be. */
  private synchronized Duration taken() {
    Instant now = pauses.now();
    if (closedUntil.isAfter(now)) {
      return Duration.between(now, closedUntil);
    }
    long current = Math.floorDiv(now.getEpochSecond(), WINDOW_SECONDS);
    if (current != window) {
      window = current;
      calls = 0;
    }
    if (calls >= perWindow) {
      return Duration.between(now, Instant.ofEpochSecond((current + 1) * WINDOW_SECONDS));
    }
    calls++;
    return Duration.ZERO;
  }

  /** Takes the API's word for how many calls are left. */
  synchronized void heard(Answer answer) {
    if (answer.remaining().filter(left -> left <= 0).isPresent()) {
      Instant latest = pauses.now().plus(LONGEST);
      answer
          .reset()
          .map(reset -> reset.isAfter(latest) ? latest : reset)
          .filter(reset -> reset.isAfter(closedUntil))
          .ifPresent(reset -> closedUntil = reset);
    }
  }
}
