package org.rollbook.learn.database;

/** The app's database cannot be used; the message says what a person can do about it. */
public final class DatabaseUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Whose turn it is. */
  public enum Reason {
    /** The settings are wrong: the address, the role, its password, or whose database it is. */
    SETTINGS,
    /** Something outside failed: the server, its disk, the network. */
    OUTSIDE,
    /** The database was written by a newer app than this one. */
    NEWER_SCHEMA
  }

  private final Reason reason;

  DatabaseUnavailable(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  DatabaseUnavailable(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
