package org.rollbook.core.reconcile;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rollbook.core.harness.Broken;
import org.rollbook.core.harness.History;
import org.rollbook.core.harness.World;

/**
 * The two promises over random histories: nothing done by hand is undone, and what hands left alone
 * becomes what the source says. A failure prints its seed and the shortest history that shows it.
 */
class PromisesTest {
  private static final int HISTORIES = Integer.getInteger("rollbook.histories", 2_000);
  private static final long FIRST_SEED = Long.getLong("rollbook.seed", 1);

  @ParameterizedTest
  @EnumSource(Policy.class)
  void both_promises_hold_over_random_histories(Policy policy) {
    for (long seed = FIRST_SEED; seed < FIRST_SEED + HISTORIES; seed++) {
      var history = History.random(seed, 10 + (int) (seed % 50));
      if (breaks(policy).test(history)) {
        fail(report(policy, seed, history.shrunk(breaks(policy))));
      }
    }
  }

  /** Seeds that broke a promise once. */
  @ParameterizedTest
  @EnumSource(Policy.class)
  void both_promises_hold_where_they_once_did_not(Policy policy) {
    for (long seed :
        new long[] {
          175, 1_042, 1_493, 5_535, 11_928, 22_349, 35_588, 36_089, 41_091, 46_592, 59_541, 72_149,
          105_278
        }) {
      var history = History.random(seed, 10 + (int) (seed % 50));
      World.play(history, policy);
    }
  }

  private static Predicate<History> breaks(Policy policy) {
    return history -> {
      try {
        World.play(history, policy);
        return false;
      } catch (Broken | IllegalArgumentException e) {
        return true;
      }
    };
  }

  private static String report(Policy policy, long seed, History shortest) {
    try {
      World.play(shortest, policy);
      return "seed " + seed + " failed once and not again";
    } catch (Broken | IllegalArgumentException e) {
      return "seed %d, %s: %s%nfrom%s".formatted(seed, policy, e.getMessage(), shortest);
    }
  }
}
