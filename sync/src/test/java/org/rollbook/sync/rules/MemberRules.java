package org.rollbook.sync.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rollbook.core.reconcile.OperationKind;
import org.rollbook.registry.database.Database;
import org.rollbook.sync.runs.RunStatus;
import org.rollbook.sync.testing.Classroom;
import org.rollbook.sync.testing.Sis;
import org.rollbook.sync.testing.TestDatabase;
import org.rollbook.sync.testing.World;

/** The rules for who is in a class. Run against every kind of {@link Classroom}. */
@ExtendWith(TestDatabase.class)
public abstract class MemberRules {
  private World world;

  protected abstract Classroom openClassroom();

  @BeforeEach
  void begin(Database database) {
    world = new World(database, openClassroom());
    world.sis().section("algebra").called("Algebra").taughtBy("ada", "carl").with("ben", "cleo");
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

  @Test
  void G2_people_are_matched_by_primary_address_or_alias_whatever_its_case() {
    world.classroom().makeAccount(at("ada"), "a.lovelace@school.example");
    world.sis().email("ada", "A.Lovelace@School.Example");
    world.sis().email("ben", "BEN@school.example");
    world.classroom().makeAccount(at("ben"));
    world.classroom().makeAccount(at("carl"));
    world.classroom().makeAccount(at("cleo"));
    world.sync();
    assertThat(algebra().owner()).isEqualTo(at("ada"));
    assertThat(algebra().students()).containsExactly(at("ben"), at("cleo"));
  }

  @Test
  void G2_an_alias_that_becomes_the_primary_address_changes_nothing() {
    world.classroom().makeAccount(at("ben"), "benjamin@school.example");
    world.accountsForAll().sync();
    world.sis().email("ben", "benjamin@school.example");
    assertThat(world.sync().status()).isEqualTo(RunStatus.UNCHANGED);
  }

  @Test
  void G2_two_people_with_one_address_are_neither_matched_and_both_are_listed() {
    world.sis().section("algebra").with("dora");
    world.sis().email("dora", at("ben"));
    var run = world.accountsForAll().sync();
    assertThat(algebra().students()).containsExactly(at("cleo"));
    assertThat(run.waiting()).hasValue(2);
    world.sis().email("dora", at("dora"));
    world.accountsForAll().sync();
    assertThat(algebra().students()).containsExactly(at("ben"), at("cleo"), at("dora"));
  }

  @Test
  void G2_an_address_that_a_second_person_takes_throws_nobody_out() {
    world.accountsForAll().sync();
    world.sis().section("algebra").with("dora");
    world.sis().email("dora", at("ben"));
    world.sync();
    assertThat(algebra().students()).containsExactly(at("ben"), at("cleo"));
  }

  @Test
  void G3_a_person_without_an_account_joins_after_it_appears_and_no_second_class_is_made() {
    for (var id : new String[] {"ada", "carl", "cleo"}) {
      world.classroom().makeAccount(at(id));
    }
    assertThat(world.sync().waiting()).hasValue(1);
    assertThat(algebra().students()).containsExactly(at("cleo"));
    world.classroom().makeAccount(at("ben"));
    var run = world.syncOnly();
    assertThat(run.waiting()).hasValue(0);
    assertThat(algebra().students()).containsExactly(at("ben"), at("cleo"));
    assertThat(run.writes()).isEqualTo(1);
  }

  @Test
  void G3_a_suspended_account_is_no_removal() {
    world.accountsForAll().sync();
    world.classroom().suspend(at("ben"));
    world.days(2);
    world.sis().section("algebra").with("dora");
    world.accountsForAll().sync();
    assertThat(algebra().students()).contains(at("ben"), at("dora"));
  }

  @Test
  void G3_a_matched_account_that_disappears_is_no_removal() {
    world.accountsForAll().sync();
    var before = algebra();
    world.classroom().deleteAccount(at("ben"));
    world.days(2);
    world.sis().section("algebra").with("dora");
    world.classroom().makeAccount(at("dora"));
    var run = world.sync();
    assertThat(run.waiting()).hasValue(1);
    assertThat(world.operations(run.run()))
        .singleElement()
        .satisfies(line -> assertThat(line.kind()).isEqualTo(OperationKind.ADD_STUDENT));
    assertThat(algebra().students()).hasSize(before.students().size() + 1);
    world.days(2);
    assertThat(world.sync().status()).isEqualTo(RunStatus.UNCHANGED);
  }

  @Test
  void G3_an_address_that_no_account_has_any_more_is_no_removal() {
    world.accountsForAll().sync();
    world.sis().email("ben", "new.address@school.example");
    var run = world.sync();
    assertThat(algebra().students()).containsExactly(at("ben"), at("cleo"));
    assertThat(run.waiting()).hasValue(1);
  }

  @Test
  void G3_a_person_with_another_account_takes_the_seat_with_it() {
    world.accountsForAll().sync();
    world.sis().email("ben", "benny@school.example");
    world.accountsForAll().sync();
    assertThat(algebra().students()).containsExactly("benny@school.example", at("cleo"));
  }

  @Test
  void G7_co_teachers_join_and_leave() {
    world.accountsForAll().sync();
    world.sis().section("algebra").taughtBy("ada", "dora");
    world.accountsForAll().sync();
    assertThat(algebra().teachers()).containsExactly(at("ada"), at("dora"));
  }

  @Test
  void G9_a_student_added_by_hand_stays() {
    world.accountsForAll().sync();
    world.classroom().makeAccount(at("zoe"));
    world.classroom().addStudent(algebra().id(), at("zoe"));
    world.sis().section("algebra").without("ben");
    world.sync();
    assertThat(algebra().students()).containsExactly(at("cleo"), at("zoe"));
  }

  @Test
  void G9_a_student_added_by_hand_stays_also_after_the_sis_adds_and_then_drops_them() {
    world.accountsForAll().sync();
    world.classroom().makeAccount(at("zoe"));
    world.classroom().addStudent(algebra().id(), at("zoe"));
    world.sis().section("algebra").with("zoe");
    world.sync();
    world.sis().section("algebra").without("zoe");
    world.sync();
    assertThat(algebra().students()).contains(at("zoe"));
  }

  @Test
  void G9_a_student_removed_by_hand_stays_out_while_the_sis_still_lists_them() {
    world.accountsForAll().sync();
    world.classroom().removeStudent(algebra().id(), at("ben"));
    world.sis().section("algebra").with("dora");
    world.accountsForAll().sync();
    world.sync();
    assertThat(algebra().students()).containsExactly(at("cleo"), at("dora"));
  }

  @Test
  void G9_a_student_removed_by_hand_comes_back_when_the_sis_drops_and_adds_them_again() {
    world.accountsForAll().sync();
    world.classroom().removeStudent(algebra().id(), at("ben"));
    world.sync();
    world.sis().section("algebra").without("ben");
    world.sync();
    world.sis().section("algebra").with("ben");
    world.sync();
    assertThat(algebra().students()).containsExactly(at("ben"), at("cleo"));
  }

  @Test
  void G9_a_co_teacher_added_by_hand_stays_and_one_removed_by_hand_stays_out() {
    world.accountsForAll().sync();
    world.classroom().makeAccount(at("zoe"));
    world.classroom().addTeacher(algebra().id(), at("zoe"));
    world.classroom().removeTeacher(algebra().id(), at("carl"));
    world.sis().section("algebra").with("dora");
    world.accountsForAll().sync();
    assertThat(algebra().teachers()).containsExactly(at("ada"), at("zoe"));
  }

  @Test
  void G10_a_student_who_leaves_a_section_leaves_the_class_and_comes_back_with_it() {
    world.accountsForAll().sync();
    world.sis().section("algebra").without("ben");
    world.sync();
    assertThat(algebra().students()).containsExactly(at("cleo"));
    world.sis().section("algebra").with("ben");
    world.sync();
    assertThat(algebra().students()).containsExactly(at("ben"), at("cleo"));
  }

  @Test
  void D_a_student_who_becomes_co_teacher_of_the_section_changes_seats() {
    world.accountsForAll().sync();
    world.sis().section("algebra").without("cleo").taughtBy("ada", "carl", "cleo-teaches");
    world.sis().email("cleo-teaches", at("cleo"));
    world.sis().leaves("cleo");
    world.sync();
    assertThat(algebra().students()).containsExactly(at("ben"));
    assertThat(algebra().teachers()).containsExactly(at("ada"), at("carl"), at("cleo"));
  }

  @Test
  void G9_who_becomes_co_teacher_stays_out_of_a_class_that_a_hand_took_them_off() {
    world.accountsForAll().sync();
    world.classroom().removeStudent(algebra().id(), at("cleo"));
    world.sis().section("algebra").without("cleo").taughtBy("ada", "carl", "cleo");
    world.sync();
    assertThat(algebra().students()).containsExactly(at("ben"));
    assertThat(algebra().teachers()).containsExactly(at("ada"), at("carl"));
    assertThat(callsOfASync()).isEqualTo(new Classroom.CallCount(0, 0));
  }

  @Test
  void R7_a_run_that_changes_nothing_makes_no_call_at_all() {
    world.accountsForAll().sync();
    world.classroom().forgetCalls();
    assertThat(world.sync().status()).isEqualTo(RunStatus.UNCHANGED);
    assertThat(world.classroom().calls()).isEqualTo(new Classroom.CallCount(0, 0));
  }

  @Test
  void R7_a_class_that_a_hand_put_away_costs_a_look_only_while_something_waits_for_it() {
    world.accountsForAll().sync();
    world.classroom().putInState(algebra().id(), "DECLINED");
    world.sis().section("algebra").with("dora");
    world.accountsForAll().sync();
    assertThat(callsOfASync()).isEqualTo(new Classroom.CallCount(1, 0));
    world.sis().section("algebra").without("dora");
    world.sync();
    assertThat(callsOfASync()).isEqualTo(new Classroom.CallCount(0, 0));
  }

  private Classroom.CallCount callsOfASync() {
    world.classroom().forgetCalls();
    world.sync();
    return world.classroom().calls();
  }

  @Test
  void R7_one_change_is_one_write_and_no_other_class_is_looked_at() {
    world.sis().section("biology").called("Biology").taughtBy("bob").with("ben", "cleo");
    world.sis().section("algebra").with("dora");
    world.accountsForAll().sync();
    world.classroom().forgetCalls();
    world.sis().section("biology").without("ben").with("dora");
    world.sync();
    assertThat(world.classroom().calls()).isEqualTo(new Classroom.CallCount(0, 2));
  }
}
