package org.rollbook.emulator.courses;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/** Counts what people do in one day (UTC), up to a limit. */
final class DayCount {
  private final InstantSource clock;
  private final Map<Integer, Integer> today = new HashMap<>();
  private LocalDate day = LocalDate.EPOCH;

  DayCount(InstantSource clock) {
    this.clock = clock;
  }

  /** Counts one more; false, and not counted, when the person has done that many already. */
  boolean count(int account, int most) {
    LocalDate now = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    if (!now.equals(day)) {
      day = now;
      today.clear();
    }
    int done = today.getOrDefault(account, 0);
    if (done < most) {
      today.put(account, done + 1);
    }
    return done < most;
  }
}
