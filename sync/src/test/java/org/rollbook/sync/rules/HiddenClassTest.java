package org.rollbook.sync.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rollbook.core.roster.RecordId;
import org.rollbook.registry.database.Database;
import org.rollbook.sync.execution.RunProgress;
import org.rollbook.sync.execution.RunScope;
import org.rollbook.sync.execution.Targets;
import org.rollbook.sync.runs.RunId;
import org.rollbook.sync.runs.RunStatus;
import org.rollbook.sync.testing.Hiding;
import org.rollbook.sync.testing.Interrupted.Moment;
import org.rollbook.sync.testing.ModelClassroom;
import org.rollbook.sync.testing.Sis;
import org.rollbook.sync.testing.TestDatabase;
import org.rollbook.sync.testing.Unanswering;
import org.rollbook.sync.testing.World;

/** What we did and did not hear of, or what Google hides for a moment, stays ours. */
@ExtendWith(TestDatabase.class)
final class HiddenClassTest {
  private World world;

  @BeforeEach
  void begin(Database database) {
    world = new World(database, new ModelClassroom());
  }

  @AfterEach
  void end() {
    world.close();
  }

  private void classes(int count) {
    for (int c = 0; c < count; c++) {
      var section = world.sis().section("s" + c).called("Class " + c).taughtBy("t" + c);
      for (int s = 0; s < 10; s++) {
        section.with("p" + c + "-" + s);
      }
    }
  }

  private static RecordId section(Database database, RunId run, String name) {
    return database
        .jdbc()
        .sql("select section_id from run_class where run_id = :run and name = :name")
        .param("run", run.number())
        .param("name", name)
        .query((row, _) -> new RecordId(row.getLong(1)))
        .single();
  }

  private void deliverAndSync(Targets targets) {
    world.approveIfHeld(world.accountsForAll().deliver());
    world.sync(targets);
  }

  private Targets unanswering() {
    return new Unanswering(world.classroom().targets(), 1, Moment.AFTER_THE_EFFECT);
  }

  private Targets hiding() {
    return new Hiding(world.classroom().targets());
  }

  @Test
  void G12_a_class_made_unheard_by_the_first_part_is_ours_after_the_second_part(Database database)
      throws Exception {
    classes(4);
    world.accountsForAll().sync();
    for (int s = 0; s < 6; s++) {
      world.sis().section("s1").without("p1-" + s);
    }
    world.sis().section("new").called("New").taughtBy("t0").with("p0-1", "p0-2");
    world.approveIfHeld(world.deliver());
    var held = world.syncOnly();
    assertThat(held.status()).isEqualTo(RunStatus.HELD);
    var section = section(database, held.run(), "New");
    var part =
        world
            .classSync(unanswering())
            .approve(held.run(), new RunScope(List.of(), List.of(section)), RunProgress.NONE);
    assertThat(part.status()).isEqualTo(RunStatus.HELD);
    world.days(1);
    var rest = world.classSync().approve(held.run(), RunScope.WHOLE, RunProgress.NONE);
    assertThat(rest.status()).isEqualTo(RunStatus.DONE);
    world.syncOnly();
    world.syncOnly();
    assertThat(world.classCalled("New").students())
        .containsExactly(Sis.email("p0-1"), Sis.email("p0-2"));
  }

  @Test
  void G11_a_class_that_we_archived_and_google_hid_for_a_moment_is_restored() {
    classes(4);
    world.accountsForAll().sync();
    world.classroom().putInState(world.classCalled("Class 1").id(), "ACTIVE");
    world.sis().dropSection("s1");
    deliverAndSync(world.classroom().targets());
    assertThat(world.classCalled("Class 1").state()).isEqualTo("ARCHIVED");
    classes(4);
    deliverAndSync(hiding());
    world.syncOnly();
    world.syncOnly();
    assertThat(world.classCalled("Class 1").state()).isEqualTo("ACTIVE");
  }

  @Test
  void G10_an_add_without_an_answer_to_a_class_that_google_then_hid_is_still_ours() {
    classes(4);
    world.accountsForAll().sync();
    world.sis().section("s1").with("dora");
    deliverAndSync(unanswering());
    assertThat(world.classCalled("Class 1").students()).contains(Sis.email("dora"));
    world.sync(hiding());
    world.syncOnly();
    world.syncOnly();
    world.sis().section("s1").without("dora");
    deliverAndSync(world.classroom().targets());
    assertThat(world.classCalled("Class 1").students()).doesNotContain(Sis.email("dora"));
  }

  @Test
  void G11_an_archive_without_an_answer_of_a_class_that_google_then_hid_is_still_ours() {
    classes(4);
    world.accountsForAll().sync();
    world.classroom().putInState(world.classCalled("Class 1").id(), "ACTIVE");
    world.sis().dropSection("s1");
    deliverAndSync(unanswering());
    assertThat(world.classCalled("Class 1").state()).isEqualTo("ARCHIVED");
    world.sync(hiding());
    world.syncOnly();
    classes(4);
    deliverAndSync(world.classroom().targets());
    world.syncOnly();
    assertThat(world.classCalled("Class 1").state()).isEqualTo("ACTIVE");
  }
}
