package org.rollbook.sync.testing;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
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

/** Targets whose operations wait, already sent, until a test lets them go on. */
public final class Waiting implements Targets {
  private final Targets targets;
  private final CountDownLatch sent = new CountDownLatch(1);
  private final CountDownLatch goOn = new CountDownLatch(1);

  public Waiting(Targets targets) {
    this.targets = targets;
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
  public Map<String, Integer> quotas(TargetConnection connection, String credentials) {
    return targets.quotas(connection, credentials);
  }

  @Override
  public Target open(TargetConnection connection, String credentials, CallGate gate) {
    return new Slow(targets.open(connection, credentials, gate));
  }

  private final class Slow implements Target {
    private final Target target;

    private Slow(Target target) {
      this.target = target;
    }

    @Override
    public void accounts(Consumer<Account> each) throws TargetUnavailable, InterruptedException {
      target.accounts(each);
    }

    @Override
    public Optional<Account> account(String email) throws TargetUnavailable, InterruptedException {
      return target.account(email);
    }

    @Override
    public Looked look(ClassAddress address, boolean seats)
        throws TargetUnavailable, InterruptedException {
      return target.look(address, seats);
    }

    @Override
    public Answer perform(ClassAddress address, Operation operation, boolean repeated)
        throws TargetUnavailable, InterruptedException {
      sent.countDown();
      goOn.await();
      return target.perform(address, operation, repeated);
    }

    @Override
    public Optional<String> check() throws InterruptedException {
      return target.check();
    }

    @Override
    public void close() {
      target.close();
    }
  }
}
