package org.rollbook.sync.planning;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Rows of one query, ordered by the section that their first column names, read as a stream: the
 * database hands them over in portions, and only the current one is in memory.
 */
final class SectionCursor implements AutoCloseable {
  private static final int PORTION = 2_000;

  private final PreparedStatement statement;
  private final ResultSet rows;
  private boolean there;

  SectionCursor(Connection sql, String query, long... parameters) throws SQLException {
    this.statement = sql.prepareStatement(query);
    statement.setFetchSize(PORTION);
    for (int i = 0; i < parameters.length; i++) {
      statement.setLong(i + 1, parameters[i]);
    }
    this.rows = statement.executeQuery();
    this.there = rows.next();
  }

  /** The section of the current row; the greatest number when there is no row any more. */
  long section() throws SQLException {
    return there ? rows.getLong(1) : Long.MAX_VALUE;
  }

  ResultSet row() {
    return rows;
  }

  void next() throws SQLException {
    there = rows.next();
  }

  @Override
  public void close() throws SQLException {
    try (statement) {
      rows.close();
    }
  }
}
