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
  /** A call that fails once or twice is nothing to tell a person of. */
  private static final int WORTH_TELLING = 3;

  private final Quota quota;
  private final Patience patience;
  private final RandomGenerator random;
  private final Retries retries;
  private final LongAdder reads = new LongAdder();
  private final LongAdder writes = new LongAdder();

  private volatile boolean reached;
  private volatile boolean foundUnreachable;

  /**
   * @param random for the jitter; safe for many threads
   */
  public Calls(Quota quota, Patience patience, RandomGenerator random, Retries retries) {
    this.quota = quota;
    this.patience = patience;
    this.random = random;
    this.retries = retries;
  }

  /** How many reads were made since the last asking, repeated ones each time. */
  public long takeReads() {
    return reads.sumThenReset();
  }

  /** How many writes were made since the last asking, repeated ones each time. */
  public long takeWrites() {
    return writes.sumThenReset();
  }

  /** Calls that were taken and could not be written down: whoever asks next is told of them. */
  public void putBack(long readsTaken, long writesTaken) {
    reads.add(readsTaken);
    writes.add(writesTaken);
  }

  @Override
  public <T> T call(CallKind kind, Attempt<T> call) throws TargetUnavailable, InterruptedException {
    boolean repeated = false;
    for (int attempt = 1; ; attempt++) {
      quota.take();
      count(kind);
      try {
        var answer = call.make(repeated);
        reached = true;
        return answer;
      } catch (PassingFailure failure) {
        requireShortWait(failure);
        var left = left(failure, attempt);
        if (left.isEmpty()) {
          throw givenUp(failure, attempt);
        }
        if (failure.unreached() || attempt >= WORTH_TELLING) {
          retries.again(withoutFullStop(failure), left.get());
        }
        repeated |= failure.mayHaveTakenEffect();
        Thread.sleep(pause(failure.retryAfter(), attempt));
      }
    }
  }

  /** How long the call is tried on; empty when it is given up. */
  private Optional<Duration> left(PassingFailure failure, int attempt) {
    if (!failure.unreached()) {
      reached = true;
    }
    var allowed = reached ? patience : patience.untilReached();
    // Where one call found nobody at all, the next one need not try as long again.
    if (attempt >= allowed.attempts() || (foundUnreachable && !reached)) {
      foundUnreachable = true;
      return Optional.empty();
    }
    return Optional.of(allowed.left(attempt));
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
    return asked.map(jittered::plus).orElse(jittered);
  }

  /** To come earlier than was asked for would not be obeying (R4): the run goes on another time. */
  private void requireShortWait(PassingFailure failure) throws TargetUnavailable {
    var asked = failure.retryAfter().orElse(Duration.ZERO);
    if (asked.compareTo(Patience.LONGEST_ASKED_FOR) > 0) {
      reached = true;
      throw new TargetUnavailable(
          "%s; it asks not to be called for %d minutes. What is left is done by the next 'sync'."
              .formatted(withoutFullStop(failure), Math.ceilDiv(asked.toSeconds(), 60)),
          failure);
    }
  }

  private static TargetUnavailable givenUp(PassingFailure failure, int attempts) {
    return new TargetUnavailable(
        "%s%s.%s"
            .formatted(
                withoutFullStop(failure),
                attempts > 1 ? " (tried %d times)".formatted(attempts) : "",
                failure.unreached()
                    ? " See that the address is right and that this machine can reach it."
                    : ""),
        failure);
  }

  private static String withoutFullStop(PassingFailure failure) {
    var says = String.valueOf(failure.getMessage());
    return says.endsWith(".") ? says.substring(0, says.length() - 1) : says;
  }
}
