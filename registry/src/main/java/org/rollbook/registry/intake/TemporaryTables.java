package org.rollbook.registry.intake;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The temporary tables and views of one import. A connection keeps them, and each commit empties
 * them: making one costs the database as much as thousands of rows, and an import has forty. Their
 * names are therefore of one meaning each, here and wherever else the same connection goes.
 */
final class TemporaryTables {
  /** Below this, to make a table takes longer than to fill it. */
  private static final long FEW = 5_000;

  private final Statements sql;
  private final Set<String> tables;
  private final Set<String> views;
  private boolean many;

  private TemporaryTables(Statements sql, Set<String> tables, Set<String> views) {
    this.sql = sql;
    this.tables = tables;
    this.views = views;
  }

  /** Those that the connection has from former imports are found, and used again. */
  static TemporaryTables of(Statements sql, Connection connection) {
    var tables = new LinkedHashSet<String>();
    var views = new LinkedHashSet<String>();
    try (Statement statement = connection.createStatement();
        ResultSet names =
            statement.executeQuery(
                """
                select relname, relkind = 'v' from pg_class
                where relnamespace = pg_my_temp_schema() and relkind in ('r', 'v')
                """)) {
      while (names.next()) {
        (names.getBoolean(2) ? views : tables).add(names.getString(1));
      }
    } catch (SQLException e) {
      throw Statements.failed("looking for the tables of former imports", e);
    }
    return new TemporaryTables(sql, tables, views);
  }

  /** A table without rows, of these columns. */
  void declare(String table, String columns) {
    if (tables.add(table)) {
      sql.run("create temporary table %s (%s) on commit delete rows".formatted(table, columns));
    }
  }

  /**
   * From now on tables are filled with about so many rows. Many are quicker written into a table
   * that is made of them, and make room in the session's buffers as soon as they are not needed;
   * such a table ends with the import.
   */
  void expect(long rows) {
    many = rows > FEW;
  }

  /** Those of former imports would keep the tables that they read. */
  void forgetAllViews() {
    forgetViews(views.toArray(String[]::new));
  }

  /**
   * A table of what a query answers, once in an import.
   *
   * @param names pairs of a name in braces and what stands for it
   * @return how many rows it has
   */
  long fill(String table, String query, String... names) {
    if (many) {
      forget(table);
      tables.add(table);
      return sql.run(
          "create temporary table %s on commit drop as %s".formatted(table, query), names);
    }
    if (tables.add(table)) {
      sql.run(
          "create temporary table %s on commit delete rows as %s with no data"
              .formatted(table, query),
          names);
    }
    return sql.run("insert into %s %s".formatted(table, query), names);
  }

  /** A query under a name. It names tables, and nothing that differs between two imports. */
  void view(String view, String query, String... names) {
    if (views.add(view)) {
      sql.run("create temporary view %s as %s".formatted(view, query), names);
    }
  }

  /** These are not needed any more in this import. Few rows wait for the commit. */
  void forget(String... names) {
    for (String table : names) {
      if (many && tables.remove(table)) {
        sql.run("drop table " + table);
      }
    }
  }

  /** As {@link #forget}, before the tables that they read. */
  void forgetViews(String... names) {
    for (String view : names) {
      if (many && views.remove(view)) {
        sql.run("drop view " + view);
      }
    }
  }
}
