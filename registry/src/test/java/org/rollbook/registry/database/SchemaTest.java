package org.rollbook.registry.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rollbook.registry.testing.TestServer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Tables that another process is making at the same time. */
@ExtendWith(TestServer.class)
final class SchemaTest {
  @Test
  @Timeout(60)
  void whoever_meets_a_database_whose_tables_are_being_made_waits_for_them(Database server)
      throws Exception {
    var place = server.sibling("beingmade").orElseThrow();
    try (var maker = connect(place);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var jdbc = JdbcClient.create(new SingleConnectionDataSource(maker, true));
      maker.setAutoCommit(false);
      jdbc.sql("select 1 from pg_advisory_xact_lock(:turn)")
          .param("turn", Schema.TURN)
          .query(Integer.class)
          .single();

      var opening = threads.submit(() -> Database.open(place));
      while (waiting(jdbc) == 0) {
        assertThat(opening).isNotDone();
        Thread.sleep(5);
      }
      assertThat(tables(jdbc)).isZero();

      maker.commit();
      try (var opened = opening.get()) {
        assertThat(tables(opened.jdbc())).isPositive();
      }
    }
  }

  private static Connection connect(DatabaseSettings.External place) throws SQLException {
    return DriverManager.getConnection(place.jdbcUrl(), place.user(), place.password());
  }

  private static int waiting(JdbcClient jdbc) {
    return jdbc.sql(
            """
            select count(*) from pg_locks
            where locktype = 'advisory' and not granted
              and database = (select oid from pg_database where datname = current_database())
            """)
        .query(Integer.class)
        .single();
  }

  private static int tables(JdbcClient jdbc) {
    return jdbc.sql("select count(*) from pg_tables where schemaname = current_schema()")
        .query(Integer.class)
        .single();
  }
}
