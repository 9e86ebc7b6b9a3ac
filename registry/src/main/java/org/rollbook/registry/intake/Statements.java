package org.rollbook.registry.intake;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.rollbook.registry.database.DatabaseFailure;
import org.rollbook.registry.database.DatabaseUnavailable;
import org.rollbook.sources.Finding;

/**
 * Runs the set-based SQL of one import on its connection. The templates name what is the same in
 * all of them: {@code {district}}, {@code {snapshot}}, {@code {at}}. Only numbers, instants and
 * identifiers of our own are put in, never a value of the source but names of files and columns as
 * {@link #literal}: {@code CREATE TABLE AS} takes no parameters.
 */
final class Statements {
  private final Connection connection;
  private final int district;
  private final SnapshotNumber snapshot;
  private final Instant at;
  private final TemporaryTables tables;

  Statements(Connection connection, int district, SnapshotNumber snapshot, Instant at) {
    this.connection = connection;
    this.district = district;
    this.snapshot = snapshot;
    this.at = at;
    this.tables = TemporaryTables.of(this, connection);
  }

  TemporaryTables tables() {
    return tables;
  }

  int district() {
    return district;
  }

  SnapshotNumber snapshot() {
    return snapshot;
  }

  Instant at() {
    return at;
  }

  Connection connection() {
    return connection;
  }

  /** Runs a statement; {@code names} are pairs of a name in braces and what stands for it. */
  long run(String template, String... names) {
    String sql = fill(template, names);
    try (Statement statement = connection.createStatement()) {
      return statement.executeLargeUpdate(sql);
    } catch (SQLException e) {
      throw failed(sql, e);
    }
  }

  /** The one number that a query answers. */
  long count(String template, String... names) {
    return counts(template, names).getFirst();
  }

  /** The numbers in the one row that a query answers. */
  List<Long> counts(String template, String... names) {
    String sql = fill(template, names);
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      var numbers = new ArrayList<Long>();
      for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
        numbers.add(rows.getLong(i));
      }
      return List.copyOf(numbers);
    } catch (SQLException e) {
      throw failed(sql, e);
    }
  }

  /**
   * Findings from a query of {@code file, line, column_name, message}; adds them and returns how
   * many there were.
   */
  long find(Findings findings, String code, String template, String... names) {
    String sql =
        "select count(*) over (), * from (%s) f order by 2, 3 limit %d"
            .formatted(fill(template, names), Findings.KEPT_PER_CODE);
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      long count = 0;
      var first = new ArrayList<Finding>();
      while (rows.next()) {
        count = rows.getLong(1);
        first.add(finding(code, rows));
      }
      findings.addAll(code, count, List.copyOf(first));
      return count;
    } catch (SQLException e) {
      throw failed(sql, e);
    }
  }

  private static Finding finding(String code, ResultSet row) throws SQLException {
    return new Finding(row.getString(2), row.getLong(3), row.getString(4), code, row.getString(5));
  }

  private String fill(String template, String... names) {
    String sql = template;
    for (int i = 0; i < names.length; i += 2) {
      sql = sql.replace("{" + names[i] + "}", names[i + 1]);
    }
    return sql.replace("{district}", Integer.toString(district))
        .replace("{snapshot}", snapshot.toString())
        .replace("{at}", "timestamptz '" + at + "'");
  }

  /** A text of the source where nothing but SQL can say it. */
  static String literal(String text) {
    return "'" + text.replace("'", "''").replace('\0', '\uFFFD') + "'";
  }

  /** What a person is told is the same for every statement; the cause says which it was. */
  static DatabaseUnavailable failed(String what, SQLException e) {
    String says =
        DatabaseFailure.of(e)
            .map(failure ->
                "%s. The roster is as it was before: %s, and import again."
                    .formatted(failure.happened(), failure.remedy()))
            .orElseGet(() ->
                "The database failed. The roster is as it was before: import again. (%s)"
                    .formatted(firstLine(e)));
    return new DatabaseUnavailable(
        DatabaseUnavailable.Reason.OUTSIDE, says, new SQLException(what, e.getSQLState(), e));
  }

  private static String firstLine(SQLException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }
}
