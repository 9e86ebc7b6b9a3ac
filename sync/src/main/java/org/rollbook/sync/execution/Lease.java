package org.rollbook.sync.execution;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.rollbook.sync.connections.ConnectionId;

/**
 * The right to run a connection: one process on one database has it at a time. It is an advisory
 * lock of a database session, so a killed process loses it at once and there is no time to wait
 * out. (A pooler that shares sessions between clients must not stand in between.)
 */
final class Lease implements AutoCloseable {
  /** Keeps these locks apart from everybody else's: "roll" in ASCII. */
  private static final int SPACE = 0x726f6c6c;

  private final Connection session;
  private final ConnectionId connection;

  private Lease(Connection session, ConnectionId connection) {
    this.session = session;
    this.connection = connection;
  }

  /** The lease, or nothing when another process or thread has it. */
  static Optional<Lease> take(DataSource dataSource, ConnectionId connection) throws SQLException {
    var session = dataSource.getConnection();
    try {
      if (call(session, "select pg_try_advisory_lock(?, ?)", connection)) {
        return Optional.of(new Lease(session, connection));
      }
    } catch (SQLException e) {
      session.close();
      throw e;
    }
    session.close();
    return Optional.empty();
  }

  private static boolean call(Connection session, String sql, ConnectionId connection)
      throws SQLException {
    try (var statement = session.prepareStatement(sql)) {
      statement.setInt(1, SPACE);
      statement.setInt(2, Math.toIntExact(connection.number()));
      try (var rows = statement.executeQuery()) {
        return rows.next() && rows.getBoolean(1);
      }
    }
  }

  @Override
  public void close() throws SQLException {
    try (session) {
      call(session, "select pg_advisory_unlock(?, ?)", connection);
    }
  }
}
