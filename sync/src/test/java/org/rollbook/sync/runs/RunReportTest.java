package org.rollbook.sync.runs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rollbook.core.reconcile.OperationKind;
import org.rollbook.registry.database.Database;
import org.rollbook.sync.testing.ModelClassroom;
import org.rollbook.sync.testing.Sis;
import org.rollbook.sync.testing.TestDatabase;
import org.rollbook.sync.testing.World;

/** A run's numbers are its own and add up. */
@ExtendWith(TestDatabase.class)
final class RunReportTest {
  @Test
  void G3_a_past_run_tells_who_waited_then(Database database) {
    try (var world = new World(database, new ModelClassroom())) {
      world.sis().section("algebra").called("Algebra").taughtBy("ada").with("ben", "cleo");
      world.classroom().makeAccount(Sis.email("ada"));
      world.classroom().makeAccount(Sis.email("ben"));
      var first = world.sync();
      assertThat(first.waiting()).hasValue(1);
      world.classroom().makeAccount(Sis.email("cleo"));
      world.days(1);
      assertThat(world.syncOnly().waiting()).hasValue(0);
      assertThat(world.classSync().history().get(first.run()).waiting()).hasValue(1);
    }
  }

  /** First contact: the class is found, so the operations behind it are left to the next plan. */
  @Test
  void what_was_found_and_what_was_left_out_are_told_apart_from_what_was_done(Database database) {
    try (var world = new World(database, new ModelClassroom())) {
      world.sis().section("algebra").called("Algebra").taughtBy("ada").with("ben", "cleo");
      world.accountsForAll().sync();
      world.connect();
      var found = world.syncOnly();
      assertThat(found.planned()).isEqualTo(3);
      assertThat(found.done()).isEqualTo(1);
      assertThat(found.already()).isEqualTo(1);
      assertThat(found.leftOut()).isEqualTo(2);
      assertThat(found.toDo()).isZero();
      var outcomes = world.details().outcomes(found.run());
      assertThat(outcomes.get(OperationKind.CREATE_CLASS))
          .containsOnlyKeys(OperationOutcome.ALREADY);
      assertThat(outcomes.get(OperationKind.ADD_STUDENT))
          .containsOnlyKeys(OperationOutcome.LEFT_OUT);
    }
  }

  @Test
  void a_plan_has_everything_still_to_do(Database database) {
    try (var world = new World(database, new ModelClassroom())) {
      world.sis().section("algebra").called("Algebra").taughtBy("ada").with("ben", "cleo");
      world.accountsForAll().deliver();
      var plan = world.plan();
      assertThat(plan.toDo()).isEqualTo(plan.planned()).isEqualTo(3);
      assertThat(plan.leftOut()).isZero();
    }
  }
}
