package org.rollbook.sync.runs;

/** What the journal knows of one operation (R3). */
public enum OperationState {
  PLANNED(0),
  /** About to be sent, or sent: it may have taken effect. */
  SENT(1),
  DONE(2),
  /** It was so before we asked. */
  ALREADY(3),
  REFUSED(4),
  /** Not done, because a person had changed the class meanwhile. */
  HAND_WAS_THERE(5),
  /** Not done, because an operation before it, which it needs, was not. */
  LEFT_OUT(6),
  /** Sent, never answered, and given up for this run: it may have taken effect. */
  NO_ANSWER(7),
  /** Never answered; a later look at the class showed what had become of it. */
  LOOKED_AFTER(8);

  private final int number;

  OperationState(int number) {
    this.number = number;
  }

  /** The number in the table. */
  public int number() {
    return number;
  }

  public static OperationState of(int number) {
    for (var state : values()) {
      if (state.number == number) {
        return state;
      }
    }
    throw new IllegalStateException("operation state " + number + " is none");
  }

  /** Whether the operation is over. */
  public boolean over() {
    return this != PLANNED && this != SENT;
  }
}
