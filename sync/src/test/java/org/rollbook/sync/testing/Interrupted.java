package org.rollbook.sync.testing;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.rollbook.core.reconcile.Operation;
import org.rollbook.sync.execution.Targets;
import org.rollbook.sync.target.Answer;
import org.rollbook.sync.target.ClassAddress;
import org.rollbook.sync.target.Target;
import org.rollbook.sync.target.TargetUnavailable;

/**
 * Targets under which this process dies at a chosen operation: from then on nothing more is sent or
 * journalled, as after SIGKILL. The effect of that operation has either happened or not.
 */
public final class Interrupted extends TargetsAround {
  /** When the process dies, seen from the operation. */
  public enum Moment {
    BEFORE_THE_EFFECT,
    AFTER_THE_EFFECT
  }

  /** The process is dead: nobody may take it for trouble with one class and go on. */
  public static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  private final int last;
  private final Moment moment;
  private final AtomicInteger operations = new AtomicInteger();

  /**
   * @param last the operation at which the process dies, from 1
   */
  public Interrupted(Targets targets, int last, Moment moment) {
    super(targets);
    this.last = last;
    this.moment = moment;
  }

  /** Whether the process lived on because there were not that many operations. */
  public boolean survived() {
    return operations.get() < last;
  }

  @Override
  Answer perform(
      Target target, ClassAddress address, Operation operation, Optional<Instant> sentSince)
      throws TargetUnavailable, InterruptedException {
    int number = operations.incrementAndGet();
    if (number > last || (number == last && moment == Moment.BEFORE_THE_EFFECT)) {
      throw new Killed();
    }
    var answer = target.perform(address, operation, sentSince);
    if (number == last) {
      throw new Killed();
    }
    return answer;
  }
}
