package org.rollbook.sync.testing;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
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

/**
 * Targets that work but for one class: from a chosen operation on it answers nothing more, and the
 * run gives it up. That operation has either taken effect or not, as with {@link
 * Interrupted.Moment}.
 */
public final class Unanswering implements Targets {
  private final Targets targets;
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
    this.targets = targets;
    this.first = first;
    this.moment = moment;
    this.hiding = hiding;
  }

  /** The same, and nobody's list of members can be read either. */
  public Unanswering hidingMembers() {
    return new Unanswering(targets, first, moment, true);
  }

  @Override
  public Map<String, Integer> quotas(TargetConnection connection, String credentials) {
    return targets.quotas(connection, credentials);
  }

  @Override
  public Target open(TargetConnection connection, String credentials, CallGate gate) {
    return new Silent(targets.open(connection, credentials, gate));
  }

  private static TargetUnavailable noAnswer() {
    return new TargetUnavailable("no answer", new IllegalStateException("no answer"));
  }

  private final class Silent implements Target {
    private final Target target;

    private Silent(Target target) {
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
      if (hiding && seats) {
        throw noAnswer();
      }
      return target.look(address, seats);
    }

    @Override
    public Answer perform(ClassAddress address, Operation operation, boolean repeated)
        throws TargetUnavailable, InterruptedException {
      if (address.name().equals(silent.get())) {
        throw noAnswer();
      }
      if (operations.incrementAndGet() != first) {
        return target.perform(address, operation, repeated);
      }
      silent.set(address.name());
      if (moment == Interrupted.Moment.AFTER_THE_EFFECT) {
        target.perform(address, operation, repeated);
      }
      throw noAnswer();
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
