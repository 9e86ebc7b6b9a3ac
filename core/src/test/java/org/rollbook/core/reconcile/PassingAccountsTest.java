package org.rollbook.core.reconcile;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollbook.core.harness.PassingAccounts;

/**
 * Random histories of people who pass their accounts on (G2, G3). A failure prints its seed and
 * what happened; {@code -Drollbook.histories} and {@code -Drollbook.seed} play others.
 */
class PassingAccountsTest {
  private static final int HISTORIES = Integer.getInteger("rollbook.histories", 1_000);
  private static final long FIRST_SEED = Long.getLong("rollbook.seed", 1);

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void G2_G3_plans_are_sound_and_come_to_rest_whosever_an_account_becomes(boolean hands) {
    LongStream.range(FIRST_SEED, FIRST_SEED + HISTORIES).forEach(seed -> play(seed, hands));
  }

  /** Seeds that broke a promise once. */
  @Test
  void G2_G3_plans_come_to_rest_where_they_once_did_not() {
    play(39_109, true);
  }

  private static void play(long seed, boolean hands) {
    PassingAccounts.broken(seed, hands)
        .ifPresent(happened -> fail("seed %d%n  %s".formatted(seed, happened)));
  }
}
