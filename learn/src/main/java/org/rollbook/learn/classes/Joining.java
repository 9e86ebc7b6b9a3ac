package org.rollbook.learn.classes;

/** What came of joining a class by its code. */
public sealed interface Joining {
  /** On it now, or was already. */
  record Joined(LearningClass learningClass) implements Joining {}

  /** No class of this district that is in use has the code. */
  record NoSuchClass() implements Joining {}

  /** After too many wrong codes nothing is looked up for a while. */
  record TooManyTries() implements Joining {}
}
