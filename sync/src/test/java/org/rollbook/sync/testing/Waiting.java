package org.rollbook.sync.testing;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.rollbook.core.reconcile.Operation;
import org.rollbook.sync.execution.Targets;
import org.rollbook.sync.target.Answer;
import org.rollbook.sync.target.ClassAddress;
import org.rollbook.sync.target.Target;
import org.rollbook.sync.target.TargetUnavailable;

/** Targets whose operations wait, already sent, until a test lets them go on. */
public final class Waiting extends TargetsAround {
  private final CountDownLatch sent = new CountDownLatch(1);
  private final CountDownLatch goOn = new CountDownLatch(1);

  public Waiting(Targets targets) {
    super(targets);
  }

  /** Returns when a run is inside a call. */
  public void awaitCall() throws InterruptedException {
    sent.await();
  }

  /** Every operation, the waiting ones too, is done from now on. */
  public void goOn() {
    goOn.countDown();
  }

  @Override
  Answer perform(
      Target target, ClassAddress address, Operation operation, Optional<Instant> sentSince)
      throws TargetUnavailable, InterruptedException {
    sent.countDown();
    goOn.await();
    return target.perform(address, operation, sentSince);
  }
}
