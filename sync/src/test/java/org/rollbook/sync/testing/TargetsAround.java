package org.rollbook.sync.testing;

import java.util.Map;
import java.util.Optional;
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

/** Targets that pass everything on; what fails says who extends it. */
abstract class TargetsAround implements Targets {
  private final Targets targets;

  TargetsAround(Targets targets) {
    this.targets = targets;
  }

  /** Before an operation is passed on. */
  void beforeOperation() throws TargetUnavailable {}

  /** Before a look is passed on. */
  void beforeLook() throws TargetUnavailable {}

  /** Before people are asked for. */
  void beforeAccounts() throws TargetUnavailable {}

  /** What is wrong with the connection, instead of asking. */
  Optional<String> trouble() {
    return Optional.empty();
  }

  static TargetUnavailable unavailable(String why) {
    return new TargetUnavailable(why, new IllegalStateException(why));
  }

  @Override
  public final Map<String, Integer> quotas(TargetConnection connection, String credentials) {
    return targets.quotas(connection, credentials);
  }

  @Override
  public final Target open(TargetConnection connection, String credentials, CallGate gate) {
    return new Around(targets.open(connection, credentials, gate));
  }

  private final class Around implements Target {
    private final Target target;

    private Around(Target target) {
      this.target = target;
    }

    @Override
    public void accounts(Consumer<Account> each) throws TargetUnavailable, InterruptedException {
      beforeAccounts();
      target.accounts(each);
    }

    @Override
    public Optional<Account> account(String email) throws TargetUnavailable, InterruptedException {
      beforeAccounts();
      return target.account(email);
    }

    @Override
    public Looked look(ClassAddress address, boolean seats)
        throws TargetUnavailable, InterruptedException {
      beforeLook();
      return target.look(address, seats);
    }

    @Override
    public Answer perform(ClassAddress address, Operation operation, boolean repeated)
        throws TargetUnavailable, InterruptedException {
      beforeOperation();
      return target.perform(address, operation, repeated);
    }

    @Override
    public Optional<String> check() throws InterruptedException {
      return trouble().isPresent() ? trouble() : target.check();
    }

    @Override
    public void close() {
      target.close();
    }
  }
}
