package org.rollbook.core.reconcile;

/** What became of one operation, as far as the baseline is concerned. */
public sealed interface Outcome {
  /** The target did it, now or at an earlier attempt of ours. */
  record Done() implements Outcome {}

  /** It was so before we asked, by somebody else's doing. */
  record AlreadySo() implements Outcome {}

  /**
   * Nothing was done, because a person changed the class since the plan was made.
   *
   * @param observed the class as it stands; its seats are not needed
   */
  record HandWasThere(Observation observed) implements Outcome {}

  /** Nothing was done, and nothing was learnt about the class. */
  record Refused() implements Outcome {}
}
