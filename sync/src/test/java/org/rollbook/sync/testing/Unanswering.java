package org.rollbook.sync.testing;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.rollbook.core.reconcile.Operation;
import org.rollbook.sync.execution.Targets;
import org.rollbook.sync.target.Answer;
import org.rollbook.sync.target.ClassAddress;
import org.rollbook.sync.target.Looked;
import org.rollbook.sync.target.Target;
import org.rollbook.sync.target.TargetUnavailable;

/**
 * Targets that work but for one class: from a chosen operation on it answers nothing more, and the
 * run gives it up. That operation has either taken effect or not, as with {@link
 * Interrupted.Moment}.
 */
public final class Unanswering extends TargetsAround {
  private final int first;
  private final Interrupted.Moment moment;
  private final boolean hiding;
  private final AtomicInteger operations = new AtomicInteger();
  private final AtomicReference<String> silent = new AtomicReference<>("");

  /**
   * @param first the operation that gets no answer, from 1
   */
  public Unanswering(Targets targets, int first, Interrupted.Moment moment) {
    this(targets, first, moment, false);
  }

  private Unanswering(Targets targets, int first, Interrupted.Moment moment, boolean hiding) {
    super(targets);
    this.first = first;
    this.moment = moment;
    this.hiding = hiding;
  }

  /** The same, and nobody's list of members can be read either. */
  public Unanswering hidingMembers() {
    return new Unanswering(targets, first, moment, true);
  }

  @Override
  Looked look(Target target, ClassAddress address, boolean seats)
      throws TargetUnavailable, InterruptedException {
    if (hiding && seats) {
      throw noAnswer();
    }
    return target.look(address, seats);
  }

  @Override
  Answer perform(
      Target target, ClassAddress address, Operation operation, Optional<Instant> sentSince)
      throws TargetUnavailable, InterruptedException {
    if (address.name().equals(silent.get())) {
      throw noAnswer();
    }
    if (operations.incrementAndGet() != first) {
      return target.perform(address, operation, sentSince);
    }
    silent.set(address.name());
    if (moment == Interrupted.Moment.AFTER_THE_EFFECT) {
      target.perform(address, operation, sentSince);
    }
    throw noAnswer();
  }

  private static TargetUnavailable noAnswer() {
    return unavailable("no answer");
  }
}
