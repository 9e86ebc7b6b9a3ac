package org.rollbook.sync.target;

/** Whether a call to the target changes something there. */
public enum CallKind {
  READ,
  WRITE
}
