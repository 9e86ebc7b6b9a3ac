package org.rollbook.sync.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rollbook.core.guard.PlanLimits;
import org.rollbook.core.reconcile.OperationKind;
import org.rollbook.registry.database.Database;
import org.rollbook.sync.execution.RunProgress;
import org.rollbook.sync.execution.RunScope;
import org.rollbook.sync.execution.StalePlan;
import org.rollbook.sync.execution.Targets;
import org.rollbook.sync.runs.RunReport;
import org.rollbook.sync.runs.RunStatus;
import org.rollbook.sync.testing.GoneDown;
import org.rollbook.sync.testing.Interrupted;
import org.rollbook.sync.testing.Interrupted.Killed;
import org.rollbook.sync.testing.Interrupted.Moment;
import org.rollbook.sync.testing.ModelClassroom;
import org.rollbook.sync.testing.Sis;
import org.rollbook.sync.testing.TestDatabase;
import org.rollbook.sync.testing.Unanswering;
import org.rollbook.sync.testing.Unseen;
import org.rollbook.sync.testing.Watched;
import org.rollbook.sync.testing.World;

/** R1 for runs: what the roster has overtaken is not carried out, however the run came to wait. */
@ExtendWith(TestDatabase.class)
final class OutdatedRunTest {
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

  private void algebra() {
    world.sis().section("algebra").called("Algebra").taughtBy("ada").with("ben", "cleo");
    world.sis().section("biology").called("Biology").taughtBy("bob").with("ben", "cleo");
    world.limits(NONE).accountsForAll().sync();
  }

  private void killed(int last) {
    var killed = new Interrupted(world.classroom().targets(), last, Moment.BEFORE_THE_EFFECT);
    assertThatThrownBy(() -> world.sync(killed)).isInstanceOf(Killed.class);
  }

  private Watched watched() {
    return new Watched(world.classroom().targets());
  }

  @Test
  void R1_a_killed_run_takes_nobody_off_whom_the_roster_lists_again() {
    algebra();
    world.sis().section("algebra").without("ben");
    world.sis().dropSection("biology");
    world.approveIfHeld(world.deliver());
    killed(1);
    world.days(7);
    world.sis().section("algebra").with("ben");
    world.sis().section("biology").called("Biology").taughtBy("bob").with("ben", "cleo");
    world.deliver();
    var targets = watched();
    var report = world.sync(targets);
    assertThat(report.status()).isEqualTo(RunStatus.DONE);
    assertThat(targets.sent()).isEmpty();
    assertThat(world.classCalled("Algebra").students()).contains(Sis.email("ben"));
    assertThat(world.classCalled("Biology").state()).isEqualTo("PROVISIONED");
    assertThat(world.planEverything().planned()).isZero();
  }

  @Test
  void R1_a_run_that_an_outage_stopped_is_planned_anew_when_the_roster_has_moved_on() {
    for (int c = 0; c < 60; c++) {
      world.sis().section("s" + c).called("Class " + c).taughtBy("t" + c).with("p" + c, "q" + c);
    }
    world.limits(NONE).accountsForAll().sync();
    for (int c = 0; c < 60; c++) {
      world.sis().section("s" + c).without("q" + c);
    }
    world.approveIfHeld(world.deliver());
    var stopped = world.sync(new GoneDown(world.classroom().targets(), 3));
    assertThat(stopped.status()).isEqualTo(RunStatus.INCOMPLETE);
    world.days(7);
    for (int c = 0; c < 60; c++) {
      world.sis().section("s" + c).with("q" + c);
    }
    world.approveIfHeld(world.deliver());
    var targets = watched();
    world.sync(targets);
    assertThat(targets.sent())
        .containsOnly(OperationKind.ADD_STUDENT)
        .hasSize((int) stopped.done());
    assertThat(world.syncOnly().status()).isEqualTo(RunStatus.UNCHANGED);
    assertThat(world.planEverything().planned()).isZero();
  }

  private void threeClassesOfWhichOneLosesSix() {
    for (int c = 0; c < 3; c++) {
      var section = world.sis().section("s" + c).called("Class " + c).taughtBy("t" + c);
      for (int s = 0; s < 10; s++) {
        section.with("p" + c + "-" + s);
      }
    }
    world.accountsForAll().sync();
    for (int s = 0; s < 6; s++) {
      world.sis().section("s0").without("p0-" + s);
    }
  }

  @Test
  void R2_an_approval_ends_with_a_plan_that_the_roster_has_overtaken() throws Exception {
    threeClassesOfWhichOneLosesSix();
    world.approveIfHeld(world.deliver());
    var held = world.syncOnly();
    assertThat(held.status()).isEqualTo(RunStatus.HELD);
    var killed = new Interrupted(world.classroom().targets(), 1, Moment.BEFORE_THE_EFFECT);
    assertThatThrownBy(() -> approve(killed, held)).isInstanceOf(Killed.class);
    world.sis().section("s1").with("newcomer");
    world.accountsForAll().deliver();
    var said = new ArrayList<String>();
    var next = syncTelling(said);
    assertThat(next.status()).isEqualTo(RunStatus.HELD);
    assertThat(next.run()).isNotEqualTo(held.run());
    assertThat(world.classCalled("Class 0").students()).hasSize(10);
    assertThat(said).anyMatch(step -> step.contains("an approval of " + held.run() + " is none"));
    approve(world.classroom().targets(), next);
    assertThat(world.classCalled("Class 0").students()).hasSize(4);
    assertThat(world.classCalled("Class 1").students()).contains(Sis.email("newcomer"));
  }

  private void approve(Targets targets, RunReport held) throws Exception {
    world.classSync(targets).approve(held.run(), RunScope.WHOLE, RunProgress.NONE);
  }

  private RunReport syncTelling(List<String> said) throws Exception {
    return world.classSync().sync(world.connection(), telling(said));
  }

  private static RunProgress telling(List<String> said) {
    return new RunProgress() {
      @Override
      public void step(String says) {
        said.add(says);
      }

      @Override
      public void begin(long operations) {}

      @Override
      public void answered(long operations) {}
    };
  }

  @Test
  void R3_what_a_run_left_out_leaves_open_what_an_earlier_one_got_no_answer_to() throws Exception {
    algebra();
    world.sis().section("algebra").with("dora");
    world.accountsForAll().deliver();
    world.sync(new Unanswering(world.classroom().targets(), 1, Moment.BEFORE_THE_EFFECT));
    stoppedBeforeAnythingIsSent();
    // What the first run sent shows late, and the roster has moved on.
    world.classroom().addStudent(world.classCalled("Algebra").id(), Sis.email("dora"));
    world.sis().section("biology").with("dora");
    world.sync();
    world.sis().section("algebra").without("dora");
    world.sync();
    assertThat(world.classCalled("Algebra").students()).doesNotContain(Sis.email("dora"));
    assertThat(world.classCalled("Biology").students()).contains(Sis.email("dora"));
  }

  private void stoppedBeforeAnythingIsSent() throws Exception {
    var run = Thread.currentThread();
    var stopping =
        new RunProgress() {
          @Override
          public void step(String says) {}

          @Override
          public void begin(long operations) {
            run.interrupt();
          }

          @Override
          public void answered(long operations) {}
        };
    var stopped = world.classSync().sync(world.connection(), stopping);
    assertThat(stopped.status()).isEqualTo(RunStatus.INCOMPLETE);
    assertThat(stopped.done()).isZero();
  }

  @Test
  void R1_an_import_that_lands_while_a_sync_plans_is_planned_too() {
    algebra();
    world.sis().section("algebra").called("Algebra 2").without("ben");
    world.deliver();
    var looks = new AtomicInteger();
    var targets =
        new Watched(
            world.classroom().targets(),
            () -> {
              if (looks.incrementAndGet() == 1) {
                world.sis().section("algebra").with("ben");
                world.deliver();
              }
            });
    assertThat(world.sync(targets).status()).isEqualTo(RunStatus.DONE);
    assertThat(targets.sent()).containsExactly(OperationKind.RENAME_CLASS);
    assertThat(world.classCalled("Algebra 2").students()).hasSize(2);
    assertThat(world.syncOnly().status()).isEqualTo(RunStatus.UNCHANGED);
  }

  @Test
  void R1_where_imports_overtake_every_plan_the_classes_that_they_change_wait_for_the_next_sync() {
    algebra();
    world.sis().section("algebra").called("Algebra 2");
    world.sis().section("biology").without("ben");
    world.deliver();
    var looks = new AtomicInteger();
    var targets =
        new Watched(
            world.classroom().targets(),
            () -> {
              world.sis().section("algebra").with("s" + looks.incrementAndGet());
              world.accountsForAll().deliver();
            });
    assertThat(world.sync(targets).status()).isEqualTo(RunStatus.DONE);
    assertThat(targets.sent()).containsExactly(OperationKind.REMOVE_STUDENT);
    assertThat(looks).hasValue(3);
    world.syncOnly();
    assertThat(world.classCalled("Algebra 2").students()).hasSize(5);
    assertThat(world.planEverything().planned()).isZero();
  }

  @Test
  void R1_a_plan_that_waits_is_refused_when_an_account_has_passed_on_since() {
    threeClassesOfWhichOneLosesSix();
    world.sis().section("s0").with("dora").called("Class A");
    world.accountsForAll();
    world.approveIfHeld(world.deliver());
    var held = world.syncOnly();
    assertThat(held.status()).isEqualTo(RunStatus.HELD);
    world.classroom().deleteAccount(Sis.email("dora"));
    world.classroom().makeAccount(Sis.email("dora"));
    world.days(2);
    // Accounts are matched anew, and before there is a plan the target goes down.
    var down = new Unseen(world.classroom().targets(), Optional.of("it is down"));
    assertThatThrownBy(() -> world.sync(down)).hasRootCauseMessage("the class cannot be read");
    assertThatThrownBy(() -> approve(world.classroom().targets(), held))
        .isInstanceOf(StalePlan.class)
        .hasMessageContaining("somebody's account has changed");
    assertThat(world.classCalled("Class 0").students()).hasSize(10);
  }
}
