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
 *
 * <p>What only the holder may write goes through the same session. Whoever loses the lease, because
 * the session is ended or the network fails, can then write no journal either, and sends nothing
 * more.
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

  /** The session that holds the lease; never to be closed by others. */
  Connection session() {
    return session;
  }

  /** Never fails: whether the lease was still held says nothing of what was done with it. */
  @Override
  public void close() {
    try (session) {
      try {
        call(session, "select pg_advisory_unlock(?, ?)", connection);
      } catch (SQLException e) {
        // In the pool again, the session would hold the lock for as long as the pool keeps it.
        session.abort(Runnable::run);
        throw e;
      }
    } catch (SQLException e) {
      System.getLogger(Lease.class.getName())
          .log(System.Logger.Level.WARNING, "the lease of " + connection + " was lost", e);
    }
  }
}
