package org.rollbook.registry.database;

import java.nio.file.Path;

/** Where the database is. */
public sealed interface DatabaseSettings {
  /**
   * A PostgreSQL of our own, its data under {@code home/postgres}. The first process that needs it
   * starts it, the last one stops it.
   *
   * @param home the node's home directory; made when missing
   */
  record Embedded(Path home) implements DatabaseSettings {}

  /**
   * A PostgreSQL that somebody else runs.
   *
   * @param jdbcUrl {@code jdbc:postgresql://host:port/database}
   * @param user the role, which may make tables
   * @param password its password, empty text when none is asked for
   */
  record External(String jdbcUrl, String user, String password) implements DatabaseSettings {
    /** Leaves out the password, and whatever the URL carries after its question mark. */
    @Override
    public String toString() {
      return "External[jdbcUrl=" + address() + ", user=" + user + "]";
    }

    /** The URL without what it carries after its question mark: that may be a password. */
    public String address() {
      int question = jdbcUrl.indexOf('?');
      return question < 0 ? jdbcUrl : jdbcUrl.substring(0, question);
    }
  }
}
