package org.rollbook.sync.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rollbook.core.guard.PlanLimits;
import org.rollbook.registry.database.Database;
import org.rollbook.sync.execution.RunDecided;
import org.rollbook.sync.execution.RunProgress;
import org.rollbook.sync.execution.RunScope;
import org.rollbook.sync.runs.RunStatus;
import org.rollbook.sync.testing.Interrupted;
import org.rollbook.sync.testing.Interrupted.Killed;
import org.rollbook.sync.testing.Interrupted.Moment;
import org.rollbook.sync.testing.ModelClassroom;
import org.rollbook.sync.testing.Sis;
import org.rollbook.sync.testing.TestDatabase;
import org.rollbook.sync.testing.World;

/** What a run does not do, or does too much of, when things come between plan, approval and end. */
@ExtendWith(TestDatabase.class)
final class LostChangeTest {
  private static final PlanLimits NONE = new PlanLimits(1, 9999, 1, 9999, 1, 9999);

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

  private void sixLeave(int section) {
    for (int s = 0; s < 6; s++) {
      world.sis().section("s" + section).without("p" + section + "-" + s);
    }
  }

  @Test
  void R2_a_partly_approved_run_that_was_killed_does_no_more_than_was_approved() {
    classes(4);
    world.accountsForAll().sync();
    sixLeave(1);
    sixLeave(2);
    world.approveIfHeld(world.deliver());
    var held = world.syncOnly();
    var one = held.holds().getFirst().section().orElseThrow();
    var killed = new Interrupted(world.classroom().targets(), 3, Moment.AFTER_THE_EFFECT);
    assertThatThrownBy(() ->
            world
                .classSync(killed)
                .approve(held.run(), new RunScope(List.of(), List.of(one)), RunProgress.NONE))
        .isInstanceOf(Killed.class);
    var next = world.syncOnly();
    assertThat(world.classCalled("Class 1").students()).hasSize(4);
    assertThat(world.classCalled("Class 2").students()).hasSize(10);
    assertThat(next.status()).isEqualTo(RunStatus.HELD);
  }

  @Test
  void G3_an_account_that_appears_while_the_first_run_is_interrupted_joins_its_classes() {
    classes(2);
    world.limits(NONE).accountsForAll();
    world.sis().section("s0").with("late");
    world.deliver();
    var killed = new Interrupted(world.classroom().targets(), 3, Moment.AFTER_THE_EFFECT);
    assertThatThrownBy(() -> world.sync(killed)).isInstanceOf(Killed.class);
    world.classroom().makeAccount(Sis.email("late"));
    // Somebody looks at what a plan would do: accounts are matched now.
    world.plan();
    world.syncOnly();
    assertThat(world.classCalled("Class 0").students()).contains(Sis.email("late"));
    assertThat(world.planEverything().planned()).isZero();
  }

  @Test
  void Complete_what_changed_before_the_events_were_forgotten_is_planned(Database database) {
    classes(2);
    world.limits(NONE).accountsForAll().sync();
    world.sis().section("s0").with("newcomer").without("p0-1");
    world.accountsForAll().deliver();
    // Nobody synced for a month; meanwhile the district went on.
    database.jdbc().sql("delete from event").update();
    world.sis().section("s1").with("another");
    world.accountsForAll().sync();
    assertThat(world.classCalled("Class 0").students())
        .contains(Sis.email("newcomer"))
        .doesNotContain(Sis.email("p0-1"));
    assertThat(world.classCalled("Class 1").students()).contains(Sis.email("another"));
    assertThat(world.syncOnly().status()).isEqualTo(RunStatus.UNCHANGED);
  }

  @Test
  void G3_a_person_with_a_new_id_and_the_old_address_joins_on_the_day_of_the_listing() {
    classes(2);
    world.limits(NONE).accountsForAll().sync();
    world.days(2);
    world.sis().leaves("p0-1");
    world.sis().section("s1").with("again");
    world.sis().email("again", Sis.email("p0-1"));
    world.sync();
    assertThat(world.classCalled("Class 0").students()).doesNotContain(Sis.email("p0-1"));
    assertThat(world.classCalled("Class 1").students()).contains(Sis.email("p0-1"));
  }

  @Test
  void R3_a_run_under_way_cannot_be_discarded_and_lost_sight_of() {
    classes(2);
    world.limits(NONE).accountsForAll().deliver();
    var killed = new Interrupted(world.classroom().targets(), 3, Moment.AFTER_THE_EFFECT);
    assertThatThrownBy(() -> world.sync(killed)).isInstanceOf(Killed.class);
    var run = world.classSync().history().begun(world.connection()).orElseThrow();
    assertThatThrownBy(() -> world.classSync().discard(run))
        .isInstanceOf(RunDecided.class)
        .hasMessageContaining("was begun already");
    assertThat(world.syncOnly().status()).isEqualTo(RunStatus.DONE);
    assertThat(world.classCalled("Class 0").students()).hasSize(10);
    assertThat(world.classCalled("Class 1").students()).hasSize(10);
  }
}
