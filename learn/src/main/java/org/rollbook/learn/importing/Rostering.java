package org.rollbook.learn.importing;

/** Whether a teacher can import classes (L1, L2). */
public sealed interface Rostering {
  /** The district shares this teacher for classes. */
  record Ready() implements Rostering {}

  /**
   * It does not: the teacher can sign in and make classes by hand.
   *
   * @param whomToAsk a sentence that says what is missing and whom to ask
   */
  record NotSetUp(String whomToAsk) implements Rostering {}

  /** Clever gave no answer to go by. */
  record Unknown(Failure failure) implements Rostering {}
}
