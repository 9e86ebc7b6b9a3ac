package org.rollbook.core.reconcile;

import java.util.Optional;

/** Which account at the target is a person's. */
public sealed interface AccountMatch {
  /** Exactly one account has the person's address, and nobody else claims it. */
  record Matched(AccountId account) implements AccountMatch {}

  /**
   * There is no account to use now (G3).
   *
   * @param reason why, for the list of who waits
   * @param formerly the account that was the person's before; its seats are not taken away, since
   *     losing an account is not leaving a class
   */
  record Unmatched(WaitingReason reason, Optional<AccountId> formerly) implements AccountMatch {}
}
