package org.rollbook.sync.testing;

import org.rollbook.sync.execution.Targets;
import org.rollbook.sync.target.ClassAddress;
import org.rollbook.sync.target.Looked;
import org.rollbook.sync.target.Target;

/** Targets that show no class to whoever looks, as Google does with one that it suspended. */
public final class Hiding extends TargetsAround {
  public Hiding(Targets targets) {
    super(targets);
  }

  @Override
  Looked look(Target target, ClassAddress address, boolean seats) {
    return Looked.missing(address);
  }
}
