package org.rollbook.sync.testing;

import java.util.Optional;
import org.rollbook.sync.execution.Targets;
import org.rollbook.sync.target.ClassAddress;
import org.rollbook.sync.target.Looked;
import org.rollbook.sync.target.Target;
import org.rollbook.sync.target.TargetUnavailable;

/** Targets that work, but for a class that is to be looked at. */
public final class Unseen extends TargetsAround {
  private final Optional<String> trouble;

  /**
   * @param trouble what is wrong with the connection as a whole; empty when nothing is
   */
  public Unseen(Targets targets, Optional<String> trouble) {
    super(targets);
    this.trouble = trouble;
  }

  @Override
  Looked look(Target target, ClassAddress address, boolean seats) throws TargetUnavailable {
    throw unavailable("the class cannot be read");
  }

  @Override
  Optional<String> check(Target target) {
    return trouble;
  }
}
