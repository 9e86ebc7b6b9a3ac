package org.rollbook.sync.testing;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.rollbook.core.reconcile.Operation;
import org.rollbook.sync.connections.TargetConnection;
import org.rollbook.sync.execution.Targets;
import org.rollbook.sync.target.Account;
import org.rollbook.sync.target.Answer;
import org.rollbook.sync.target.CallGate;
import org.rollbook.sync.target.ClassAddress;
import org.rollbook.sync.target.Looked;
import org.rollbook.sync.target.Target;
import org.rollbook.sync.target.TargetUnavailable;

/** Targets that answer so many operations and from then on nothing at all. */
public final class GoneDown implements Targets {
  private final Targets targets;
  private final int answers;
  private final AtomicInteger operations = new AtomicInteger();

  /**
   * @param answers how many operations are answered
   */
  public GoneDown(Targets targets, int answers) {
    this.targets = targets;
    this.answers = answers;
  }

  @Override
  public Map<String, Integer> quotas(TargetConnection connection, String credentials) {
    return targets.quotas(connection, credentials);
  }

  @Override
  public Target open(TargetConnection connection, String credentials, CallGate gate) {
    return new Falling(targets.open(connection, credentials, gate));
  }

  private boolean down() {
    return operations.get() > answers;
  }

  private void requireUp() throws TargetUnavailable {
    if (down()) {
      throw new TargetUnavailable("it is down", new IllegalStateException("it is down"));
    }
  }

  private final class Falling implements Target {
    private final Target target;

    private Falling(Target target) {
      this.target = target;
    }

    @Override
    public void accounts(Consumer<Account> each) throws TargetUnavailable, InterruptedException {
      requireUp();
      target.accounts(each);
    }

    @Override
    public Optional<Account> account(String email) throws TargetUnavailable, InterruptedException {
      requireUp();
      return target.account(email);
    }

    @Override
    public Looked look(ClassAddress address, boolean seats)
        throws TargetUnavailable, InterruptedException {
      requireUp();
      return target.look(address, seats);
    }

    @Override
    public Answer perform(ClassAddress address, Operation operation, boolean repeated)
        throws TargetUnavailable, InterruptedException {
      operations.incrementAndGet();
      requireUp();
      return target.perform(address, operation, repeated);
    }

    @Override
    public Optional<String> check() throws InterruptedException {
      return down() ? Optional.of("it is down") : target.check();
    }

    @Override
    public void close() {
      target.close();
    }
  }
}
