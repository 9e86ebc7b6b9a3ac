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
  private final Closing closing;
  private final RetryAfter retryAfter = new RetryAfter();
  private final LongAdder reads = new LongAdder();
  private final LongAdder writes = new LongAdder();

  private volatile boolean reached;
  private volatile boolean foundUnreachable;

  /**
   * @param random for the jitter; safe for many threads
   * @param closing told when the target is to be left alone; nobody makes a call here after that
   */
  public Calls(
      Quota quota, Patience patience, RandomGenerator random, Retries retries, Closing closing) {
    this.quota = quota;
    this.patience = patience;
    this.random = random;
    this.retries = retries;
    this.closing = closing;
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
      awaitLeave();
      count(kind);
      try {
        var answer = call.make(repeated);
        reached = true;
        return answer;
      } catch (PassingFailure failure) {
        obey(failure);
        var left = left(failure, attempt);
        if (left.isEmpty()) {
          throw givenUp(failure, attempt);
        }
        if (failure.unreached() || attempt >= WORTH_TELLING) {
          retries.again(withoutFullStop(failure), left.get());
        }
        repeated |= failure.mayHaveTakenEffect();
        Thread.sleep(jitter(attempt));
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

  /**
   * What was asked for by one answer holds everybody; the jitter spreads them out again. A token of
   * the quota counts only after the wait, since those taken during it would make a burst at its
   * end.
   */
  private void awaitLeave() throws TargetUnavailable, InterruptedException {
    do {
      requireOpen();
      for (var left = retryAfter.left(); left.isPositive(); left = retryAfter.left()) {
        Thread.sleep(left.plus(jitter(1)));
      }
      takeQuota();
    } while (retryAfter.left().isPositive());
    requireOpen();
  }

  private void takeQuota() throws InterruptedException {
    try {
      quota.take();
    } catch (RuntimeException e) {
      throw new GateFailed(e);
    }
  }

  private Duration jitter(int attempt) {
    return Duration.ofMillis(random.nextLong(patience.bound(attempt).toMillis() + 1));
  }

  /** To come earlier than was asked for would not be obeying (R4): the run goes on another time. */
  private void obey(PassingFailure failure) throws TargetUnavailable {
    if (failure.retryAfter().isEmpty()) {
      return;
    }
    if (retryAfter.note(failure.retryAfter().get())) {
      tell(retryAfter.closedFor());
    }
    if (retryAfter.closed()) {
      reached = true;
      throw leftAlone(withoutFullStop(failure), failure);
    }
  }

  private void tell(Duration asked) {
    try {
      closing.closed(asked);
    } catch (RuntimeException e) {
      throw new GateFailed(e);
    }
  }

  private void requireOpen() throws TargetUnavailable {
    if (retryAfter.closed()) {
      var says = "the target was not called again";
      throw leftAlone(says, new IllegalStateException(says));
    }
  }

  private TargetUnavailable leftAlone(String says, Exception cause) {
    return TargetUnavailable.leftAlone(
        "%s; it asks not to be called for %d minutes. What is left is done by the first 'sync' after that."
            .formatted(says, Math.ceilDiv(retryAfter.closedFor().toSeconds(), 60)),
        cause);
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
