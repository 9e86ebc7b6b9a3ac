package org.rollbook.sync.testing;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.rollbook.core.reconcile.Operation;
import org.rollbook.sync.execution.Targets;
import org.rollbook.sync.target.Answer;
import org.rollbook.sync.target.ClassAddress;
import org.rollbook.sync.target.Looked;
import org.rollbook.sync.target.Target;
import org.rollbook.sync.target.TargetUnavailable;

/** Targets that answer for some classes with something that our code falls over. */
public final class Unreadable extends TargetsAround {
  private final Predicate<String> readable;
  private final AtomicBoolean looks = new AtomicBoolean();

  /**
   * @param section the class's section
   */
  public Unreadable(Targets targets, String section) {
    this(targets, name -> !name.endsWith("." + section));
  }

  private Unreadable(Targets targets, Predicate<String> readable) {
    super(targets);
    this.readable = readable;
  }

  /** Only the classes of these sections can be read. */
  public static Unreadable allBut(Targets targets, String... sections) {
    return new Unreadable(
        targets, name -> Arrays.stream(sections).anyMatch(section -> name.endsWith("." + section)));
  }

  /** The same when somebody only looks at the class. */
  public Unreadable andLooks() {
    looks.set(true);
    return this;
  }

  @Override
  Looked look(Target target, ClassAddress address, boolean seats)
      throws TargetUnavailable, InterruptedException {
    if (looks.get()) {
      requireReadable(address);
    }
    return target.look(address, seats);
  }

  @Override
  Answer perform(
      Target target, ClassAddress address, Operation operation, Optional<Instant> sentSince)
      throws TargetUnavailable, InterruptedException {
    requireReadable(address);
    return target.perform(address, operation, sentSince);
  }

  private void requireReadable(ClassAddress address) {
    if (!readable.test(address.name())) {
      throw new IllegalArgumentException("no JSON input found");
    }
  }
}
