package org.rollbook.sync.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rollbook.registry.database.Database;
import org.rollbook.sync.testing.ModelClassroom;
import org.rollbook.sync.testing.TestDatabase;
import org.rollbook.sync.testing.World;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Finding whom to match costs what changed, counted in rows read: not what the district has. */
@ExtendWith(TestDatabase.class)
final class MatchingCostTest {
  private static final int STUDENTS = 3_000;
  private static final int CHANGED = 5;

  /** For each who changed a few: the person, the event, the former match, sharers of an address. */
  private static final int FEW_ROWS = 20 * CHANGED;

  private final Database database;

  MatchingCostTest(Database database) {
    this.database = database;
  }

  @Test
  void R7_few_changed_people_are_found_without_a_look_at_everybody() {
    try (var world = new World(database, new ModelClassroom())) {
      for (int student = 0; student < STUDENTS; student++) {
        world.sis().student("s" + student);
      }
      world.sis().section("algebra").taughtBy("ada").with("s1");
      world.deliver();
      world.accountsForAll().plan();
      long before = lastEvent(world);
      for (int student = 0; student < CHANGED; student++) {
        world.sis().email("s" + student, "other" + student + "@school.example");
      }
      world.sis().leaves("s" + CHANGED);
      world.deliver();

      var scope = new MatchScope(district(world), world.connection().number());
      assertThat(rowsRead(scope, before, lastEvent(world)))
          .isBetween((long) CHANGED, (long) FEW_ROWS);
      assertThat(rowsReadForEverybody(scope))
          .as("what a look at everybody costs, to compare")
          .isGreaterThan(STUDENTS);
    }
  }

  private long rowsRead(MatchScope scope, long event, long lastEvent) {
    return counted(jdbc -> {
      var people = new PeopleToMatch(jdbc, scope);
      assertThat(people.takeChangedAndWaiting(event, lastEvent)).isTrue();
      assertThat(people.addressesToAskFor()).hasSize(CHANGED);
    });
  }

  private long rowsReadForEverybody(MatchScope scope) {
    return counted(jdbc -> new PeopleToMatch(jdbc, scope).takeEverybody());
  }

  /** Of tables that stay, in a transaction that is given up. */
  private long counted(Consumer<JdbcClient> work) {
    var jdbc = JdbcClient.create(database.dataSource());
    var transaction =
        new TransactionTemplate(new DataSourceTransactionManager(database.dataSource()));
    Long rows =
        transaction.execute(status -> {
          status.setRollbackOnly();
          long before = rowsReadSoFar(jdbc);
          work.accept(jdbc);
          return rowsReadSoFar(jdbc) - before;
        });
    return rows == null ? 0 : rows;
  }

  /**
   * By this connection, also for what it did before and has not reported yet. Of the tables that
   * have a row for each of many people: a small one is read whole, rightly.
   */
  private static long rowsReadSoFar(JdbcClient jdbc) {
    return jdbc.sql(
            """
            select coalesce(sum(seq_tup_read + coalesce(idx_tup_fetch, 0)), 0)
            from pg_stat_xact_user_tables
            where relname in ('student', 'event', 'account_match')
            """)
        .query(Long.class)
        .single();
  }

  private int district(World world) {
    return ofDistrict(world, "district_id").intValue();
  }

  private long lastEvent(World world) {
    return ofDistrict(world, "last_event");
  }

  private Long ofDistrict(World world, String column) {
    return database
        .jdbc()
        .sql("select %s from district_state where key = :key".formatted(column))
        .param("key", world.district().value())
        .query(Long.class)
        .single();
  }
}
