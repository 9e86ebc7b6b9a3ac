package org.rollbook.sync.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rollbook.core.reconcile.OperationKind;
import org.rollbook.registry.database.Database;
import org.rollbook.sync.runs.OperationLine;
import org.rollbook.sync.runs.RunDetails.Part;
import org.rollbook.sync.testing.ModelClassroom;
import org.rollbook.sync.testing.Sis;
import org.rollbook.sync.testing.TestDatabase;
import org.rollbook.sync.testing.World;

/** What is shown of a run names whom it was about, whatever became of them since. */
@ExtendWith(TestDatabase.class)
final class NamedRunTest {
  @Test
  void people_who_left_the_roster_have_their_names_in_the_runs_of_then_and_of_their_leaving(
      Database database) {
    try (var world = new World(database, new ModelClassroom())) {
      world.sis().section("algebra").called("Algebra").taughtBy("ada").with("ben", "cleo");
      var first = world.accountsForAll().sync().run();
      world.sis().leaves("ben");
      world.approveIfHeld(world.deliver());
      var second = world.syncOnly().run();
      assertThat(world.operations(first))
          .anySatisfy(line -> isBens(line, OperationKind.ADD_STUDENT));
      assertThat(world.operations(second))
          .singleElement()
          .satisfies(line -> isBens(line, OperationKind.REMOVE_STUDENT));
    }
  }

  private static void isBens(OperationLine line, OperationKind kind) {
    assertThat(line.kind()).isEqualTo(kind);
    assertThat(line.person()).contains("ben");
    assertThat(line.personName()).isEqualTo("ben Student");
    assertThat(line.email()).isEqualTo(Optional.of(Sis.email("ben")));
  }

  @Test
  void a_section_that_left_the_roster_has_its_id_and_school_in_the_run_that_ends_its_class(
      Database database) {
    try (var world = new World(database, new ModelClassroom())) {
      world.sis().section("algebra").called("Algebra").taughtBy("ada").with("ben");
      world
          .sis()
          .section("per. 3/biology")
          .called("Biology")
          .at("south")
          .taughtBy("ada")
          .with("ben");
      world.accountsForAll().sync();
      world.sis().dropSection("per. 3/biology");
      world.approveIfHeld(world.deliver());
      var run = world.syncOnly().run();
      assertThat(world.operations(run))
          .singleElement()
          .satisfies(line -> {
            assertThat(line.kind()).isEqualTo(OperationKind.DECLINE_CLASS);
            assertThat(line.section()).isEqualTo("per. 3/biology");
            assertThat(line.schoolName()).isEqualTo("south school");
          });
      assertThat(world.details().schools(run))
          .extracting(Part::name)
          .containsExactly("south school");
      assertThat(world.details().classes(run))
          .extracting(Part::sourceId)
          .containsExactly("per. 3/biology");
    }
  }
}
