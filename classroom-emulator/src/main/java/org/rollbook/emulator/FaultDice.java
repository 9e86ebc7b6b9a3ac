package org.rollbook.emulator;

import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.rollbook.emulator.wire.Reply;

/**
 * Decides for each call whether it goes wrong, and lets it. The n-th call of a seed always has the
 * same fate.
 */
final class FaultDice {
  private final Faults faults;
  private final SplittableRandom random;
  private final int[] seen;

  FaultDice(Faults faults) {
    this.faults = faults;
    this.random = new SplittableRandom(faults.seed());
    this.seen = new int[faults.next().size()];
  }

  Faults faults() {
    return faults;
  }

  /**
   * What one call comes to.
   *
   * @param effect lets the call take effect, and answers it; not asked where nothing takes effect
   */
  Outcome befall(String method, Supplier<Reply> effect) {
    Optional<FaultKind> fault = roll(method);
    if (fault.isEmpty()) {
      return new Outcome.Answered(effect.get());
    }
    return switch (fault.get()) {
      case TOO_MANY_REQUESTS ->
          new Outcome.Answered(FaultReplies.tooManyRequests(faults.retryAfterSeconds()));
      case INTERNAL -> new Outcome.Answered(FaultReplies.internal());
      case UNAVAILABLE ->
          new Outcome.Answered(FaultReplies.unavailable(faults.retryAfterSeconds()));
      case LOST_REQUEST -> new Outcome.Lost();
      case LOST_REPLY -> {
        var _ = effect.get();
        yield new Outcome.Lost();
      }
      case ERROR_AFTER_EFFECT -> {
        var _ = effect.get();
        yield new Outcome.Answered(FaultReplies.internal());
      }
    };
  }

  /** The fault of one call of a method, if any. */
  private synchronized Optional<FaultKind> roll(String method) {
    Optional<FaultKind> planned = planned(method);
    boolean meant = faults.methods().isEmpty() || faults.methods().contains(method);
    if (planned.isPresent() || faults.rates().isEmpty() || !meant) {
      return planned;
    }
    double drawn = random.nextDouble();
    for (Map.Entry<FaultKind, Double> rate : faults.rates().entrySet()) {
      drawn -= rate.getValue();
      if (drawn < 0) {
        return Optional.of(rate.getKey());
      }
    }
    return Optional.empty();
  }

  private Optional<FaultKind> planned(String method) {
    Optional<FaultKind> due = Optional.empty();
    for (int i = 0; i < seen.length; i++) {
      PlannedFault planned = faults.next().get(i);
      if (planned.method().equals("*") || planned.method().equals(method)) {
        int call = seen[i]++;
        boolean now = call >= planned.after() && call < planned.after() + planned.times();
        due = now && due.isEmpty() ? Optional.of(planned.fault()) : due;
      }
    }
    return due;
  }

  /** Holds up a call of a method that is slowed down. */
  void pause(String method) {
    if (slows(method)) {
      try {
        Thread.sleep(faults.latencyMillis());
      } catch (InterruptedException closing) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private boolean slows(String method) {
    return faults.latencyMillis() > 0
        && (faults.methods().isEmpty() || faults.methods().contains(method));
  }
}
