package org.rollbook.registry.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.rollbook.core.roster.RecordKind;
import org.rollbook.sources.Finding;

/**
 * Counts the records that stay as they were because of rows that could not be read, and says why
 * (H3): one cell may keep everybody, and nobody would know.
 */
final class KeptRecords {
  private final Statements sql;

  KeptRecords(Statements sql) {
    this.sql = sql;
  }

  /** How much a row that could not be read may have been about, the most last. */
  private enum Scope {
    ONE(""),
    SECTION(" and may have been any of its section"),
    SCHOOL(" and may have been any of its school"),
    WHOLE(" and may have been any of them");

    private final String says;

    Scope(String says) {
      this.says = says;
    }
  }

  /**
   * The rows of a kind that could not be read.
   *
   * @param line of the first one of the widest scope
   */
  private record Unreadable(Scope scope, long rows, String file, long line) {
    /** All rows, and of the two scopes the wider one. */
    Unreadable and(Unreadable other) {
      var wider = scope.compareTo(other.scope) >= 0 ? this : other;
      return new Unreadable(wider.scope, rows + other.rows, wider.file, wider.line);
    }

    String says() {
      String others = rows == 1 ? "" : String.format(Locale.ENGLISH, " and %,d more", rows - 1);
      // A row that turned out wrong among others may not have said where it stood.
      String first =
          file.isEmpty() ? "a row" + others : "line %d%s of %s".formatted(line, others, file);
      return first + " could not be read" + scope.says;
    }
  }

  /**
   * @param enrolments how many of these stay; of all other kinds {@code kept} says it
   */
  List<Kept> tell(long enrolments) {
    Map<RecordKind, Long> counts = counts();
    if (enrolments > 0) {
      counts.put(RecordKind.ENROLMENT, enrolments);
    }
    if (counts.isEmpty()) {
      return List.of();
    }
    Map<RecordKind, Unreadable> unread = unread();
    var told = new ArrayList<Kept>();
    counts.forEach((kind, count) ->
        told.add(
            new Kept(kind, count, finding(kind, count, Optional.ofNullable(unread.get(kind))))));
    return List.copyOf(told);
  }

  private static Finding finding(RecordKind kind, long count, Optional<Unreadable> rows) {
    String because = rows.map(Unreadable::says).orElse("records that stay name them");
    String message =
        String.format(
            Locale.ENGLISH, "%,d %s kept as before: %s.", count, words(kind, count), because);
    return new Finding(
        rows.map(Unreadable::file).orElse(""),
        rows.map(Unreadable::line).orElse(0L),
        "",
        Kept.CODE,
        message);
  }

  private static String words(RecordKind kind, long count) {
    if (kind == RecordKind.STAFF) {
      return count == 1 ? "staff member is" : "staff members are";
    }
    String many = kind.plural();
    return count == 1 ? many.substring(0, many.length() - 1) + " is" : many + " are";
  }

  private Map<RecordKind, Long> counts() {
    var counts = new EnumMap<RecordKind, Long>(RecordKind.class);
    each(
        "select kind, count(*) from kept group by kind",
        row -> counts.put(RecordKind.valueOf(row.getString(1)), row.getLong(2)));
    return counts;
  }

  private Map<RecordKind, Unreadable> unread() {
    var unread = new EnumMap<RecordKind, Unreadable>(RecordKind.class);
    each(
        """
        select kind, scope, count(*), coalesce(min(file), ''), coalesce(min(line), 0)
        from unread where scope in ('one', 'section', 'school', 'whole') group by kind, scope
        """,
        row -> {
          var scope = Scope.valueOf(row.getString(2).toUpperCase(Locale.ROOT));
          unread.merge(
              RecordKind.valueOf(row.getString(1)),
              new Unreadable(scope, row.getLong(3), row.getString(4), row.getLong(5)),
              Unreadable::and);
        });
    return unread;
  }

  private interface Row {
    void take(ResultSet row) throws SQLException;
  }

  private void each(String query, Row taker) {
    try (Statement statement = sql.connection().createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        taker.take(rows);
      }
    } catch (SQLException e) {
      throw Statements.failed(query, e);
    }
  }
}
