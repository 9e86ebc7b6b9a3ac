package org.rollbook.sync.quota;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.random.RandomGenerator;
import org.rollbook.sync.target.CallGate;
import org.rollbook.sync.target.CallKind;
import org.rollbook.sync.target.PassingFailure;
import org.rollbook.sync.target.TargetUnavailable;

/** The gate: quota, count, patience. One for each opened target. */
public final class Calls implements CallGate {
  private final Quota quota;
  private final Patience patience;
  private final RandomGenerator random;
  private final LongAdder reads = new LongAdder();
  private final LongAdder writes = new LongAdder();

  /**
   * @param random for the jitter; safe for many threads
   */
  public Calls(Quota quota, Patience patience, RandomGenerator random) {
    this.quota = quota;
    this.patience = patience;
    this.random = random;
  }

  /** How many reads were made since the last asking, repeated ones each time. */
  public long takeReads() {
    return reads.sumThenReset();
  }

  /** How many writes were made since the last asking, repeated ones each time. */
  public long takeWrites() {
    return writes.sumThenReset();
  }

  @Override
  public <T> T call(CallKind kind, Attempt<T> call) throws TargetUnavailable, InterruptedException {
    boolean repeated = false;
    for (int attempt = 1; ; attempt++) {
      quota.take();
      count(kind);
      try {
        return call.make(repeated);
      } catch (PassingFailure failure) {
        if (attempt >= patience.attempts()) {
          throw givenUp(failure, attempt);
        }
        repeated |= failure.mayHaveTakenEffect();
        Thread.sleep(pause(failure.retryAfter(), attempt));
      }
    }
  }

  private void count(CallKind kind) {
    switch (kind) {
      case READ -> reads.increment();
      case WRITE -> writes.increment();
    }
  }

  private Duration pause(Optional<Duration> asked, int attempt) {
    var jittered = Duration.ofMillis(random.nextLong(patience.bound(attempt).toMillis() + 1));
    // Everybody was asked to wait equally long; the jitter on top spreads them out again.
    return asked
        .map(wait ->
            wait.compareTo(Patience.LONGEST_ASKED_FOR) > 0 ? Patience.LONGEST_ASKED_FOR : wait)
        .map(jittered::plus)
        .orElse(jittered);
  }

  private static TargetUnavailable givenUp(PassingFailure failure, int attempts) {
    return new TargetUnavailable(
        "The target failed %d times in a row: %s. Nothing is lost: the next run goes on from here."
            .formatted(attempts, withoutFullStop(failure)),
        failure);
  }

  private static String withoutFullStop(PassingFailure failure) {
    var says = String.valueOf(failure.getMessage());
    return says.endsWith(".") ? says.substring(0, says.length() - 1) : says;
  }
}
