package org.rollbook.sync.target;

import java.util.List;
import org.rollbook.core.reconcile.AccountId;

/**
 * An account at the target, as its directory shows it.
 *
 * @param id the target's immutable id
 * @param email the primary address, lower case
 * @param aliases every other address of the account, lower case
 * @param suspended whether it can be used now
 */
public record Account(AccountId id, String email, List<String> aliases, boolean suspended) {
  public Account {
    aliases = List.copyOf(aliases);
  }
}
