package org.rollbook.learn.people;

import java.util.Optional;

/**
 * An account: one for one of Clever's users.
 *
 * @param cleverId Clever's id of the user, the only thing by which an account is found again
 * @param teaches has a teacher's pages; so do staff and administrators, for whom there are no
 *     others
 * @param attends has a student's pages
 * @param email as Clever says it, for people only
 */
public record Person(
    PersonId id,
    String cleverId,
    boolean teaches,
    boolean attends,
    String givenName,
    String familyName,
    Optional<String> email) {
  /** Given name, then family name; never empty, for pages to have something to show. */
  public String name() {
    String name = (givenName + " " + familyName).strip();
    return name.isEmpty() ? "Name not known" : name;
  }
}
