package org.rollbook.sync.runs;

/** Where a plan, or the run that executes it, stands. */
public enum RunStatus {
  /** Made to be looked at; runs when approved. */
  PLANNED,
  /** The guard wants a person's approval (R2). */
  HELD,
  /** Being executed, or killed meanwhile: the next start goes on with it (R3). */
  RUNNING,
  /** Stopped before everything was answered, since the target could not be used; goes on later. */
  INCOMPLETE,
  /** Everything was answered. */
  DONE,
  /** There was nothing to do. */
  UNCHANGED,
  /** A newer plan took its place. */
  SUPERSEDED,
  /** A person threw it away. */
  DISCARDED;

  /** Whether a person may approve or discard it. */
  public boolean awaitsDecision() {
    return this == PLANNED || this == HELD;
  }

  /** Whether it was begun and is not over. */
  public boolean begun() {
    return this == RUNNING || this == INCOMPLETE;
  }
}
