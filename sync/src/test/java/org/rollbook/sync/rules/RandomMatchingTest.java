package org.rollbook.sync.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rollbook.registry.database.Database;
import org.rollbook.sync.connections.ConnectionId;
import org.rollbook.sync.execution.RunProgress;
import org.rollbook.sync.target.TargetUnavailable;
import org.rollbook.sync.testing.ModelClassroom;
import org.rollbook.sync.testing.TestDatabase;
import org.rollbook.sync.testing.World;

/**
 * Random changes of addresses, people and accounts: matching only those whom a change may concern
 * must say what matching everybody says (G2, G3). The oracle is a new connection each time, which
 * has to match everybody. {@code -Drollbook.seeds=N} plays more.
 */
@ExtendWith(TestDatabase.class)
final class RandomMatchingTest {
  private static final int STEPS = 14;
  private static final int PEOPLE = 9;

  static List<Long> seeds() {
    var seeds = new ArrayList<Long>();
    for (long seed = 1; seed <= Long.getLong("rollbook.seeds", 5L); seed++) {
      seeds.add(seed);
    }
    return seeds;
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void G2_who_changed_is_matched_as_everybody_would_be(long seed, Database database)
      throws TargetUnavailable, InterruptedException {
    var random = new Random(seed);
    try (var world = new World(database, new ModelClassroom())) {
      for (int person = 0; person < PEOPLE; person++) {
        appears(world, person, random);
      }
      world.sis().section("s").called("Class").taughtBy("t0").with("p1");
      world.approveIfHeld(world.deliver());
      var kept = world.connection();
      for (int step = 0; step < STEPS; step++) {
        assertThat(matched(world, kept, database))
            .as("step %d", step)
            .isEqualTo(matched(world, world.connect(), database));
        assertThat(notedThoughAnothers(kept, database)).as("step %d", step).isEmpty();
        for (int change = 0; change <= random.nextInt(3); change++) {
          change(world, random);
        }
        world.approveIfHeld(world.deliver());
      }
    }
  }

  private static String id(int person) {
    return (person % 3 == 0 ? "t" : "p") + person;
  }

  private static String address(Random random) {
    return "a" + random.nextInt(8) + "@school.example";
  }

  private static void appears(World world, int person, Random random) {
    if (person % 3 == 0) {
      world.sis().teacher(id(person));
    } else {
      world.sis().student(id(person));
    }
    world.sis().email(id(person), address(random));
  }

  private static void change(World world, Random random) {
    int person = random.nextInt(PEOPLE);
    switch (random.nextInt(8)) {
      case 0 -> {
        if (person > 1) {
          world.sis().leaves(id(person));
        }
      }
      case 1, 2, 3 -> appears(world, person, random);
      case 4 -> world.sis().email(id(person), "");
      case 5 -> world.days(2); // The directory is listed anew.
      case 6 -> passesOn(world, person, random);
      default -> newAccount(world, random.nextInt(4));
    }
  }

  /** Somebody else gets the address, and its owner perhaps that one's. */
  private static void passesOn(World world, int from, Random random) {
    int to = (from + 1 + random.nextInt(PEOPLE - 1)) % PEOPLE;
    var former = world.sis().addressOf(id(from));
    world
        .sis()
        .email(id(from), random.nextBoolean() ? world.sis().addressOf(id(to)) : address(random));
    world.sis().email(id(to), former);
  }

  /** People who wait with a former account that is noted as theirs and matched to another (G3). */
  private static List<Long> notedThoughAnothers(ConnectionId connection, Database database) {
    return database
        .jdbc()
        .sql(
            """
            select m.person_id from account_match m
            join account_match o on o.district_id = m.district_id
              and o.connection_id = m.connection_id and o.account_id = m.account_id
            where m.connection_id = :connection and m.reason is not null and o.reason is null
            """)
        .param("connection", connection.number())
        .query(Long.class)
        .list();
  }

  /** Each account has an address of its own and one more. */
  private static void newAccount(World world, int number) {
    world
        .classroom()
        .makeAccount("a" + number + "@school.example", "a" + (number + 4) + "@school.example");
  }

  private static List<String> matched(World world, ConnectionId connection, Database database)
      throws TargetUnavailable, InterruptedException {
    world.classSync().plan(connection, RunProgress.NONE);
    return database
        .jdbc()
        .sql(
            """
            select person_id || ' ' || coalesce(email, '-') || ' '
              || case when reason is null then account_id else reason end
            from account_match where connection_id = :connection order by person_id
            """)
        .param("connection", connection.number())
        .query(String.class)
        .list();
  }
}
