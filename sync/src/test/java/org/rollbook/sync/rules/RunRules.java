package org.rollbook.sync.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rollbook.core.guard.PlanHold;
import org.rollbook.core.guard.PlanLimits;
import org.rollbook.registry.database.Database;
import org.rollbook.sync.execution.ClassSync;
import org.rollbook.sync.execution.RunDecided;
import org.rollbook.sync.execution.RunProgress;
import org.rollbook.sync.execution.RunScope;
import org.rollbook.sync.execution.StalePlan;
import org.rollbook.sync.execution.Targets;
import org.rollbook.sync.runs.RunId;
import org.rollbook.sync.runs.RunReport;
import org.rollbook.sync.runs.RunStatus;
import org.rollbook.sync.testing.Classroom;
import org.rollbook.sync.testing.GoneDown;
import org.rollbook.sync.testing.Sis;
import org.rollbook.sync.testing.Steps;
import org.rollbook.sync.testing.TestDatabase;
import org.rollbook.sync.testing.Unreadable;
import org.rollbook.sync.testing.Unseen;
import org.rollbook.sync.testing.World;

/** The rules for plans and runs. Run against every kind of {@link Classroom}. */
@ExtendWith(TestDatabase.class)
public abstract class RunRules {
  private World world;

  protected abstract Classroom openClassroom();

  @BeforeEach
  void begin(Database database) {
    world = new World(database, openClassroom());
  }

  @AfterEach
  void end() {
    world.close();
  }

  private static String at(String id) {
    return Sis.email(id);
  }

  /** Ten students each in so many classes of a school. */
  private void classes(String school, int count) {
    for (int c = 0; c < count; c++) {
      var section = world.sis().section(school + c).called(school + " " + c).at(school);
      section.taughtBy("teacher-" + school + c);
      for (int s = 0; s < 10; s++) {
        section.with("student-" + school + c + "-" + s);
      }
    }
  }

  private void leave(String school, int section, int students) {
    for (int s = 0; s < students; s++) {
      world.sis().section(school + section).without("student-" + school + section + "-" + s);
    }
  }

  private RunReport approve(RunId run, RunScope scope) {
    return approve(world.classSync(), run, scope);
  }

  private RunReport approve(Targets targets, RunId run) {
    return approve(world.classSync(targets), run, RunScope.WHOLE);
  }

  private static RunReport approve(ClassSync sync, RunId run, RunScope scope) {
    try {
      return sync.approve(run, scope, RunProgress.NONE);
    } catch (org.rollbook.sync.target.TargetUnavailable | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void R1_a_plan_changes_nothing_and_runs_when_it_is_approved() {
    classes("north", 1);
    world.accountsForAll().deliver();
    var plan = world.plan();
    assertThat(plan.status()).isEqualTo(RunStatus.PLANNED);
    assertThat(plan.planned()).isEqualTo(11);
    assertThat(world.classroom().classes()).isEmpty();
    var run = approve(plan.run(), RunScope.WHOLE);
    assertThat(run.status()).isEqualTo(RunStatus.DONE);
    assertThat(run.done()).isEqualTo(11);
    assertThat(world.classCalled("north 0").students()).hasSize(10);
  }

  @Test
  void R1_a_plan_made_from_an_older_state_is_refused() {
    classes("north", 1);
    world.accountsForAll().deliver();
    var plan = world.plan();
    world.sis().section("north0").with("newcomer");
    world.accountsForAll().deliver();
    assertThatThrownBy(() -> approve(plan.run(), RunScope.WHOLE)).isInstanceOf(StalePlan.class);
    assertThat(world.classroom().classes()).isEmpty();
  }

  @Test
  void R1_a_newer_plan_takes_the_place_of_one_that_waits() {
    classes("north", 1);
    world.accountsForAll().deliver();
    var first = world.plan();
    world.plan();
    assertThat(world.classSync().history().get(first.run()).status())
        .isEqualTo(RunStatus.SUPERSEDED);
    assertThatThrownBy(() -> approve(first.run(), RunScope.WHOLE))
        .isInstanceOf(RunDecided.class)
        .hasMessageContaining("A newer plan took the place of " + first.run());
  }

  @Test
  void R2_a_class_that_would_lose_more_than_half_of_its_members_is_held() {
    classes("north", 4);
    world.accountsForAll().sync();
    leave("north", 1, 6);
    var held = world.sync();
    assertThat(held.status()).isEqualTo(RunStatus.HELD);
    assertThat(held.holds())
        .singleElement()
        .satisfies(hold -> {
          assertThat(hold.rule()).isEqualTo(PlanHold.Rule.CLASS_LOSES_MEMBERS);
          assertThat(hold.count()).isEqualTo(6);
          assertThat(hold.of()).isEqualTo(11);
        });
    assertThat(world.classCalled("north 1").students()).hasSize(10);
    approve(held.run(), RunScope.WHOLE);
    assertThat(world.classCalled("north 1").students()).hasSize(4);
  }

  @Test
  void R2_an_approval_is_for_that_plan_only() {
    classes("north", 4);
    world.accountsForAll().sync();
    leave("north", 1, 6);
    var held = world.sync();
    approve(held.run(), RunScope.WHOLE);
    leave("north", 2, 6);
    var next = world.sync();
    assertThat(next.status()).isEqualTo(RunStatus.HELD);
    assertThat(world.classCalled("north 2").students()).hasSize(10);
    assertThatThrownBy(() -> approve(held.run(), RunScope.WHOLE)).isInstanceOf(RunDecided.class);
    assertThat(world.classCalled("north 2").students()).hasSize(10);
  }

  @Test
  void R2_a_school_that_would_lose_more_than_a_tenth_of_its_memberships_is_held() {
    classes("north", 16);
    classes("south", 8);
    world.accountsForAll().sync();
    for (int section = 0; section < 5; section++) {
      leave("north", section, 4);
    }
    var held = world.sync();
    assertThat(held.holds())
        .extracting(PlanHold::rule)
        .containsExactly(PlanHold.Rule.SCHOOL_LOSES_MEMBERS);
    assertThat(held.holds().getFirst().count()).isEqualTo(20);
    assertThat(held.holds().getFirst().of()).isEqualTo(176);
  }

  @Test
  void R2_a_class_that_moved_to_another_school_counts_there() {
    classes("north", 1);
    classes("south", 1);
    world.limits(new PlanLimits(0.1, 2, 1, 9999, 1, 9999)).accountsForAll().sync();
    world.sis().section("north0").at("south");
    world.approveIfHeld(world.deliver());
    assertThat(world.syncOnly().status()).isEqualTo(RunStatus.UNCHANGED);
    // Two of twenty-two, where it was eleven before the class came.
    leave("north", 0, 2);
    assertThat(world.sync().status()).isEqualTo(RunStatus.DONE);
    leave("south", 0, 3);
    var held = world.sync();
    assertThat(held.holds().getFirst().rule()).isEqualTo(PlanHold.Rule.SCHOOL_LOSES_MEMBERS);
    assertThat(held.holds().getFirst().of()).isEqualTo(20);
  }

  @Test
  void R2_a_school_of_whose_classes_more_than_a_tenth_would_be_ended_is_held() {
    classes("north", 12);
    world.accountsForAll().sync();
    // Their students go on elsewhere, so the snapshot itself is not held.
    for (int section = 0; section < 3; section++) {
      for (int s = 0; s < 10; s++) {
        world.sis().section("north5").with("student-north" + section + "-" + s);
      }
      leave("north", section, 10);
      world.sis().dropSection("north" + section);
    }
    world.approveIfHeld(world.deliver());
    var held = world.syncOnly();
    assertThat(held.holds())
        .extracting(PlanHold::rule)
        .containsExactly(PlanHold.Rule.SCHOOL_LOSES_CLASSES);
    assertThat(world.classCalled("north 0").state()).isEqualTo("PROVISIONED");
  }

  @Test
  void R2_a_source_that_went_empty_is_held_also_within_the_grace() {
    classes("north", 2);
    world.grace(7).accountsForAll().sync();
    world.sis().dropSection("north0");
    world.sis().dropSection("north1");
    world.approveIfHeld(world.deliver());
    assertThat(world.syncOnly().holds())
        .extracting(PlanHold::rule)
        .containsExactly(PlanHold.Rule.SOURCE_EMPTY);
  }

  @Test
  void R2_a_plan_is_approved_by_class_and_the_rest_goes_on_waiting() {
    classes("north", 4);
    world.accountsForAll().sync();
    leave("north", 1, 6);
    leave("north", 2, 6);
    world.approveIfHeld(world.deliver());
    var held = world.syncOnly();
    assertThat(held.holds()).hasSize(2);
    var one = held.holds().getFirst().section().orElseThrow();
    var part = approve(held.run(), new RunScope(List.of(), List.of(one)));
    assertThat(part.status()).isEqualTo(RunStatus.HELD);
    assertThat(world.classCalled("north 1").students()).hasSize(4);
    assertThat(world.classCalled("north 2").students()).hasSize(10);
    assertThat(approve(held.run(), RunScope.WHOLE).status()).isEqualTo(RunStatus.DONE);
    assertThat(world.classCalled("north 2").students()).hasSize(4);
  }

  @Test
  void R2_what_needs_no_approval_is_not_lost_beside_the_part_that_is_approved() {
    classes("north", 4);
    world.grace(7).accountsForAll().sync();
    world.sis().dropSection("north3");
    world.approveIfHeld(world.deliver());
    world.syncOnly();
    world.days(3);
    classes("north", 4);
    leave("north", 1, 6);
    world.approveIfHeld(world.deliver());
    var held = world.syncOnly();
    var one = held.holds().getFirst().section().orElseThrow();
    assertThat(approve(held.run(), new RunScope(List.of(), List.of(one))).status())
        .isEqualTo(RunStatus.DONE);
    world.days(60);
    world.sis().dropSection("north3");
    world.approveIfHeld(world.deliver());
    world.syncOnly();
    assertThat(world.classCalled("north 3").state())
        .as("its grace begins anew")
        .isEqualTo("PROVISIONED");
  }

  @Test
  void R3_a_target_that_goes_down_in_the_middle_leaves_the_rest_approved() {
    classes("north", 60);
    world.accountsForAll().sync();
    for (int section = 0; section < 60; section++) {
      leave("north", section, 6);
    }
    world.approveIfHeld(world.deliver());
    var held = world.syncOnly();
    assertThat(held.status()).isEqualTo(RunStatus.HELD);
    var broken = approve(new GoneDown(world.classroom().targets(), 200), held.run());
    assertThat(broken.status()).isEqualTo(RunStatus.INCOMPLETE);
    assertThat(broken.done()).isBetween(1L, 200L);
    world.syncOnly();
    assertThat(world.classSync().history().get(held.run()).status()).isEqualTo(RunStatus.DONE);
    for (int section = 0; section < 60; section++) {
      assertThat(world.classCalled("north " + section).students()).hasSize(4);
    }
  }

  @Test
  void R4_a_class_that_cannot_be_looked_at_keeps_no_other_from_its_sync() {
    classes("north", 2);
    world.accountsForAll().sync();
    world.sis().section("north0").called("renamed");
    world.sis().section("north1").with("newcomer");
    world.accountsForAll().deliver();
    assertThat(world.sync(new Unseen(world.classroom().targets(), Optional.empty())).status())
        .isEqualTo(RunStatus.DONE);
    assertThat(world.classCalled("north 1").students()).contains(at("newcomer")).hasSize(11);
    assertThat(world.classCalled("north 0").students()).hasSize(10);
    assertThat(world.syncOnly().status()).isEqualTo(RunStatus.DONE);
    assertThat(world.classCalled("renamed").students()).hasSize(10);
    assertThat(world.syncOnly().status()).isEqualTo(RunStatus.UNCHANGED);
  }

  @Test
  void R4_an_answer_that_we_cannot_read_concerns_its_class_alone() throws Exception {
    classes("north", 3);
    world.accountsForAll().deliver();
    var odd = new Unreadable(world.classroom().targets(), "north1");
    var steps = new Steps();
    var run = world.classSync(odd).sync(world.connection(), steps);
    assertThat(run.status()).isEqualTo(RunStatus.DONE);
    assertThat(run.trouble()).contains("fault in Rollbook (IllegalArgumentException)");
    assertThat(steps.said())
        .anyMatch(says -> says.matches("class .*north1 met a fault in Rollbook.*"));
    assertThat(world.classroom().classes()).hasSize(2);

    world.sis().section("north2").with("newcomer");
    world.accountsForAll().deliver();
    assertThat(world.sync(odd.andLooks()).status()).isEqualTo(RunStatus.DONE);
    assertThat(world.classCalled("north 2").students()).contains(at("newcomer"));
    world.syncOnly();
    assertThat(world.classCalled("north 1").students()).hasSize(10);
    assertThat(world.syncOnly().status()).isEqualTo(RunStatus.UNCHANGED);
  }

  /** More than are worked on at once, and one on either side of them, however they are ordered. */
  @Test
  void R4_many_classes_that_we_cannot_read_are_no_target_that_is_down() {
    for (int c = 0; c < 70; c++) {
      world.sis().section("many" + c).called("Many " + c).taughtBy("ada").with("ben");
    }
    world.accountsForAll().deliver();
    world.sync(Unreadable.allBut(world.classroom().targets(), "many9", "many69"));
    assertThat(world.classroom().classes())
        .extracting(Classroom.SeenClass::name)
        .containsExactlyInAnyOrder("Many 9", "Many 69");
    assertThat(world.syncOnly().status()).isEqualTo(RunStatus.DONE);
    assertThat(world.classroom().classes()).hasSize(70);
  }

  @Test
  void R4_a_class_of_which_we_cannot_read_what_it_is_keeps_no_other_from_its_plan() {
    classes("north", 2);
    world.accountsForAll().sync();
    world.sis().section("north0").called("renamed");
    world.sis().section("north1").with("newcomer");
    world.accountsForAll().deliver();
    world.sync(new Unreadable(world.classroom().targets(), "north0").andLooks());
    assertThat(world.classCalled("north 1").students()).contains(at("newcomer"));
    world.syncOnly();
    assertThat(world.classCalled("renamed").students()).hasSize(10);
  }

  @Test
  void R4_a_target_that_does_not_work_at_all_is_no_plan() {
    classes("north", 2);
    world.accountsForAll().sync();
    world.sis().section("north0").called("renamed");
    world.deliver();
    var down = new Unseen(world.classroom().targets(), Optional.of("it is down"));
    assertThatThrownBy(() -> world.sync(down)).hasRootCauseMessage("the class cannot be read");
    world.syncOnly();
    assertThat(world.classCalled("renamed").students()).hasSize(10);
  }

  @Test
  void R2_a_discarded_plan_changes_nothing_and_the_next_one_is_held_again() {
    classes("north", 4);
    world.accountsForAll().sync();
    leave("north", 1, 6);
    var held = world.sync();
    assertThat(world.classSync().discard(held.run()).status()).isEqualTo(RunStatus.DISCARDED);
    assertThat(world.syncOnly().status()).isEqualTo(RunStatus.HELD);
    assertThat(world.classCalled("north 1").students()).hasSize(10);
  }

  @Test
  void G9_with_everything_at_once_only_what_the_source_changed_is_touched() {
    classes("north", 2);
    world.accountsForAll().sync();
    world.classroom().makeAccount(at("zoe"));
    world.classroom().addStudent(world.classCalled("north 0").id(), at("zoe"));
    world.classroom().removeStudent(world.classCalled("north 0").id(), at("student-north0-1"));
    leave("north", 0, 1);
    world.sis().section("north0").with("newcomer");
    world.accountsForAll().sync();
    assertThat(world.classCalled("north 0").students())
        .contains(at("zoe"), at("newcomer"))
        .doesNotContain(at("student-north0-0"), at("student-north0-1"))
        .hasSize(10);
  }
}
