package org.rollbook.sync.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.rollbook.sync.target.CallKind;
import org.rollbook.sync.target.PassingFailure;
import org.rollbook.sync.target.TargetUnavailable;

/** How long the gate tries on, and whom it tells. */
class CallsTest {
  /** Longer in all than the patience with a target that was never reached. */
  private static final Patience LONG =
      new Patience(Duration.ofMillis(1), Duration.ofMillis(1), 30_000);

  private static final Patience SHORT = new Patience(Duration.ofMillis(1), Duration.ofMillis(1), 5);

  private final List<String> told = new ArrayList<>();
  private final List<Duration> closed = new ArrayList<>();

  private Calls calls(Patience patience) {
    return new Calls(
        Quota.UNLIMITED,
        patience,
        new Random(1),
        (trouble, atMost) -> told.add(trouble),
        closed::add);
  }

  private static PassingFailure nobodyThere() {
    return PassingFailure.unreached("nobody is there.", new IOException());
  }

  private static PassingFailure busy() {
    return new PassingFailure("busy", Optional.empty(), false, new IOException());
  }

  @Test
  void R4_the_patience_with_a_target_that_nobody_reached_yet_is_short() {
    assertThat(LONG.untilReached().left(1)).isLessThan(Duration.ofSeconds(21));
    assertThat(Patience.USUAL.untilReached()).isEqualTo(LONG.untilReached());
    assertThat(Patience.USUAL.left(1)).isGreaterThan(Duration.ofMinutes(3));
    assertThat(SHORT.untilReached()).isEqualTo(SHORT);
  }

  @Test
  void whoWaitsIsToldAtOnceThatNobodyIsThereAndTheNextCallDoesNotWaitAsLong() {
    var calls = calls(SHORT);
    assertThatThrownBy(() ->
            calls.call(
                CallKind.READ,
                again -> {
                  throw nobodyThere();
                }))
        .isInstanceOf(TargetUnavailable.class)
        .hasMessageStartingWith("nobody is there (tried 5 times). See that the address is right");
    assertThat(told).hasSize(4).containsOnly("nobody is there");
    assertThatThrownBy(() ->
            calls.call(
                CallKind.READ,
                again -> {
                  throw nobodyThere();
                }))
        .hasMessageStartingWith("nobody is there. See");
    assertThat(calls.takeReads()).isEqualTo(6);
  }

  @Test
  void R4_a_target_that_answered_once_gets_all_patience() throws Exception {
    var calls = calls(SHORT);
    assertThatThrownBy(() ->
            calls.call(
                CallKind.READ,
                again -> {
                  throw nobodyThere();
                }))
        .isInstanceOf(TargetUnavailable.class);
    String answer = calls.call(CallKind.READ, again -> "there");
    assertThat(answer).isEqualTo("there");
    calls.takeReads();
    assertThatThrownBy(() ->
            calls.call(
                CallKind.READ,
                again -> {
                  throw nobodyThere();
                }))
        .isInstanceOf(TargetUnavailable.class);
    assertThat(calls.takeReads()).isEqualTo(5);
  }

  @Test
  void calls_that_could_not_be_written_down_are_told_again() throws Exception {
    var calls = calls(SHORT);
    String answer = calls.call(CallKind.READ, again -> "there");
    assertThat(answer).isEqualTo("there");
    calls.putBack(calls.takeReads(), 2);
    assertThat(calls.takeReads()).isEqualTo(1);
    assertThat(calls.takeWrites()).isEqualTo(2);
    assertThat(calls.takeReads()).isZero();
  }

  private static PassingFailure askingFor(Duration wait) {
    return new PassingFailure("busy.", Optional.of(wait), false, new IOException());
  }

  private static void assertLeftAlone(Calls calls, Duration wait, String says) {
    assertThatThrownBy(() ->
            calls.call(
                CallKind.WRITE,
                again -> {
                  throw askingFor(wait);
                }))
        .isInstanceOfSatisfying(TargetUnavailable.class, e -> assertThat(e.leftAlone()).isTrue())
        .hasMessage(
            says
                + " it asks not to be called for 60 minutes."
                + " What is left is done by the first 'sync' after that.");
  }

  @Test
  void R4_a_target_that_asks_for_an_hour_is_called_by_nobody_any_more() {
    var calls = calls(LONG);
    assertLeftAlone(calls, Duration.ofMinutes(60), "busy;");
    assertLeftAlone(calls, Duration.ZERO, "the target was not called again;");
    assertThat(calls.takeWrites()).isEqualTo(1);
    assertThat(closed).containsExactly(Duration.ofMinutes(60));
  }

  @Test
  void R4_a_target_that_asks_for_years_is_asked_again_after_a_day() {
    assertThatThrownBy(() ->
            calls(LONG)
                .call(
                    CallKind.READ,
                    again -> {
                      throw askingFor(Duration.ofSeconds(Long.MAX_VALUE));
                    }))
        .hasMessageContaining("for 1440 minutes");
    assertThat(closed).containsExactly(Duration.ofDays(1));
  }

  @Test
  void R4_what_one_call_is_asked_to_wait_holds_all() throws Exception {
    var calls = calls(SHORT);
    var wait = Duration.ofMillis(400);
    var asked = new CountDownLatch(1);
    long begin = System.nanoTime();
    try (var threads = Executors.newSingleThreadExecutor()) {
      Future<Boolean> first =
          threads.submit(() ->
              calls.call(
                  CallKind.WRITE,
                  again -> {
                    if (asked.getCount() > 0) {
                      asked.countDown();
                      throw askingFor(wait);
                    }
                    return true;
                  }));
      asked.await();
      // The first thread may need an instant to take note of what it was answered.
      Thread.sleep(100);
      long second = calls.call(CallKind.READ, again -> System.nanoTime());
      assertThat(Duration.ofNanos(second - begin)).isGreaterThanOrEqualTo(wait);
      assertThat(first.get()).isTrue();
    }
    assertThat(closed).isEmpty();
  }

  @Test
  void aFailureOrTwoIsNothingToTellOf() {
    assertThatThrownBy(() ->
            calls(SHORT)
                .call(
                    CallKind.WRITE,
                    again -> {
                      throw busy();
                    }))
        .hasMessage("busy (tried 5 times).");
    assertThat(told).hasSize(2);
  }
}
