package org.rollbook.sync.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rollbook.core.guard.PlanGuard.SchoolSize;
import org.rollbook.core.guard.PlanLimits;
import org.rollbook.core.roster.RecordId;
import org.rollbook.registry.database.Database;
import org.rollbook.sync.connections.Connections;
import org.rollbook.sync.connections.SecretBox;
import org.rollbook.sync.testing.ModelClassroom;
import org.rollbook.sync.testing.TestDatabase;
import org.rollbook.sync.testing.World;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the guard's numbers say, and what they cost, counted in rows read. */
@ExtendWith(TestDatabase.class)
final class SchoolSizesTest {
  private static final int CLASSES = 20;
  private static final SchoolSize SIZE = new SchoolSize(11 * CLASSES, CLASSES);

  private final Database database;

  SchoolSizesTest(Database database) {
    this.database = database;
  }

  @Test
  void R2_a_schools_size_costs_what_the_school_has_and_not_what_the_connection_has() {
    try (var world = new World(database, new ModelClassroom())) {
      for (var school : List.of("north", "south")) {
        for (int c = 0; c < CLASSES; c++) {
          var section = world.sis().section(school + c).at(school).taughtBy("t-" + school + c);
          for (int s = 0; s < 10; s++) {
            section.with(school + c + "-" + s);
          }
        }
      }
      world.limits(new PlanLimits(1, 9999, 1, 9999, 1, 9999)).accountsForAll().sync();
      database.jdbc().sql("analyze seat_baseline").update();
      var all = read(world, SchoolSizes::ofAll);
      assertThat(all.sizes).hasSize(2).containsValue(SIZE);
      assertThat(all.seatsRead).isGreaterThanOrEqualTo(2 * SIZE.memberships());
      var north = all.sizes.firstKey();
      var one = read(world, sizes -> sizes.of(List.of(north)));
      assertThat(one.sizes).hasSize(1).containsEntry(north, SIZE);
      assertThat(one.seatsRead).isEqualTo(SIZE.memberships());
    }
  }

  private record Read(SortedMap<RecordId, SchoolSize> sizes, long seatsRead) {}

  private Read read(World world, Function<SchoolSizes, SortedMap<RecordId, SchoolSize>> work) {
    var connections =
        new Connections(
            database.jdbc(),
            new SecretBox(new byte[32], new SecureRandom()),
            InstantSource.system());
    var jdbc = JdbcClient.create(database.dataSource());
    var sizes = new SchoolSizes(jdbc, connections.get(world.connection()));
    var transaction =
        new TransactionTemplate(new DataSourceTransactionManager(database.dataSource()));
    Read read =
        transaction.execute(_ -> {
          long before = seatsRead(jdbc);
          var found = work.apply(sizes);
          return new Read(found, seatsRead(jdbc) - before);
        });
    return Objects.requireNonNull(read);
  }

  /** By this database connection, also for what it did before and has not reported yet. */
  private static long seatsRead(JdbcClient jdbc) {
    return jdbc.sql(
            """
            select seq_tup_read + coalesce(idx_tup_fetch, 0) from pg_stat_xact_user_tables
            where relname = 'seat_baseline'
            """)
        .query(Long.class)
        .single();
  }
}
