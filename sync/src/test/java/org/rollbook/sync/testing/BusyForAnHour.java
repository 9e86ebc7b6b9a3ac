package org.rollbook.sync.testing;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.rollbook.sync.execution.Targets;
import org.rollbook.sync.target.CallGate;
import org.rollbook.sync.target.CallKind;
import org.rollbook.sync.target.PassingFailure;
import org.rollbook.sync.target.TargetUnavailable;

/**
 * Targets that take so many calls and answer every other with 429 and {@code Retry-After: 3600}.
 * Calls come one after the other, so that it can be said which one was first.
 */
public final class BusyForAnHour extends TargetsAround {
  private final int taken;
  private final AtomicInteger calls = new AtomicInteger();

  /**
   * @param taken how many calls are answered as usual
   */
  public BusyForAnHour(Targets targets, int taken) {
    super(targets);
    this.taken = taken;
  }

  /** How many calls were made although they were too many. */
  public int tooMany() {
    return Math.max(0, calls.get() - taken);
  }

  @Override
  CallGate gate(CallGate gate) {
    var one = new ReentrantLock();
    return new CallGate() {
      @Override
      public <T> T call(CallKind kind, Attempt<T> call)
          throws TargetUnavailable, InterruptedException {
        one.lockInterruptibly();
        try {
          return gate.call(kind, repeated -> answer(call, repeated));
        } finally {
          one.unlock();
        }
      }
    };
  }

  private <T> T answer(CallGate.Attempt<T> call, boolean repeated) throws PassingFailure {
    if (calls.incrementAndGet() > taken) {
      throw new PassingFailure(
          "busy", Optional.of(Duration.ofHours(1)), false, new IOException("busy"));
    }
    return call.make(repeated);
  }
}
