package org.rollbook.sync.testing;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.rollbook.core.reconcile.Operation;
import org.rollbook.sync.execution.Targets;
import org.rollbook.sync.target.Answer;
import org.rollbook.sync.target.ClassAddress;
import org.rollbook.sync.target.Looked;
import org.rollbook.sync.target.Target;
import org.rollbook.sync.target.TargetUnavailable;

/** Targets that answer so many operations and from then on nothing at all. */
public final class GoneDown extends TargetsAround {
  private static final String DOWN = "it is down";

  private final int answers;
  private final AtomicInteger operations = new AtomicInteger();

  /**
   * @param answers how many operations are answered
   */
  public GoneDown(Targets targets, int answers) {
    super(targets);
    this.answers = answers;
  }

  private boolean isDown() {
    return operations.get() > answers;
  }

  private void requireUp() throws TargetUnavailable {
    if (isDown()) {
      throw unavailable(DOWN);
    }
  }

  @Override
  Answer perform(
      Target target, ClassAddress address, Operation operation, Optional<Instant> sentSince)
      throws TargetUnavailable, InterruptedException {
    operations.incrementAndGet();
    requireUp();
    return target.perform(address, operation, sentSince);
  }

  @Override
  Looked look(Target target, ClassAddress address, boolean seats)
      throws TargetUnavailable, InterruptedException {
    requireUp();
    return target.look(address, seats);
  }

  @Override
  void beforeAccounts() throws TargetUnavailable {
    requireUp();
  }

  @Override
  Optional<String> check(Target target) throws InterruptedException {
    return isDown() ? Optional.of(DOWN) : target.check();
  }
}
