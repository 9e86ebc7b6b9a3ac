package org.rollbook.registry.intake;

/** A person asked for something that this snapshot does not allow; the message says why. */
public final class DecisionRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DecisionRefused(String message) {
    super(message);
  }
}
