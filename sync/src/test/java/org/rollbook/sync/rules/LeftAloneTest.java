package org.rollbook.sync.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rollbook.registry.database.Database;
import org.rollbook.sync.execution.RunProgress;
import org.rollbook.sync.execution.RunScope;
import org.rollbook.sync.runs.RunStatus;
import org.rollbook.sync.target.TargetUnavailable;
import org.rollbook.sync.testing.BusyForAnHour;
import org.rollbook.sync.testing.ModelClassroom;
import org.rollbook.sync.testing.TestDatabase;
import org.rollbook.sync.testing.World;

/** R4: a target that asks to be left alone for an hour is left alone, by whatever command. */
@ExtendWith(TestDatabase.class)
final class LeftAloneTest {
  private static final int CLASSES = 60;

  private World world;

  @BeforeEach
  void begin(Database database) {
    world = new World(database, new ModelClassroom());
    for (int c = 0; c < CLASSES; c++) {
      world.sis().section("s" + c).called("Class " + c).taughtBy("t" + c).with("p" + c);
    }
    world.accountsForAll().deliver();
  }

  @AfterEach
  void end() {
    world.close();
  }

  @Test
  void R4_a_run_makes_no_other_call_to_a_target_that_asks_for_an_hour() {
    var busy = new BusyForAnHour(world.classroom().targets(), 40);
    var run = world.sync(busy);
    assertThat(busy.tooMany()).isEqualTo(1);
    assertThat(run.status()).isEqualTo(RunStatus.INCOMPLETE);
    assertThat(run.trouble()).contains("it asks not to be called for 60 minutes");
  }

  @Test
  void R4_no_command_calls_a_target_before_the_hour_is_over() throws Exception {
    var plan = world.plan().run();
    var busy = new BusyForAnHour(world.classroom().targets(), 40);
    var incomplete = world.classSync(busy).approve(plan, RunScope.WHOLE, RunProgress.NONE);
    var sync = world.classSync(busy);
    var until = "asked not to be called before 2026-09-08 07:00 UTC, so nothing was sent";
    assertThatThrownBy(() -> sync.sync(world.connection(), RunProgress.NONE))
        .isInstanceOf(TargetUnavailable.class)
        .hasMessageContaining(until);
    assertThatThrownBy(() -> sync.plan(world.connection(), RunProgress.NONE))
        .isInstanceOf(TargetUnavailable.class)
        .hasMessageContaining(until);
    assertThatThrownBy(() -> sync.approve(plan, RunScope.WHOLE, RunProgress.NONE))
        .isInstanceOf(TargetUnavailable.class)
        .hasMessageContaining(until);
    assertThat(sync.check(world.connection()))
        .hasValueSatisfying(says -> assertThat(says).contains(until));
    assertThat(busy.tooMany()).isEqualTo(1);

    world.days(1);
    assertThat(world.syncOnly().run()).isEqualTo(incomplete.run());
    assertThat(world.classroom().classes()).hasSize(CLASSES);
    assertThat(world.syncOnly().status()).isEqualTo(RunStatus.UNCHANGED);
  }

  @Test
  void R4_a_target_that_asks_for_an_hour_while_it_is_planned_for_is_left_alone() {
    world.syncOnly();
    for (int c = 0; c < CLASSES; c++) {
      world.sis().section("s" + c).called("Other " + c);
    }
    world.approveIfHeld(world.deliver());
    var busy = new BusyForAnHour(world.classroom().targets(), 10);
    assertThatThrownBy(() -> world.sync(busy)).hasRootCauseMessage("busy");
    assertThat(busy.tooMany()).isEqualTo(1);
  }
}
