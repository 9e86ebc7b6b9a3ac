package org.rollbook.sync.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rollbook.core.guard.PlanLimits;
import org.rollbook.registry.database.Database;
import org.rollbook.sync.runs.RunStatus;
import org.rollbook.sync.testing.Classroom;
import org.rollbook.sync.testing.Interrupted;
import org.rollbook.sync.testing.Interrupted.Killed;
import org.rollbook.sync.testing.Interrupted.Moment;
import org.rollbook.sync.testing.Sis;
import org.rollbook.sync.testing.TestDatabase;
import org.rollbook.sync.testing.Unanswering;
import org.rollbook.sync.testing.World;

/**
 * The rules for operations that never get an answer while the source goes on. Whether they took
 * effect must make no difference in the end. Run against every kind of {@link Classroom}.
 */
@ExtendWith(TestDatabase.class)
public abstract class AnswerRules {
  private World world;

  protected abstract Classroom openClassroom();

  @BeforeEach
  void begin(Database database) {
    world = new World(database, openClassroom()).limits(new PlanLimits(1, 99, 1, 99, 1, 99));
    world.sis().section("algebra").called("Algebra").taughtBy("ada", "carl").with("ben", "cleo");
    world.sis().section("biology").called("Biology").taughtBy("bob").with("ben");
  }

  @AfterEach
  void end() {
    world.close();
  }

  private static String at(String id) {
    return Sis.email(id);
  }

  private Classroom.SeenClass algebra() {
    return world.classCalled("Algebra");
  }

  /** Delivers and syncs; the first operation gets no answer and is given up. */
  private void syncUnanswered(Moment moment) {
    world.accountsForAll();
    world.approveIfHeld(world.deliver());
    assertThat(world.sync(new Unanswering(world.classroom().targets(), 1, moment)).refused())
        .isEqualTo(1);
  }

  private void syncAfterwards() {
    world.accountsForAll();
    world.approveIfHeld(world.deliver());
    world.syncOnly();
    assertNothingIsOpen();
  }

  /** No question is open any more: no look, and no plan even if every class is planned anew. */
  private void assertNothingIsOpen() {
    world.classroom().forgetCalls();
    assertThat(world.syncOnly().status()).isEqualTo(RunStatus.UNCHANGED);
    assertThat(world.classroom().calls()).isEqualTo(new Classroom.CallCount(0, 0));
    assertThat(world.planEverything().planned()).isZero();
  }

  @ParameterizedTest
  @EnumSource(Moment.class)
  void R3_an_add_without_an_answer_that_the_source_takes_back_is_undone(Moment moment) {
    world.accountsForAll().sync();
    world.sis().section("algebra").with("dora");
    syncUnanswered(moment);
    world.sis().section("algebra").without("dora");
    syncAfterwards();
    assertThat(algebra().students()).containsExactly(at("ben"), at("cleo"));
  }

  @ParameterizedTest
  @EnumSource(Moment.class)
  void R3_an_add_without_an_answer_in_two_runs_is_still_ours(Moment moment) {
    world.accountsForAll().sync();
    world.sis().section("algebra").with("dora");
    syncUnanswered(Moment.BEFORE_THE_EFFECT);
    syncUnanswered(moment);
    world.sis().section("algebra").without("dora");
    syncAfterwards();
    assertThat(algebra().students()).containsExactly(at("ben"), at("cleo"));
  }

  @ParameterizedTest
  @EnumSource(Moment.class)
  void R3_an_add_without_an_answer_is_ours_and_the_student_leaves_with_the_source(Moment moment) {
    world.accountsForAll().sync();
    world.sis().section("algebra").with("dora");
    syncUnanswered(moment);
    syncAfterwards();
    assertThat(algebra().students()).containsExactly(at("ben"), at("cleo"), at("dora"));
    world.sis().section("algebra").without("dora");
    syncAfterwards();
    assertThat(algebra().students()).containsExactly(at("ben"), at("cleo"));
  }

  @ParameterizedTest
  @EnumSource(Moment.class)
  void R3_a_removal_without_an_answer_that_the_source_takes_back_is_undone(Moment moment) {
    world.accountsForAll().sync();
    world.sis().section("algebra").without("cleo");
    syncUnanswered(moment);
    world.sis().section("algebra").with("cleo");
    syncAfterwards();
    assertThat(algebra().students()).containsExactly(at("ben"), at("cleo"));
  }

  @ParameterizedTest
  @EnumSource(Moment.class)
  void R3_a_co_teachers_removal_without_an_answer_that_the_source_takes_back_is_undone(
      Moment moment) {
    world.accountsForAll().sync();
    world.sis().section("algebra").taughtBy("ada");
    syncUnanswered(moment);
    world.sis().section("algebra").taughtBy("ada", "carl");
    syncAfterwards();
    assertThat(algebra().teachers()).containsExactly(at("ada"), at("carl"));
  }

  @ParameterizedTest
  @EnumSource(Moment.class)
  void R3_a_rename_without_an_answer_that_the_source_takes_back_is_undone(Moment moment) {
    world.accountsForAll().sync();
    world.sis().section("algebra").called("Algebra 1");
    syncUnanswered(moment);
    world.sis().section("algebra").called("Algebra");
    syncAfterwards();
    assertThat(world.classesCalled("Algebra")).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(Moment.class)
  void R3_an_owner_without_an_answer_whom_the_source_takes_back_is_undone(Moment moment) {
    world.accountsForAll().sync();
    world.sis().section("algebra").taughtBy("carl", "ada");
    syncUnanswered(moment);
    world.sis().section("algebra").taughtBy("ada", "carl");
    syncAfterwards();
    assertThat(algebra().owner()).isEqualTo(at("ada"));
    assertThat(algebra().teachers()).containsExactly(at("ada"), at("carl"));
  }

  @ParameterizedTest
  @EnumSource(Moment.class)
  void R3_an_end_without_an_answer_whose_section_returns_is_undone(Moment moment) {
    world.accountsForAll().sync();
    world.sis().dropSection("algebra");
    syncUnanswered(moment);
    world.sis().section("algebra").called("Algebra").taughtBy("ada", "carl").with("ben", "cleo");
    syncAfterwards();
    assertThat(algebra().state()).isEqualTo("PROVISIONED");
  }

  @ParameterizedTest
  @EnumSource(Moment.class)
  void R3_a_return_without_an_answer_whose_section_leaves_again_is_undone(Moment moment) {
    world.accountsForAll().sync();
    world.classroom().putInState(algebra().id(), "ACTIVE");
    world.sis().dropSection("algebra");
    syncAfterwards();
    assertThat(algebra().state()).isEqualTo("ARCHIVED");
    world.sis().section("algebra").called("Algebra").taughtBy("ada", "carl").with("ben", "cleo");
    syncUnanswered(moment);
    world.sis().dropSection("algebra");
    syncAfterwards();
    assertThat(algebra().state()).isEqualTo("ARCHIVED");
  }

  @ParameterizedTest
  @EnumSource(Moment.class)
  void R3_a_class_made_without_an_answer_whose_section_leaves_is_declined(Moment moment) {
    world.accountsForAll().sync();
    world.sis().section("drama").called("Drama").taughtBy("ada").with("ben");
    syncUnanswered(moment);
    world.sis().dropSection("drama");
    syncAfterwards();
    assertThat(world.classesCalled("Drama"))
        .allSatisfy(drama -> assertThat(drama.state()).isEqualTo("DECLINED"))
        .hasSize(moment == Moment.AFTER_THE_EFFECT ? 1 : 0);
    world.sis().section("drama").called("Drama").taughtBy("ada").with("ben");
    syncAfterwards();
    assertThat(world.classCalled("Drama").state()).isEqualTo("PROVISIONED");
    assertThat(world.classCalled("Drama").students()).containsExactly(at("ben"));
  }

  @ParameterizedTest
  @EnumSource(Moment.class)
  void R3_a_class_made_without_an_answer_follows_what_the_source_says_next(Moment moment) {
    world.accountsForAll().sync();
    world.sis().section("drama").called("Drama").taughtBy("ada").with("ben");
    syncUnanswered(moment);
    world.sis().section("drama").called("Theatre").taughtBy("bob").with("cleo").without("ben");
    syncAfterwards();
    assertThat(world.classesCalled("Drama")).isEmpty();
    var theatre = world.classCalled("Theatre");
    assertThat(theatre.owner()).isEqualTo(at("bob"));
    assertThat(theatre.teachers()).containsExactly(at("bob"));
    assertThat(theatre.students()).containsExactly(at("cleo"));
  }

  /** The process dies right after the class was made, before it could hear of it. */
  private String madeAndKilled() {
    world.accountsForAll().deliver();
    var killed = new Interrupted(world.classroom().targets(), 1, Moment.AFTER_THE_EFFECT);
    assertThatThrownBy(() -> world.sync(killed)).isInstanceOf(Killed.class);
    var made = world.classroom().classes();
    assertThat(made).hasSize(1);
    assertThat(made.getFirst().students()).isEmpty();
    return made.getFirst().id();
  }

  private Classroom.SeenClass classOf(String id) {
    return world.classroom().classes().stream()
        .filter(seen -> seen.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private void onlyAlgebra() {
    world.sis().dropSection("biology");
  }

  /** Nobody could tell the two apart, and that a call never arrived is by far the likelier. */
  @ParameterizedTest
  @EnumSource(Moment.class)
  void R3_what_a_hand_undid_before_we_heard_that_it_was_done_counts_as_never_arrived(
      Moment moment) {
    world.accountsForAll().sync();
    world.sis().section("algebra").with("dora");
    world.accountsForAll().deliver();
    var killed = new Interrupted(world.classroom().targets(), 1, moment);
    assertThatThrownBy(() -> world.sync(killed)).isInstanceOf(Killed.class);
    if (moment == Moment.AFTER_THE_EFFECT) {
      world.classroom().removeStudent(algebra().id(), at("dora"));
    }
    world.syncOnly();
    assertNothingIsOpen();
    assertThat(algebra().students()).containsExactly(at("ben"), at("cleo"), at("dora"));
  }

  @Test
  void G12_a_class_that_is_accepted_before_we_hear_that_we_made_it_gets_everybody() {
    onlyAlgebra();
    var made = madeAndKilled();
    world.classroom().putInState(made, "ACTIVE");
    world.classroom().makeAccount(at("emil"));
    world.classroom().addStudent(made, at("emil"));
    world.syncOnly();
    assertNothingIsOpen();
    assertThat(classOf(made).teachers()).containsExactly(at("ada"), at("carl"));
    assertThat(classOf(made).students()).containsExactly(at("ben"), at("cleo"), at("emil"));
  }

  @Test
  void G5_a_class_that_is_declined_before_we_hear_that_we_made_it_gets_everybody_once_accepted() {
    onlyAlgebra();
    var made = madeAndKilled();
    world.classroom().putInState(made, "DECLINED");
    world.syncOnly();
    assertThat(classOf(made).state()).isEqualTo("DECLINED");
    assertThat(classOf(made).students()).isEmpty();
    world.classroom().putInState(made, "PROVISIONED");
    world.classroom().putInState(made, "ACTIVE");
    world.syncOnly();
    assertNothingIsOpen();
    assertThat(classOf(made).students()).containsExactly(at("ben"), at("cleo"));
  }

  /** A new installation, whose first attempt at the class never arrives. */
  private void connectAnewUnanswered() {
    world.pastToday();
    world.connect();
    var targets = world.classroom().targets();
    world.sync(new Unanswering(targets, 1, Moment.BEFORE_THE_EFFECT));
    world.syncOnly();
  }

  @Test
  void G9_first_contact_puts_nobody_back_though_its_first_attempt_got_no_answer() {
    onlyAlgebra();
    world.accountsForAll().sync();
    world.classroom().removeStudent(algebra().id(), at("cleo"));
    connectAnewUnanswered();
    assertThat(algebra().students()).containsExactly(at("ben"));
  }

  @Test
  void D_whom_first_contact_finds_leaves_with_the_source_though_its_first_attempt_got_no_answer() {
    onlyAlgebra();
    world.accountsForAll().sync();
    connectAnewUnanswered();
    world.sis().section("algebra").without("cleo");
    world.sync();
    assertThat(algebra().students()).containsExactly(at("ben"));
  }

  @Test
  void G9_a_class_of_a_former_installation_stays_as_it_is_though_we_were_killed_at_its_making() {
    onlyAlgebra();
    world.accountsForAll().sync();
    world.classroom().putInState(algebra().id(), "ACTIVE");
    world.classroom().removeStudent(algebra().id(), at("cleo"));
    world.pastToday();
    world.connect();
    var killed = new Interrupted(world.classroom().targets(), 1, Moment.BEFORE_THE_EFFECT);
    assertThatThrownBy(() -> world.sync(killed)).isInstanceOf(Killed.class);
    world.syncOnly();
    assertThat(algebra().students()).containsExactly(at("ben"));
  }

  @Test
  void G9_what_a_hand_does_after_the_question_is_settled_is_by_hand() {
    world.accountsForAll().sync();
    world.sis().section("algebra").with("dora");
    syncUnanswered(Moment.BEFORE_THE_EFFECT);
    world.sis().section("algebra").without("dora");
    syncAfterwards();
    world.classroom().addStudent(algebra().id(), at("dora"));
    world.sis().section("algebra").with("dora");
    syncAfterwards();
    world.sis().section("algebra").without("dora");
    syncAfterwards();
    assertThat(algebra().students()).contains(at("dora"));
  }

  @Test
  void R4_a_class_that_cannot_even_be_looked_at_keeps_no_other_from_its_plan() {
    world.accountsForAll().sync();
    world.sis().section("algebra").with("dora");
    syncUnanswered(Moment.AFTER_THE_EFFECT);
    world.sis().section("algebra").without("dora");
    world.sis().section("biology").with("cleo");
    world.deliver();
    world.sync(
        new Unanswering(world.classroom().targets(), 99, Moment.AFTER_THE_EFFECT).hidingMembers());
    assertThat(world.classCalled("Biology").students()).containsExactly(at("ben"), at("cleo"));
    assertThat(algebra().students()).contains(at("dora"));
    syncAfterwards();
    assertThat(algebra().students()).containsExactly(at("ben"), at("cleo"));
  }
}
