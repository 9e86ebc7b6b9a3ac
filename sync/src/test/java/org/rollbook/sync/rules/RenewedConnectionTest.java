package org.rollbook.sync.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rollbook.registry.database.Database;
import org.rollbook.registry.database.DatabaseSettings;
import org.rollbook.sync.SyncTables;
import org.rollbook.sync.connections.Connected;
import org.rollbook.sync.connections.ConnectionId;
import org.rollbook.sync.execution.AlreadyRunning;
import org.rollbook.sync.runs.RunStatus;
import org.rollbook.sync.testing.ModelClassroom;
import org.rollbook.sync.testing.Sis;
import org.rollbook.sync.testing.TestDatabase;
import org.rollbook.sync.testing.Waiting;
import org.rollbook.sync.testing.World;
import org.springframework.jdbc.core.simple.JdbcClient;

/** G1: what joins a district to its Workspace is set right, renewed and removed by a person. */
@ExtendWith(TestDatabase.class)
@Timeout(120)
final class RenewedConnectionTest {
  private static World algebra(Database database) {
    var world = new World(database, new ModelClassroom());
    world.sis().section("algebra").called("Algebra").taughtBy("ada").with("ben", "cleo");
    world.accountsForAll().deliver();
    world.connection();
    return world;
  }

  private static String domain(World world) {
    var administrator = world.classroom().administrator();
    return administrator.substring(administrator.indexOf('@') + 1);
  }

  @Test
  void G1_another_administrator_of_the_workspace_renews_and_nothing_is_forgotten(
      Database database) {
    try (var world = algebra(database)) {
      var id = world.connection();
      assertThat(world.syncOnly().status()).isEqualTo(RunStatus.DONE);
      var renewed = world.connectAs("Second.Admin@" + domain(world).toUpperCase(Locale.ROOT));
      assertThat(renewed).isEqualTo(new Connected(id, true));
      assertThat(administrator(database, id)).startsWith("Second.Admin@");
      assertThat(world.syncOnly().status()).isEqualTo(RunStatus.UNCHANGED);
      var elsewhere = world.connectAs("admin@elsewhere.example");
      assertThat(elsewhere.renewed()).isFalse();
      assertThat(elsewhere.id()).isNotEqualTo(id);
    }
  }

  private static String administrator(Database database, ConnectionId id) {
    return database
        .jdbc()
        .sql("select administrator from connection where id = :id")
        .param("id", id.number())
        .query(String.class)
        .single();
  }

  @Test
  void G1_however_many_connect_at_once_there_is_one_connection(Database database) throws Exception {
    try (var world = algebra(database);
        var threads = Executors.newFixedThreadPool(8)) {
      Callable<Connected> connect = () -> world.connectAs("admin@at-once.example");
      var ids = new HashSet<ConnectionId>();
      int made = 0;
      for (var one : threads.invokeAll(IntStream.range(0, 16).mapToObj(_ -> connect).toList())) {
        ids.add(one.get().id());
        made += one.get().renewed() ? 0 : 1;
      }
      assertThat(ids).hasSize(1);
      assertThat(made).isEqualTo(1);
    }
  }

  @Test
  void a_removed_connection_leaves_no_row_and_every_class_as_it_is(Database database) {
    try (var world = algebra(database)) {
      var id = world.connection();
      var run = world.syncOnly().run();
      world.sis().section("algebra").with("dora");
      world.deliver();
      world.plan();
      var before = world.classCalled("Algebra");
      world.classroom().forgetCalls();
      var lost = world.classSync().kept(id);
      assertThat(lost.classes()).isEqualTo(1);
      assertThat(lost.runs()).isEqualTo(2);
      assertThat(lost.unfinished()).isZero();

      world.classSync().disconnect(id);
      assertThat(world.classCalled("Algebra")).isEqualTo(before);
      assertThat(world.classroom().calls().writes()).isZero();
      assertThat(rowsOf(database.jdbc(), "connection_id", id.number())).isZero();
      assertThat(rowsOf(database.jdbc(), "run_id", run.number())).isZero();
      assertThatThrownBy(() -> world.classSync().disconnect(id))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> world.classSync().history().get(run))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  /** In whatever table there is: one that is added later must be thought of too. */
  private static long rowsOf(JdbcClient jdbc, String column, long number) {
    return jdbc
        .sql(
            """
            select c.table_name from information_schema.columns c
            join information_schema.tables t using (table_schema, table_name)
            where c.column_name = :column and t.table_type = 'BASE TABLE'
              and t.table_schema = 'public'
            """)
        .param("column", column)
        .query(String.class)
        .list()
        .stream()
        .mapToLong(table ->
            jdbc.sql("select count(*) from %s where %s = :number".formatted(table, column))
                .param("number", number)
                .query(Long.class)
                .single())
        .sum();
  }

  @Test
  void R3_a_connection_is_not_removed_while_a_run_of_it_is_under_way(Database database)
      throws Exception {
    try (var world = algebra(database);
        var threads = Executors.newSingleThreadExecutor()) {
      var id = world.connection();
      var waiting = new Waiting(world.classroom().targets());
      var first = threads.submit(() -> world.sync(waiting));
      try {
        waiting.awaitCall();
        assertThatThrownBy(() -> world.classSync().disconnect(id))
            .isInstanceOf(AlreadyRunning.class);
      } finally {
        waiting.goOn();
      }
      assertThat(first.get(30, TimeUnit.SECONDS).status()).isEqualTo(RunStatus.DONE);
      assertThat(world.classCalled("Algebra").students())
          .containsExactly(Sis.email("ben"), Sis.email("cleo"));
      assertThat(world.syncOnly().status()).isEqualTo(RunStatus.UNCHANGED);
    }
  }

  @Test
  void a_home_with_the_same_connection_twice_migrates_and_renews_the_one_that_ran(
      Database database) {
    var place = database.sibling("connectedtwice").orElseThrow();
    try (var old = Database.open(place)) {
      flyway(place, "4");
      old.jdbc().sql("insert into district (key) values ('springfield')").update();
      old.jdbc()
          .sql(
              """
              insert into connection (district_id, target, administrator, root_url, credentials,
                policy, grace_days, school_removals, school_removals_from, class_removals,
                class_removals_from, school_endings, school_endings_from, planned_event, created_at)
              select 1, 'google-classroom', administrator, null, '', 'COOPERATIVE', 7,
                1, 1, 1, 1, 1, 1, planned, now()
              from (values ('leo@district.example', null), ('Admin@District.Example', 12),
                ('admin@district.example', 14), ('admin@other.example', null))
                as made(administrator, planned)
              """)
          .update();
    }
    try (var migrated = Database.open(place, List.of(SyncTables.MIGRATIONS))) {
      assertThat(
              migrated
                  .jdbc()
                  .sql("select id from connection where not twin order by id")
                  .query(Long.class)
                  .list())
          .containsExactly(2L, 4L);
    }
  }

  private static void flyway(DatabaseSettings.External place, String version) {
    Flyway.configure()
        .dataSource(place.jdbcUrl(), place.user(), place.password())
        .locations("classpath:" + SyncTables.MIGRATIONS.location())
        .table("schema_history_sync")
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .target(version)
        .load()
        .migrate();
  }
}
