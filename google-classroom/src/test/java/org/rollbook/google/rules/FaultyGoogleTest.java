package org.rollbook.google.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollbook.emulator.FaultKind;
import org.rollbook.emulator.Faults;
import org.rollbook.emulator.PlannedFault;
import org.rollbook.emulator.courses.Limits;
import org.rollbook.registry.database.Database;
import org.rollbook.sync.execution.RunProgress;
import org.rollbook.sync.execution.RunScope;
import org.rollbook.sync.runs.RunStatus;
import org.rollbook.sync.testing.DeliveredClasses;
import org.rollbook.sync.testing.Sis;
import org.rollbook.sync.testing.TestDatabase;
import org.rollbook.sync.testing.World;

/** R4: what Google does wrong, through its own client. */
@ExtendWith(TestDatabase.class)
final class FaultyGoogleTest {
  private static final int SECTIONS = 12;
  private static final int STUDENTS = 8;

  @TempDir private Path folder = Path.of("");

  private static void district(World world) {
    for (int c = 0; c < SECTIONS; c++) {
      var section = world.sis().section("s" + c).called("Section " + c);
      section.taughtBy("teacher" + c, "teacher" + (c + 1) % SECTIONS);
      for (int s = 0; s < STUDENTS; s++) {
        section.with("student" + (c + s) % (2 * SECTIONS));
      }
    }
  }

  /** Every class once, with the people that the files say, so many students in each. */
  private void assertWhole(World world, int students) throws IOException {
    var classes = world.classroom().classes();
    DeliveredClasses.of(world.sis().exportTo(folder)).assertAre(classes);
    assertThat(classes).hasSize(SECTIONS);
    for (var seen : classes) {
      assertThat(seen.teachers()).hasSize(2);
      assertThat(seen.students()).hasSize(students);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void R4_with_faults_at_forty_of_a_hundred_calls_the_end_is_the_same(long seed, Database database)
      throws IOException {
    var google = new EmulatorClassroom();
    try (var world = new World(database, google)) {
      district(world);
      world.accountsForAll().deliver();
      google.setFaults(
          Faults.none()
              .withSeed(seed)
              .withRate(FaultKind.TOO_MANY_REQUESTS, 0.08)
              .withRate(FaultKind.INTERNAL, 0.08)
              .withRate(FaultKind.UNAVAILABLE, 0.08)
              .withRate(FaultKind.LOST_REPLY, 0.08)
              .withRate(FaultKind.ERROR_AFTER_EFFECT, 0.08));
      var status = world.syncOnly().status();
      for (int again = 0; again < 5 && status != RunStatus.UNCHANGED; again++) {
        status = world.syncOnly().status();
      }
      google.setFaults(Faults.none());
      assertThat(status).isEqualTo(RunStatus.UNCHANGED);
      assertWhole(world, STUDENTS);
      google.forgetCalls();
      assertThat(world.sync().status()).isEqualTo(RunStatus.UNCHANGED);
      assertThat(google.calls().writes()).isZero();
      assertOursAndNotByHand(world);
    }
  }

  /** An add whose answer was lost is ours: when the source drops the student, the student goes. */
  private void assertOursAndNotByHand(World world) throws IOException {
    for (int c = 0; c < SECTIONS; c++) {
      world.sis().section("s" + c).without("student" + c);
    }
    world.approveIfHeld(world.deliver());
    world.syncOnly();
    assertWhole(world, STUDENTS - 1);
  }

  private static Faults lostAndThenDown(String method) {
    return Faults.none()
        .withNext(
            List.of(
                new PlannedFault("courses.students.create", 0, FaultKind.LOST_REPLY, 1),
                new PlannedFault(method, 0, FaultKind.UNAVAILABLE, 10_000)));
  }

  @Test
  void R4_a_target_that_is_down_leaves_the_run_incomplete_and_the_next_finishes_it(
      Database database) throws Exception {
    var google = new EmulatorClassroom();
    try (var world = new World(database, google)) {
      newcomerWhile(world, google, Faults.none());
      var plan = world.plan();
      google.setFaults(lostAndThenDown("*"));
      var down = world.classSync().approve(plan.run(), RunScope.WHOLE, RunProgress.NONE);
      assertThat(down.status()).isEqualTo(RunStatus.INCOMPLETE);
      assertThat(down.trouble()).contains("503");
      google.setFaults(Faults.none());
      assertThat(world.syncOnly().status()).isEqualTo(RunStatus.DONE);
      assertNewcomerIsOurs(world);
    }
  }

  @Test
  void R4_one_class_without_an_answer_does_not_keep_the_others_from_their_next_plan(
      Database database) {
    var google = new EmulatorClassroom();
    try (var world = new World(database, google)) {
      newcomerWhile(world, google, lostAndThenDown("courses.students.create"));
      var stuck = world.syncOnly();
      assertThat(stuck.status()).isEqualTo(RunStatus.DONE);
      assertThat(stuck.refused()).isEqualTo(1);
      world.sis().section("s1").called("Renamed");
      world.sync();
      assertThat(world.classesCalled("Renamed")).hasSize(1);
      google.setFaults(Faults.none());
      assertThat(world.syncOnly().refused()).isZero();
      assertNewcomerIsOurs(world);
    }
  }

  /** A student joins, and Google behaves like this from then on. */
  private static void newcomerWhile(World world, EmulatorClassroom google, Faults faults) {
    district(world);
    world.accountsForAll().sync();
    world.sis().section("s0").with("newcomer");
    world.accountsForAll().deliver();
    google.setFaults(faults);
  }

  /** The add whose answer was lost counts as ours, whichever run heard of it. */
  private static void assertNewcomerIsOurs(World world) {
    assertThat(world.classCalled("Section 0").students()).contains(Sis.email("newcomer"));
    world.sis().section("s0").without("newcomer");
    world.sync();
    assertThat(world.classCalled("Section 0").students()).doesNotContain(Sis.email("newcomer"));
  }

  @Test
  void R4_a_permanent_refusal_concerns_that_operation_only(Database database) {
    var google =
        new EmulatorClassroom(
            settings -> settings.withLimits(Limits.google().withCoursesJoinedPerUser(1)));
    try (var world = new World(database, google)) {
      world.sis().section("algebra").called("Algebra").taughtBy("ada").with("ben", "cleo");
      world.sis().section("biology").called("Biology").taughtBy("bob").with("ben", "dora");
      var run = world.accountsForAll().sync();
      assertThat(run.status()).isEqualTo(RunStatus.DONE);
      assertThat(run.refused()).isEqualTo(1);
      assertThat(
              world.classCalled("Algebra").students().size()
                  + world.classCalled("Biology").students().size())
          .isEqualTo(3);
      assertThat(world.syncOnly().refused()).isEqualTo(1);
    }
  }

  @Test
  void R4_a_sync_keeps_nine_tenths_of_the_quota_busy_and_never_passes_it(Database database) {
    int perMinute = 1200;
    var google = new EmulatorClassroom();
    try (var world = new World(database, google)) {
      for (int c = 0; c < 20; c++) {
        var section = world.sis().section("s" + c).called("Section " + c).taughtBy("t" + c);
        for (int s = 0; s < 24; s++) {
          section.with("student" + s);
        }
      }
      world.accountsForAll().deliver();
      google.setFaults(quota(perMinute));
      google.keepTo(Map.of("rules-test-" + System.nanoTime(), perMinute));
      long begun = System.nanoTime();
      var run = world.syncOnly();
      double minutes = (System.nanoTime() - begun) / 60e9;
      long calls = run.reads() + run.writes();
      assertThat(run.writes()).isEqualTo(20 * 25);
      assertThat(google.calls().writes()).isEqualTo(run.writes());
      assertThat(calls / minutes).isBetween(0.9 * perMinute, 1.0 * perMinute + 60 / minutes);
    }
  }

  private static Faults quota(int perMinute) {
    return new Faults(
        0,
        Map.of(),
        0,
        0,
        OptionalInt.of(perMinute),
        OptionalInt.empty(),
        Set.of(),
        false,
        List.of());
  }
}
