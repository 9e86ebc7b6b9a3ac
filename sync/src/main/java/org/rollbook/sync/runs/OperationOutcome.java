package org.rollbook.sync.runs;

/** What has become of a run's operation, as people are told. */
public enum OperationOutcome {
  /** We did it. */
  DONE,
  /** It was so before we asked, by a hand or by an earlier run. */
  ALREADY,
  /** The target refused it for good. */
  REFUSED,
  /** The target never answered: it may have taken effect. */
  UNANSWERED,
  /** Not done, because a person had changed the class meanwhile. */
  HAND_WAS_THERE,
  /** Not done, because one before it was not. */
  LEFT_OUT,
  /** Neither answered nor given up. */
  TO_DO;

  /** What an operation's state in the journal means. */
  public static OperationOutcome of(OperationState state) {
    return switch (state) {
      case PLANNED, SENT -> TO_DO;
      case DONE -> DONE;
      case ALREADY -> ALREADY;
      case REFUSED -> REFUSED;
      case HAND_WAS_THERE -> HAND_WAS_THERE;
      case LEFT_OUT -> LEFT_OUT;
      case NO_ANSWER, LOOKED_AFTER -> UNANSWERED;
    };
  }
}
