package org.rollbook.core.reconcile;

/** How much of a class at the target a decision depends on. */
public enum Look {
  /** Nothing: the answers to the operations settle the rest. */
  NONE,
  /** Its name, owner and state. */
  CLASS,
  /** These, and who is in it. */
  SEATS
}
