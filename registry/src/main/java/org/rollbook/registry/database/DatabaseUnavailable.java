package org.rollbook.registry.database;

/** The database cannot be used; the message says what a person can do about it. */
public final class DatabaseUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Whose turn it is. */
  public enum Reason {
    /** The settings are wrong: the address, the role, its password. */
    SETTINGS,
    /** Something outside failed: disk, permission, port, network. */
    OUTSIDE,
    /** The database was written by a newer Rollbook than this one. */
    NEWER_SCHEMA
  }

  private final Reason reason;

  DatabaseUnavailable(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public DatabaseUnavailable(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
