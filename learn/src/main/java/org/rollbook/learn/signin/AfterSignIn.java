package org.rollbook.learn.signin;

import org.rollbook.learn.people.Person;

/** What is to happen when somebody has signed in. They do not wait for it (L4). */
@FunctionalInterface
public interface AfterSignIn {
  /** Called on a thread of its own; what it throws goes to the log. */
  void signedIn(Person person);
}
