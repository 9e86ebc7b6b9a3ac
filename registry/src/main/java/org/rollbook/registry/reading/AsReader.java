package org.rollbook.registry.reading;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Function;
import javax.sql.DataSource;
import org.rollbook.registry.sharing.Reader;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Runs queries as the role that sees one app's share of one district and nothing else: a query that
 * forgot to ask for the right district would find nothing, rather than what is another's.
 */
final class AsReader {
  private static final String LOST_QUERIES_END = "30s";

  private final DataSource dataSource;

  AsReader(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** One read-only transaction, whose queries all see the same state. */
  <T> T read(Reader reader, Function<JdbcClient, T> queries) {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try {
        become(reader, connection);
        return queries.apply(JdbcClient.create(new SingleConnectionDataSource(connection, true)));
      } finally {
        // Nothing was written; the role and its settings end with the transaction.
        connection.rollback();
      }
    } catch (SQLException e) {
      throw new UncategorizedSQLException("reading a share", null, e);
    }
  }

  /** All in one round trip: each request pays for it. */
  private static void become(Reader reader, Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          """
          set transaction isolation level repeatable read, read only;
          set local role rollbook_reader;
          set local rollbook.district = %d;
          set local rollbook.app = %d;
          set local statement_timeout = '%s'\
          """
              .formatted(reader.district(), reader.app().number(), LOST_QUERIES_END));
    }
  }
}
