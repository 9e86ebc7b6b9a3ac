package org.rollbook.app.console;

/** The caller asked for something that cannot be; the message says what to type instead. */
public final class UsageError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UsageError(String message) {
    super(message);
  }
}
