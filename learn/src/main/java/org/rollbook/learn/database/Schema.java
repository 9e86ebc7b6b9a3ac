package org.rollbook.learn.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.rollbook.learn.database.DatabaseUnavailable.Reason;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The app's tables in a database. */
final class Schema {
  /** The number of the newest script. */
  static final int NEWEST = 1;

  /** Whoever makes tables has this advisory lock: any number, the same in every version. */
  static final long TURN = 5_327_655_265L;

  private static final int PATIENCE_MINUTES = 10;
  private static final String HISTORY = "schema_history_learn";

  private final Place place;

  Schema(Place place) {
    this.place = place;
  }

  /**
   * Looks whether the tables can be used, or made, and changes nothing.
   *
   * @return their version; 0 when there are none yet
   */
  int look(Connection connection) {
    var jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
    // Before the version: tables that another process makes in between have one by then.
    var others = othersTables(jdbc);
    int found = version(jdbc);
    if (found > NEWEST) {
      throw new DatabaseUnavailable(
          Reason.NEWER_SCHEMA,
          """
          The learning app's tables at %s are of version %d, and this build knows versions up to \
          %d. Nothing was changed. Start the newer Rollbook that made them.\
          """
              .formatted(place.address(), found, NEWEST));
    }
    if (found == 0) {
      requireNobodyElses(others);
    }
    if (found < NEWEST) {
      requireRightToMake(jdbc);
    }
    return found;
  }

  private static int version(JdbcClient jdbc) {
    boolean there =
        jdbc.sql("select to_regclass('" + HISTORY + "') is not null").query(Boolean.class).single();
    return there
        ? jdbc.sql("select coalesce(max(version::integer), 0) from " + HISTORY + " where success")
            .query(Integer.class)
            .single()
        : 0;
  }

  private static List<String> othersTables(JdbcClient jdbc) {
    return jdbc.sql(
            """
            select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = current_schema() and c.relkind in ('r', 'p', 'v', 'm')
              and c.relname <> 'schema_history_learn'
              -- what an extension brought is nobody's
              and not exists (
                select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
            order by c.relname
            """)
        .query(String.class)
        .list();
  }

  private void requireNobodyElses(List<String> others) {
    if (!others.isEmpty()) {
      throw new DatabaseUnavailable(
          Reason.SETTINGS,
          """
          The database at %s is somebody else's: %d of its tables are not the learning app's, \
          '%s' among them. Nothing was changed. Make an empty database for the learning app and \
          name that one.\
          """
              .formatted(place.address(), others.size(), others.getFirst()));
    }
  }

  private void requireRightToMake(JdbcClient jdbc) {
    boolean may =
        jdbc.sql("select coalesce(has_schema_privilege(current_schema(), 'create'), false)")
            .query(Boolean.class)
            .single();
    if (!may) {
      throw new DatabaseUnavailable(
          Reason.SETTINGS,
          """
          The role '%s' may not make tables in the learning app's database at %s. Make it the \
          database's owner.\
          """
              .formatted(place.user(), place.address()));
    }
  }

  /**
   * Makes what is missing. One process at a time, until it ends or dies: Flyway looks whether its
   * history is there before it takes a lock of its own, and whoever sees none beside tables that
   * another process has made meanwhile would fail.
   */
  void bringUpToDate() {
    try (var connection = place.connect()) {
      connection.setAutoCommit(false);
      takeTurn(connection);
      if (look(connection) < NEWEST) {
        migrate();
      }
      connection.commit();
    } catch (SQLException | DataAccessException | FlywayException e) {
      throw new DatabaseUnavailable(
          Reason.OUTSIDE,
          "The learning app's tables at %s cannot be made: %s"
              .formatted(place.address(), e.getMessage()),
          e);
    }
  }

  private static void takeTurn(Connection connection) {
    var jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
    jdbc.sql("set local lock_timeout = '%dmin'".formatted(PATIENCE_MINUTES)).update();
    // This connection has nothing to do while others make the tables, however long that takes.
    jdbc.sql("set local idle_in_transaction_session_timeout = 0").update();
    int _ =
        jdbc.sql("select 1 from pg_advisory_xact_lock(:turn)")
            .param("turn", TURN)
            .query(Integer.class)
            .single();
  }

  private void migrate() {
    Flyway.configure()
        .dataSource(place.jdbcUrl(), place.user(), place.password())
        .locations("classpath:org/rollbook/learn/migrations")
        .table(HISTORY)
        .load()
        .migrate();
  }
}
