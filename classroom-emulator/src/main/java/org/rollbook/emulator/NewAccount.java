package org.rollbook.emulator;

import java.util.List;

/**
 * An account to make, as an administrator would in the Directory.
 *
 * @param email the primary address; one outside the emulator's domain is an outside person's
 * @param aliases further addresses that reach the account
 */
public record NewAccount(String email, String givenName, String familyName, List<String> aliases) {
  public NewAccount {
    if (!email.matches("[^@\\s]+@[^@\\s]+")) {
      throw new IllegalArgumentException("Not an e-mail address: " + email);
    }
    aliases = List.copyOf(aliases);
  }
}
