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
    /** Leaves out the password, and whatever of the URL may be one. */
    @Override
    public String toString() {
      return "External[jdbcUrl=" + address() + ", user=" + user + "]";
    }

    /**
     * The URL without what may be a password: what it carries after its question mark, and the
     * whole place where something stands before an {@code @}, as other programs write it.
     */
    public String address() {
      int question = jdbcUrl.indexOf('?');
      var bare = question < 0 ? jdbcUrl : jdbcUrl.substring(0, question);
      return jdbcUrl.contains("@") ? bare.replaceFirst("//.*", "//…") : bare;
    }
  }
}
