package org.rollbook.emulator;

import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Decides for each call whether it goes wrong. The n-th call of a seed always has the same fate.
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

  /** The fault of one call of a method, if any. */
  synchronized Optional<FaultKind> roll(String method) {
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

  /** Whether this method is slowed down. */
  boolean slows(String method) {
    return faults.latencyMillis() > 0
        && (faults.methods().isEmpty() || faults.methods().contains(method));
  }
}
