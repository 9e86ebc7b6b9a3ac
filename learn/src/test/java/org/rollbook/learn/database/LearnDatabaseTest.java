package org.rollbook.learn.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollbook.learn.database.DatabaseUnavailable.Reason;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

class LearnDatabaseTest {
  @Test
  void aNewDatabaseGetsItsTables() {
    try (var database = TestDatabases.open()) {
      assertThat(tables(database.jdbc())).isGreaterThan(10);
    }
  }

  @Test
  @Timeout(60)
  void tablesThatAnotherProcessMakesAreWaitedFor() throws Exception {
    var empty = TestDatabases.empty();
    try (var maker = DriverManager.getConnection(empty.url(), "postgres", "");
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var jdbc = JdbcClient.create(new SingleConnectionDataSource(maker, true));
      maker.setAutoCommit(false);
      jdbc.sql("select 1 from pg_advisory_xact_lock(:turn)")
          .param("turn", Schema.TURN)
          .query(Integer.class)
          .single();

      var opening = threads.submit(() -> LearnDatabase.open(empty.url(), "postgres", ""));
      while (waiting(jdbc) == 0) {
        assertThat(opening).isNotDone();
        Thread.sleep(5);
      }
      assertThat(tables(jdbc)).isZero();

      maker.commit();
      try (var opened = opening.get()) {
        assertThat(tables(opened.jdbc())).isGreaterThan(10);
      }
    }
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

  @Test
  void lookingMakesNothing() {
    var empty = TestDatabases.empty();
    assertThat(LearnDatabase.isUpToDate(empty.url(), "postgres", "")).isFalse();
    assertThat(tables(empty.jdbc())).isZero();
    LearnDatabase.open(empty.url(), "postgres", "").close();
    assertThat(LearnDatabase.isUpToDate(empty.url(), "postgres", "")).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "postgres://me:sesame@db/learn, SETTINGS, 'not of the form jdbc:postgresql://host'",
    "jdbc:postgresql://db:port/learn?password=sesame, SETTINGS, 'not of the form'",
    "jdbc:mysql://db/learn, SETTINGS, 'jdbc:mysql://db/learn'",
    "jdbc:postgresql://no.such.host.invalid/learn?password=sesame, OUTSIDE, "
        + "'no host ''no.such.host.invalid'''",
    "jdbc:postgresql://127.0.0.1:1/learn, OUTSIDE, '127.0.0.1:1'"
  })
  void anAddressThatLeadsNowhereIsToldOf(String url, Reason reason, String says) {
    assertThatThrownBy(() -> LearnDatabase.open(url, "me", "sesame"))
        .hasMessageContaining(says)
        .hasMessageNotContaining("sesame")
        .isInstanceOfSatisfying(
            DatabaseUnavailable.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }

  @Test
  void aDatabaseThatIsNotThereIsASetting() {
    var url = TestDatabases.empty().url() + "_gone";
    refuses(url, "postgres", Reason.SETTINGS, "_gone");
  }

  @Test
  void somebodyElsesDatabaseIsLeftAlone() {
    var theirs = TestDatabases.empty();
    theirs.jdbc().sql("create table cat (name text)").update();
    refuses(theirs.url(), "postgres", Reason.SETTINGS, "1 of its tables", "'cat'");
    assertThat(tables(theirs.jdbc())).isEqualTo(1);
  }

  @Test
  void aNewerAppsDatabaseIsLeftAlone() {
    var newer = TestDatabases.empty();
    LearnDatabase.open(newer.url(), "postgres", "").close();
    newer.jdbc().sql("update schema_history_learn set version = '99'").update();
    refuses(newer.url(), "postgres", Reason.NEWER_SCHEMA, "version 99", "up to 1");
  }

  @Test
  void aRoleThatMayNotMakeTablesIsASetting() {
    var empty = TestDatabases.empty();
    empty.jdbc().sql("create role reader login").update();
    refuses(empty.url(), "reader", Reason.SETTINGS, "'reader' may not make tables");
  }

  private static void refuses(String url, String user, Reason reason, String... says) {
    assertThatThrownBy(() -> LearnDatabase.open(url, user, ""))
        .hasMessageContainingAll(says)
        .isInstanceOfSatisfying(
            DatabaseUnavailable.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }

  private static int tables(JdbcClient jdbc) {
    return jdbc.sql("select count(*) from information_schema.tables where table_schema = 'public'")
        .query(Integer.class)
        .single();
  }
}
