package org.rollbook.learn.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import org.rollbook.learn.database.DatabaseUnavailable.Reason;

/** Where a database is and as whom it is opened; shows neither password nor parameters. */
record Place(String jdbcUrl, String user, String password) {
  private static final String PATIENCE_SECONDS = "10";

  /**
   * One connection, by hand: a pool would try for half a minute, and log what it met with a trace.
   *
   * @throws DatabaseUnavailable when there is none to be had
   */
  Connection connect() {
    requireReadable();
    var properties = new Properties();
    properties.setProperty("user", user);
    properties.setProperty("password", password);
    properties.setProperty("ApplicationName", "rollbook-learn");
    properties.setProperty("connectTimeout", PATIENCE_SECONDS);
    properties.setProperty("loginTimeout", PATIENCE_SECONDS);
    try {
      return DriverManager.getConnection(jdbcUrl, properties);
    } catch (SQLException e) {
      throw new DatabaseUnavailable(
          reasonOf(e),
          "The learning app's database at %s does not let us in as '%s': %s. Check address, role"
                  .formatted(address(), user, sentence(e))
              + " and password.",
          e);
    }
  }

  private void requireReadable() {
    try {
      if (jdbcUrl.startsWith("jdbc:postgresql:") && DriverManager.getDriver(jdbcUrl) != null) {
        return;
      }
    } catch (SQLException e) {
      // As any other that cannot be read; its message would show the password.
    }
    throw new DatabaseUnavailable(
        Reason.SETTINGS,
        "The learning app's database address '%s' is not of the form %s."
            .formatted(address(), "jdbc:postgresql://host:port/database"));
  }

  private static Reason reasonOf(SQLException e) {
    var state = Optional.ofNullable(e.getSQLState()).orElse("");
    // 28: role or password; 3D: no such database. All else is network or server.
    return state.startsWith("28") || state.startsWith("3D") ? Reason.SETTINGS : Reason.OUTSIDE;
  }

  /** A host that nobody knows is a cause of its own, and the driver tells nothing of it. */
  private static String sentence(SQLException e) {
    var says =
        e.getCause() instanceof java.net.UnknownHostException unknown
            ? "there is no host '%s'".formatted(unknown.getMessage())
            : String.valueOf(e.getMessage());
    return says.endsWith(".") ? says.substring(0, says.length() - 1) : says;
  }

  /** The URL without what may be a password: before a host, or behind a question mark. */
  String address() {
    int question = jdbcUrl.indexOf('?');
    var bare = question < 0 ? jdbcUrl : jdbcUrl.substring(0, question);
    return jdbcUrl.contains("@") ? bare.replaceFirst("//.*", "//…") : bare;
  }

  @Override
  public String toString() {
    return "Place[" + address() + ", " + user + "]";
  }
}
