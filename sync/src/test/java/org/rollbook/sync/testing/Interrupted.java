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

/**
 * Targets under which this process dies at a chosen operation: from then on nothing more is sent or
 * journalled, as after SIGKILL. The effect of that operation has either happened or not.
 */
public final class Interrupted implements Targets {
  /** When the process dies, seen from the operation. */
  public enum Moment {
    BEFORE_THE_EFFECT,
    AFTER_THE_EFFECT
  }

  /** The process is dead. */
  public static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private final Targets targets;
  private final int last;
  private final Moment moment;
  private final AtomicInteger operations = new AtomicInteger();

  /**
   * @param last the operation at which the process dies, from 1
   */
  public Interrupted(Targets targets, int last, Moment moment) {
    this.targets = targets;
    this.last = last;
    this.moment = moment;
  }

  /** Whether the process lived on because there were not that many operations. */
  public boolean survived() {
    return operations.get() < last;
  }

  @Override
  public Map<String, Integer> quotas(TargetConnection connection, String credentials) {
    return targets.quotas(connection, credentials);
  }

  @Override
  public Target open(TargetConnection connection, String credentials, CallGate gate) {
    return new Dying(targets.open(connection, credentials, gate));
  }

  private final class Dying implements Target {
    private final Target target;

    private Dying(Target target) {
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
      int number = operations.incrementAndGet();
      if (number > last || (number == last && moment == Moment.BEFORE_THE_EFFECT)) {
        throw new Killed();
      }
      var answer = target.perform(address, operation, repeated);
      if (number == last) {
        throw new Killed();
      }
      return answer;
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
