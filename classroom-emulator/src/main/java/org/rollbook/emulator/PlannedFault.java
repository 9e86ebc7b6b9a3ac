package org.rollbook.emulator;

/**
 * A fault at a chosen call.
 *
 * @param method the method's name such as {@code courses.create}; {@code *} is any
 * @param after how many calls of that method go well first
 * @param times how many calls of it then fail
 */
public record PlannedFault(String method, int after, FaultKind fault, int times) {
  public PlannedFault {
    if (after < 0 || times < 1) {
      throw new IllegalArgumentException("A planned fault needs after >= 0 and times >= 1");
    }
  }
}
