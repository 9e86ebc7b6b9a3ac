package org.rollbook.core.reconcile;

/**
 * Whom the sync believes where source and target differ: the two last columns of the decision
 * table.
 */
public enum Policy {
  /** People's changes in the target stand, and are recorded as kept changes (Google Classroom). */
  COOPERATIVE,
  /** The source is always believed (the learning app, L6). */
  MIRROR
}
