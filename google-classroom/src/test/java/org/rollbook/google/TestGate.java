package org.rollbook.google;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.rollbook.sync.target.CallGate;
import org.rollbook.sync.target.CallKind;
import org.rollbook.sync.target.PassingFailure;
import org.rollbook.sync.target.TargetUnavailable;

/** A gate with six attempts that remembers what it was told and never sleeps. */
final class TestGate implements CallGate {
  private static final int ATTEMPTS = 6;

  private final List<CallKind> calls = new CopyOnWriteArrayList<>();
  private final List<PassingFailure> failures = new CopyOnWriteArrayList<>();

  @Override
  public <T> T call(CallKind kind, Attempt<T> call) throws TargetUnavailable {
    boolean repeated = false;
    for (int attempt = 1; ; attempt++) {
      calls.add(kind);
      try {
        return call.make(repeated);
      } catch (PassingFailure failure) {
        failures.add(failure);
        repeated |= failure.mayHaveTakenEffect();
        if (attempt == ATTEMPTS) {
          throw new TargetUnavailable(String.valueOf(failure.getMessage()), failure);
        }
      }
    }
  }

  /** Every attempt that was made, in order. */
  List<CallKind> calls() {
    return List.copyOf(calls);
  }

  List<PassingFailure> failures() {
    return List.copyOf(failures);
  }

  List<Optional<Duration>> waits() {
    return failures.stream().map(PassingFailure::retryAfter).toList();
  }
}
