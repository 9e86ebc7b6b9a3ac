package org.rollbook.registry.database;

import java.sql.SQLException;
import java.util.Optional;

/**
 * What an administrator can do something about when the database fails, whatever was asked of it.
 * PostgreSQL's own words, and the statement, are for whoever looks for a fault.
 */
public enum DatabaseFailure {
  DISK_FULL("The disk of the database is full", "make room"),
  NO_MEMORY("The database has no memory left", "give it more, or end what else needs it"),
  NO_CONNECTION_LEFT(
      "The database takes no more connections",
      "end what else uses it, or raise its max_connections"),
  SHUT_DOWN("The database was shut down meanwhile", "see that it runs"),
  LOST("The connection to the database was lost", "see that it runs");

  private final String happened;
  private final String remedy;

  DatabaseFailure(String happened, String remedy) {
    this.happened = happened;
    this.remedy = remedy;
  }

  /** What happened, as a sentence without its full stop. */
  public String happened() {
    return happened;
  }

  /** What to do before it is tried again, as a command. */
  public String remedy() {
    return remedy;
  }

  /** Of the first SQL failure among the causes whose state says it; empty for any other. */
  public static Optional<DatabaseFailure> of(Throwable failure) {
    Optional<DatabaseFailure> found = Optional.empty();
    for (Throwable e = failure; e != null && found.isEmpty(); e = e.getCause()) {
      if (e instanceof SQLException sql) {
        found = ofState(String.valueOf(sql.getSQLState()));
      }
    }
    return found;
  }

  private static Optional<DatabaseFailure> ofState(String state) {
    return switch (state) {
      case "53100" -> Optional.of(DISK_FULL);
      case "53200" -> Optional.of(NO_MEMORY);
      case "53300" -> Optional.of(NO_CONNECTION_LEFT);
      case "57P01", "57P02", "57P03", "57P05" -> Optional.of(SHUT_DOWN);
      case "08000", "08001", "08003", "08004", "08006" -> Optional.of(LOST);
      default -> Optional.empty();
    };
  }
}
