package org.rollbook.emulator.calls;

import java.util.Set;
import org.rollbook.emulator.people.AccountId;

/**
 * Who calls.
 *
 * @param account the person whose eyes and rights the call has
 * @param scopes what the token allows
 * @param delegated whether a service account acts for the person, which Google's quotas of the
 *     client are counted for and which cannot register for push notifications
 * @param project the Cloud project of the token, which sees its own project aliases only
 */
public record Caller(AccountId account, Set<String> scopes, boolean delegated, String project) {
  /** Whether the token has a scope. */
  public boolean may(String scope) {
    return scopes.contains(scope);
  }
}
