package org.rollbook.sync.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rollbook.registry.database.Database;
import org.rollbook.sync.runs.RunStatus;
import org.rollbook.sync.testing.Interrupted;
import org.rollbook.sync.testing.Interrupted.Killed;
import org.rollbook.sync.testing.Interrupted.Moment;
import org.rollbook.sync.testing.ModelClassroom;
import org.rollbook.sync.testing.Sis;
import org.rollbook.sync.testing.TestDatabase;
import org.rollbook.sync.testing.World;

/**
 * R3, point by point: the process dies at the first operation, at the second, at the third…, before
 * or after its effect; what the next start makes of it must equal the run that never died.
 */
@ExtendWith(TestDatabase.class)
final class InterruptedRunTest {
  @ParameterizedTest
  @EnumSource(Moment.class)
  void R3_a_first_run_killed_at_any_operation_is_finished_by_the_next(
      Moment moment, Database database) {
    for (int last = 1; ; last++) {
      try (var world = new World(database, new ModelClassroom())) {
        begin(world);
        world.deliver();
        if (!killedAt(world, last, moment)) {
          assertThat(last).isGreaterThan(10);
          return;
        }
        assertThat(world.syncOnly().status()).isEqualTo(RunStatus.DONE);
        assertThat(world.syncOnly().status()).isEqualTo(RunStatus.UNCHANGED);
        assertBegun(world);
        assertNothingOfOursCountsAsByHand(world);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Moment.class)
  void R3_a_later_run_killed_at_any_operation_is_finished_by_the_next(
      Moment moment, Database database) {
    for (int last = 1; ; last++) {
      try (var world = new World(database, new ModelClassroom())) {
        begin(world);
        world.sync();
        change(world);
        world.deliver();
        if (!killedAt(world, last, moment)) {
          assertThat(last).isGreaterThan(7);
          return;
        }
        assertThat(world.syncOnly().status()).isEqualTo(RunStatus.DONE);
        assertThat(world.syncOnly().status()).isEqualTo(RunStatus.UNCHANGED);
        assertChanged(world);
      }
    }
  }

  private static boolean killedAt(World world, int last, Moment moment) {
    var targets = new Interrupted(world.classroom().targets(), last, moment);
    try {
      world.sync(targets);
    } catch (Killed expected) {
      return true;
    }
    assertThat(targets.survived()).isTrue();
    return false;
  }

  private static void begin(World world) {
    world.sis().section("algebra").called("Algebra").taughtBy("ada", "carl").with("ben", "cleo");
    world.sis().section("biology").called("Biology").taughtBy("bob").with("ben", "dora", "emil");
    world.sis().section("chemistry").called("Chemistry").taughtBy("carl").with("fay");
    world.accountsForAll();
    List.of("greta", "hans").forEach(id -> world.classroom().makeAccount(Sis.email(id)));
  }

  private static void assertBegun(World world) {
    assertThat(world.classroom().classes()).hasSize(3);
    assertThat(world.classCalled("Algebra").teachers()).containsExactly(at("ada"), at("carl"));
    assertThat(world.classCalled("Algebra").students()).containsExactly(at("ben"), at("cleo"));
    assertThat(world.classCalled("Biology").students())
        .containsExactly(at("ben"), at("dora"), at("emil"));
    assertThat(world.classCalled("Chemistry").students()).containsExactly(at("fay"));
  }

  /** Had a repeated add been taken for a person's doing, dropping the student would not remove. */
  private static void assertNothingOfOursCountsAsByHand(World world) {
    world.sis().section("algebra").taughtBy("ada").without("ben", "cleo");
    world.sync();
    assertThat(world.classCalled("Algebra").students()).isEmpty();
    assertThat(world.classCalled("Algebra").teachers()).containsExactly(at("ada"));
  }

  /** Every kind of operation but a restore. */
  private static void change(World world) {
    world.sis().section("algebra").called("Algebra 1").taughtBy("greta", "ada").without("ben");
    world.sis().section("biology").with("hans").taughtBy("bob", "carl");
    world.sis().dropSection("chemistry");
    world.sis().section("drama").called("Drama").taughtBy("ada").with("fay");
  }

  private static void assertChanged(World world) {
    assertThat(world.classroom().classes()).hasSize(4);
    var algebra = world.classCalled("Algebra 1");
    assertThat(algebra.owner()).isEqualTo(at("greta"));
    assertThat(algebra.teachers()).containsExactly(at("ada"), at("greta"));
    assertThat(algebra.students()).containsExactly(at("cleo"));
    assertThat(world.classCalled("Biology").students()).contains(at("hans")).hasSize(4);
    assertThat(world.classCalled("Biology").teachers()).containsExactly(at("bob"), at("carl"));
    assertThat(world.classCalled("Chemistry").state()).isEqualTo("DECLINED");
    assertThat(world.classCalled("Drama").students()).containsExactly(at("fay"));
  }

  private static String at(String id) {
    return Sis.email(id);
  }
}
