package org.rollbook.sync.testing;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.rollbook.sync.execution.Targets;
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

  @Override
  void beforeOperation() throws TargetUnavailable {
    operations.incrementAndGet();
    requireUp();
  }

  @Override
  void beforeLook() throws TargetUnavailable {
    requireUp();
  }

  @Override
  void beforeAccounts() throws TargetUnavailable {
    requireUp();
  }

  private void requireUp() throws TargetUnavailable {
    if (operations.get() > answers) {
      throw unavailable(DOWN);
    }
  }

  @Override
  Optional<String> trouble() {
    return operations.get() > answers ? Optional.of(DOWN) : Optional.empty();
  }
}
