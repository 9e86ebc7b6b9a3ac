package org.rollbook.sync.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rollbook.registry.database.Database;
import org.rollbook.sync.connections.Connections;
import org.rollbook.sync.connections.SecretBox;
import org.rollbook.sync.testing.ModelClassroom;
import org.rollbook.sync.testing.TestDatabase;
import org.rollbook.sync.testing.World;

/** Which plans may begin, whoever has looked at them a moment before. */
@ExtendWith(TestDatabase.class)
final class RunRowsTest {
  private final Database database;
  private final World world;

  RunRowsTest(Database database) {
    this.database = database;
    this.world = new World(database, new ModelClassroom());
  }

  @BeforeEach
  void aClassOfTen() {
    var section = world.sis().section("algebra").taughtBy("ada");
    for (int student = 0; student < 10; student++) {
      section.with("s" + student);
    }
    world.accountsForAll().sync();
  }

  @AfterEach
  void end() {
    world.close();
  }

  private boolean begun(RunId run) {
    var connection =
        new Connections(
                database.jdbc(),
                new SecretBox(new byte[32], new SecureRandom()),
                InstantSource.system())
            .get(world.connection());
    return new RunRows(database.jdbc())
        .begun(connection, run, OffsetDateTime.of(2026, 9, 9, 0, 0, 0, 0, ZoneOffset.UTC));
  }

  @Test
  void R2_a_held_plan_does_not_begin_because_a_newer_one_took_its_place() {
    for (int student = 0; student < 6; student++) {
      world.sis().section("algebra").without("s" + student);
    }
    world.deliver();
    RunReport held = world.plan();
    assertThat(held.status()).isEqualTo(RunStatus.HELD);
    world.plan();

    assertThat(begun(held.run())).isFalse();
  }

  @Test
  void a_plan_that_nobody_has_to_approve_begins_though_somebody_planned_meanwhile() {
    world.sis().section("algebra").without("s0");
    world.deliver();
    RunReport planned = world.plan();
    assertThat(planned.status()).isEqualTo(RunStatus.PLANNED);
    world.plan();

    assertThat(begun(planned.run())).isTrue();
  }
}
