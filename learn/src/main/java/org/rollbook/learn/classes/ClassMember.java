package org.rollbook.learn.classes;

import java.time.Instant;
import java.util.Optional;
import org.rollbook.learn.people.Person;

/**
 * Somebody who is or was in a class.
 *
 * @param since when they first came
 * @param left when they left; absent while they are in the class
 */
public record ClassMember(Person person, Role role, Instant since, Optional<Instant> left) {
  /** Whether they are in the class now. */
  public boolean present() {
    return left.isEmpty();
  }
}
