package org.rollbook.sync.target;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.rollbook.core.reconcile.Operation;

/**
 * A system that classes are kept in, seen through one connection. Safe for many threads; operations
 * on one class come one after the other.
 *
 * <p>Every method blocks, makes its calls through the {@link CallGate} that the target was made
 * with, and throws {@link TargetUnavailable} when the target cannot be used.
 */
public interface Target extends AutoCloseable {
  /** Hands over every account of the target's directory, in no particular order. */
  void accounts(Consumer<Account> each) throws TargetUnavailable, InterruptedException;

  /** The account that has an address as its primary one or as an alias. */
  Optional<Account> account(String email) throws TargetUnavailable, InterruptedException;

  /**
   * Looks at one class.
   *
   * @param seats whether to look at its members too, which costs a call for each page of them
   */
  Looked look(ClassAddress address, boolean seats) throws TargetUnavailable, InterruptedException;

  /**
   * Does one operation. Doing one twice is the same as doing it once.
   *
   * @param sentSince since when this operation may have been sent without an answer being kept, so
   *     that "already so" may be our own doing; empty when it was never sent
   */
  Answer perform(ClassAddress address, Operation operation, Optional<Instant> sentSince)
      throws TargetUnavailable, InterruptedException;

  /**
   * Checks that the connection works, and says what is missing, in order; empty when nothing is.
   */
  Optional<String> check() throws InterruptedException;

  @Override
  void close();
}
