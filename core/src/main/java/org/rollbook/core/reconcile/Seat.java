package org.rollbook.core.reconcile;

/**
 * What somebody is in a class. Nobody has two seats in one class: who teaches it is its teacher.
 */
public enum Seat {
  NONE,
  STUDENT,
  TEACHER
}
