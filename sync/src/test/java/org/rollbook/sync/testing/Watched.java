package org.rollbook.sync.testing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.rollbook.core.reconcile.Operation;
import org.rollbook.core.reconcile.OperationKind;
import org.rollbook.sync.execution.Targets;
import org.rollbook.sync.target.Answer;
import org.rollbook.sync.target.ClassAddress;
import org.rollbook.sync.target.Looked;
import org.rollbook.sync.target.Target;
import org.rollbook.sync.target.TargetUnavailable;

/** Targets that tell what was asked of them, and under which something happens after each look. */
public final class Watched extends TargetsAround {
  private final Runnable afterLook;
  private final List<OperationKind> sent = new CopyOnWriteArrayList<>();

  public Watched(Targets targets) {
    this(targets, () -> {});
  }

  /**
   * @param afterLook happens after each look, before whoever looked hears what was seen
   */
  public Watched(Targets targets, Runnable afterLook) {
    super(targets);
    this.afterLook = afterLook;
  }

  /** The operations that arrived here. */
  public List<OperationKind> sent() {
    return List.copyOf(sent);
  }

  @Override
  Looked look(Target target, ClassAddress address, boolean seats)
      throws TargetUnavailable, InterruptedException {
    var looked = target.look(address, seats);
    afterLook.run();
    return looked;
  }

  @Override
  Answer perform(
      Target target, ClassAddress address, Operation operation, Optional<Instant> sentSince)
      throws TargetUnavailable, InterruptedException {
    sent.add(operation.kind());
    return target.perform(address, operation, sentSince);
  }
}
