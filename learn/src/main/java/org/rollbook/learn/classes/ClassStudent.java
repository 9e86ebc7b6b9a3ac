package org.rollbook.learn.classes;

import java.time.Instant;
import java.util.Optional;
import org.rollbook.learn.people.PersonId;

/**
 * A student who is or was in a class.
 *
 * @param leftAt when they left; absent while they are on the class
 */
public record ClassStudent(
    PersonId id, String givenName, String familyName, Optional<Instant> leftAt) {
  /** Family name first, as lists are sorted. */
  public String listedName() {
    return givenName.isBlank() ? familyName : familyName + ", " + givenName;
  }

  /** Whether they are on the class now. */
  public boolean present() {
    return leftAt.isEmpty();
  }
}
