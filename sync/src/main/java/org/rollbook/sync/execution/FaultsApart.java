package org.rollbook.sync.execution;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.rollbook.core.reconcile.Operation;
import org.rollbook.sync.quota.GateFailed;
import org.rollbook.sync.target.Account;
import org.rollbook.sync.target.Answer;
import org.rollbook.sync.target.ClassAddress;
import org.rollbook.sync.target.Looked;
import org.rollbook.sync.target.Target;
import org.rollbook.sync.target.TargetUnavailable;

/**
 * A target of whose code a fault, for example over an answer that it cannot read, concerns the one
 * class that it met (R4): told as a fault, and otherwise like a class that gives no answer. Else
 * one odd class would stop every run of its connection for as long as it is odd.
 *
 * @param progress told of every fault
 */
record FaultsApart(Target target, RunProgress progress) implements Target {
  @Override
  public Looked look(ClassAddress address, boolean seats)
      throws TargetUnavailable, InterruptedException {
    return apart(address, () -> target.look(address, seats));
  }

  @Override
  public Answer perform(ClassAddress address, Operation operation, Optional<Instant> sentSince)
      throws TargetUnavailable, InterruptedException {
    return apart(address, () -> target.perform(address, operation, sentSince));
  }

  @FunctionalInterface
  private interface Question<T> {
    T ask() throws TargetUnavailable, InterruptedException;
  }

  private <T> T apart(ClassAddress address, Question<T> question)
      throws TargetUnavailable, InterruptedException {
    try {
      return question.ask();
    } catch (GateFailed e) {
      throw e;
    } catch (RuntimeException e) {
      // What the exception says may be about people: that is for the log alone.
      var says =
          "class %s met a fault in Rollbook (%s), please report it; the other classes go on"
              .formatted(address.name(), e.getClass().getSimpleName());
      System.getLogger(FaultsApart.class.getName()).log(System.Logger.Level.ERROR, says, e);
      progress.step(says);
      throw TargetUnavailable.forOneClass(says + ".", e);
    }
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
  public Optional<String> check() throws InterruptedException {
    return target.check();
  }

  @Override
  public void close() {
    target.close();
  }
}
