package org.rollbook.sync.testing;

import java.time.Instant;
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

/** Targets that pass everything on; who extends it says what happens otherwise. */
abstract class TargetsAround implements Targets {
  final Targets targets;

  TargetsAround(Targets targets) {
    this.targets = targets;
  }

  Answer perform(
      Target target, ClassAddress address, Operation operation, Optional<Instant> sentSince)
      throws TargetUnavailable, InterruptedException {
    return target.perform(address, operation, sentSince);
  }

  Looked look(Target target, ClassAddress address, boolean seats)
      throws TargetUnavailable, InterruptedException {
    return target.look(address, seats);
  }

  void accounts(Target target, Consumer<Account> each)
      throws TargetUnavailable, InterruptedException {
    target.accounts(each);
  }

  /** Before people are asked for. */
  void beforeAccounts() throws TargetUnavailable {}

  Optional<String> check(Target target) throws InterruptedException {
    return target.check();
  }

  /** Through which the calls are made. */
  CallGate gate(CallGate gate) {
    return gate;
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
    return new Around(targets.open(connection, credentials, gate(gate)));
  }

  private final class Around implements Target {
    private final Target target;

    private Around(Target target) {
      this.target = target;
    }

    @Override
    public void accounts(Consumer<Account> each) throws TargetUnavailable, InterruptedException {
      beforeAccounts();
      TargetsAround.this.accounts(target, each);
    }

    @Override
    public Optional<Account> account(String email) throws TargetUnavailable, InterruptedException {
      beforeAccounts();
      return target.account(email);
    }

    @Override
    public Looked look(ClassAddress address, boolean seats)
        throws TargetUnavailable, InterruptedException {
      return TargetsAround.this.look(target, address, seats);
    }

    @Override
    public Answer perform(ClassAddress address, Operation operation, Optional<Instant> sentSince)
        throws TargetUnavailable, InterruptedException {
      return TargetsAround.this.perform(target, address, operation, sentSince);
    }

    @Override
    public Optional<String> check() throws InterruptedException {
      return TargetsAround.this.check(target);
    }

    @Override
    public void close() {
      target.close();
    }
  }
}
