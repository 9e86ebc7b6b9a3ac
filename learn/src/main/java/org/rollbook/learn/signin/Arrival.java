package org.rollbook.learn.signin;

import org.rollbook.learn.people.Person;

/** What became of somebody who came back from Clever with a code. */
sealed interface Arrival {
  record Welcome(Person person) implements Arrival {}

  record Refused(Outcome outcome) implements Arrival {}
}
