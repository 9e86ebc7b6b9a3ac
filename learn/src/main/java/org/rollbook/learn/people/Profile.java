package org.rollbook.learn.people;

import java.util.Optional;

/**
 * What Clever says of a user, to make or renew an account from.
 *
 * @param cleverId never blank
 * @param teaches has the role of a teacher, of staff or of an administrator
 * @param attends has the role of a student
 * @param givenName empty text when Clever does not say
 * @param familyName empty text when Clever does not say
 */
public record Profile(
    String cleverId,
    boolean teaches,
    boolean attends,
    String givenName,
    String familyName,
    Optional<String> email) {
  public Profile {
    if (cleverId.isBlank()) {
      throw new IllegalArgumentException("Clever's id of a user is blank");
    }
    // PostgreSQL keeps no NUL, wherever it comes from.
    givenName = clean(givenName);
    familyName = clean(familyName);
    email = email.map(Profile::clean).filter(address -> !address.isEmpty());
  }

  private static String clean(String text) {
    return text.replace("\0", "").strip();
  }
}
