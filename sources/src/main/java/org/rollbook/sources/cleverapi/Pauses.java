package org.rollbook.sources.cleverapi;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;

/** Waiting: how long before the next attempt, and doing it. */
final class Pauses {
  private final Surroundings around;
  private final CleverSettings.Patience patience;

  Pauses(Surroundings around, CleverSettings.Patience patience) {
    this.around = around;
    this.patience = patience;
  }

  Instant now() {
    return around.clock().instant();
  }

  void pause(Duration time) throws IOException {
    try {
      around.sleeper().sleep(time);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting for the API");
    }
  }

  /**
   * Before another attempt: as long as the API asked for, else doubling with each failure, half of
   * it by chance so that clients who failed together do not return together.
   *
   * @param failures of this call up to now, from 1
   * @throws CleverException the fault itself, when it is not worth waiting any more
   */
  void after(CleverException.Unavailable fault, int failures) throws IOException {
    Duration wait = fault.retryAfter().orElseGet(() -> backOff(failures));
    // Coming back earlier than asked would not be obeying: told to wait too long, we give up.
    if (failures >= patience.attempts() || wait.compareTo(patience.longestWait()) > 0) {
      throw fault;
    }
    pause(wait);
  }

  private Duration backOff(int failures) {
    long most = patience.longestWait().toMillis();
    long doubled = patience.firstWait().toMillis() << Math.min(failures - 1, 20);
    long full = Math.min(doubled, most);
    return Duration.ofMillis(full / 2 + (long) (around.jitter().nextDouble() * full / 2));
  }

  /**
   * Before the next window of the rate limit; a moment more, so that clocks which differ a little
   * do not cost another call.
   *
   * @throws CleverException the fault itself, after too many windows
   */
  void after(CleverException.Limited fault, int times) throws IOException {
    if (times > patience.limitedWaits()) {
      throw fault;
    }
    Duration wait =
        fault
            .reset()
            .map(reset -> Duration.between(now(), reset))
            .filter(until -> !until.isNegative())
            .orElseGet(() -> backOff(times));
    Duration spread = Duration.ofMillis((long) (around.jitter().nextDouble() * 1_000));
    Duration longest = patience.longestWait();
    pause((wait.compareTo(longest) > 0 ? longest : wait).plus(spread));
  }
}
