package org.rollbook.core.reconcile;

/** Where a class is in its life at the target, in words that fit every target. */
public enum ClassState {
  /** Made and offered to its teacher, not yet accepted; students do not see it. */
  OFFERED,
  /** In use. */
  ACTIVE,
  /** Put away, readable, with everything in it. */
  ARCHIVED,
  /** The offer was turned down, or taken back. */
  DECLINED,
  /** A person deleted it. We never do (G6). */
  DELETED;

  /** Whether members and name may be changed in this state. */
  public boolean modifiable() {
    return this == OFFERED || this == ACTIVE;
  }
}
