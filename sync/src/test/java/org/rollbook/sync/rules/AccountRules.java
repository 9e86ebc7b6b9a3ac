package org.rollbook.sync.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rollbook.core.reconcile.OperationKind;
import org.rollbook.core.reconcile.Reason;
import org.rollbook.registry.database.Database;
import org.rollbook.sync.runs.RunReport;
import org.rollbook.sync.runs.RunStatus;
import org.rollbook.sync.testing.Classroom;
import org.rollbook.sync.testing.Sis;
import org.rollbook.sync.testing.TestDatabase;
import org.rollbook.sync.testing.World;

/**
 * The rules for accounts that change hands: a person gets another account, an account gets another
 * person. Run against every kind of {@link Classroom}.
 */
@ExtendWith(TestDatabase.class)
public abstract class AccountRules {
  private static final String NEW = "somebody.new@school.example";

  private World world;

  protected abstract Classroom openClassroom();

  @BeforeEach
  void begin(Database database) {
    world = new World(database, openClassroom());
    world.sis().section("algebra").called("Algebra").taughtBy("ada", "carl").with("ben", "cleo");
    world.sis().section("biology").called("Biology").taughtBy("bob").with("dora");
    world.accountsForAll().sync();
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

  private Classroom.SeenClass biology() {
    return world.classCalled("Biology");
  }

  /** {@code from} has the address {@code instead} from now on and {@code to} the former one. */
  private void passesOn(String from, String to, String instead) {
    world.sis().email(to, at(from));
    world.sis().email(from, instead);
  }

  private record Said(OperationKind kind, String person, Reason reason) {}

  private List<Said> said(RunReport run) {
    return world.operations(run.run()).stream()
        .map(line -> new Said(line.kind(), line.personName(), line.reason()))
        .toList();
  }

  @Test
  void G2_an_address_that_passes_to_another_person_takes_the_seat_along() {
    passesOn("ben", "dora", NEW);
    var run = world.sync();
    assertThat(algebra().students()).containsExactly(at("cleo"));
    assertThat(biology().students()).containsExactly(at("ben"));
    assertThat(said(run))
        .containsExactlyInAnyOrder(
            new Said(OperationKind.REMOVE_STUDENT, "ben Student", Reason.ACCOUNT_PASSED_ON),
            new Said(OperationKind.ADD_STUDENT, "dora Student", Reason.ACCOUNT_REPLACED),
            new Said(OperationKind.REMOVE_STUDENT, "dora Student", Reason.ACCOUNT_REPLACED));
    world.accountsForAll().sync();
    assertThat(algebra().students()).containsExactly(at("cleo"), NEW);
  }

  @Test
  void G3_the_seat_stays_until_the_address_is_anothers() {
    world.sis().email("ben", NEW);
    world.sync();
    assertThat(algebra().students()).containsExactly(at("ben"), at("cleo"));
    world.sis().email("dora", at("ben"));
    assertThat(said(world.sync()))
        .contains(new Said(OperationKind.REMOVE_STUDENT, "ben Student", Reason.ACCOUNT_PASSED_ON));
    assertThat(algebra().students()).containsExactly(at("cleo"));
    assertThat(world.sync().status()).isEqualTo(RunStatus.UNCHANGED);
  }

  @Test
  void G2_the_address_of_somebody_who_left_is_the_next_ones() {
    world.sis().leaves("ben");
    world.sis().email("dora", at("ben"));
    world.sync();
    assertThat(algebra().students()).containsExactly(at("cleo"));
    assertThat(biology().students()).containsExactly(at("ben"));
  }

  @Test
  void G2_in_a_class_that_both_are_in_the_seat_is_the_new_persons() {
    passesOn("ben", "cleo", NEW);
    world.sync();
    assertThat(algebra().students()).containsExactly(at("ben"));
    world.accountsForAll().sync();
    assertThat(algebra().students()).containsExactly(at("ben"), NEW);
    world.sis().section("algebra").without("cleo");
    world.sync();
    assertThat(algebra().students()).containsExactly(NEW);
  }

  @Test
  void G2_two_who_swap_addresses_swap_their_classes() {
    passesOn("ben", "dora", at("dora"));
    var run = world.sync();
    assertThat(algebra().students()).containsExactly(at("cleo"), at("dora"));
    assertThat(biology().students()).containsExactly(at("ben"));
    assertThat(said(run)).hasSize(4).allMatch(line -> line.reason() == Reason.ACCOUNT_REPLACED);
  }

  @Test
  void G2_two_classmates_who_swap_addresses_move_nobody() {
    passesOn("ben", "cleo", at("cleo"));
    assertThat(world.sync().writes()).isZero();
    world.sis().section("algebra").without("ben");
    world.sync();
    assertThat(algebra().students()).containsExactly(at("ben"));
  }

  @Test
  void D_whom_a_hand_put_there_stays_also_as_another_persons_account() {
    world.classroom().makeAccount(at("zoe"));
    world.classroom().addStudent(algebra().id(), at("zoe"));
    world.sis().section("algebra").with("zoe");
    world.sync();
    passesOn("zoe", "dora", NEW);
    world.sync();
    assertThat(algebra().students()).containsExactly(at("ben"), at("cleo"), at("zoe"));
  }

  @Test
  void G3_a_person_with_another_account_is_said_to_have_one() {
    world.sis().email("ben", NEW);
    world.accountsForAll();
    assertThat(said(world.sync()))
        .containsExactly(
            new Said(OperationKind.ADD_STUDENT, "ben Student", Reason.ACCOUNT_REPLACED),
            new Said(OperationKind.REMOVE_STUDENT, "ben Student", Reason.ACCOUNT_REPLACED));
  }

  @Test
  void G7_a_co_teachers_address_that_passes_on_takes_the_seat_along() {
    passesOn("carl", "bob", NEW);
    var run = world.sync();
    assertThat(algebra().teachers()).containsExactly(at("ada"));
    assertThat(biology().owner()).isEqualTo(at("carl"));
    assertThat(biology().teachers()).containsExactly(at("carl"));
    assertThat(said(run))
        .contains(
            new Said(OperationKind.REMOVE_TEACHER, "carl Teacher", Reason.ACCOUNT_PASSED_ON),
            new Said(OperationKind.CHANGE_OWNER, "bob Teacher", Reason.ACCOUNT_REPLACED));
  }

  @Test
  void G7_a_co_teacher_owns_the_class_whose_owners_address_passed_on_until_there_is_another() {
    passesOn("ada", "bob", NEW);
    assertThat(said(world.sync()))
        .contains(
            new Said(OperationKind.CHANGE_OWNER, "carl Teacher", Reason.OWNER_ACCOUNT_PASSED_ON),
            new Said(OperationKind.REMOVE_TEACHER, "ada Teacher", Reason.ACCOUNT_PASSED_ON));
    assertThat(algebra().owner()).isEqualTo(at("carl"));
    assertThat(algebra().teachers()).containsExactly(at("carl"));
    assertThat(biology().owner()).isEqualTo(at("ada"));
    assertThat(world.sync().status()).isEqualTo(RunStatus.UNCHANGED);
    world.accountsForAll().sync();
    assertThat(algebra().owner()).isEqualTo(NEW);
    assertThat(algebra().teachers()).containsExactly(at("carl"), NEW);
  }

  @Test
  void G7_the_address_that_comes_back_to_its_owner_owns_the_class_again() {
    passesOn("ada", "bob", NEW);
    world.sync();
    world.sis().email("ada", at("ada"));
    world.sis().email("bob", at("bob"));
    world.sync();
    assertThat(algebra().owner()).isEqualTo(at("ada"));
    assertThat(algebra().teachers()).containsExactly(at("ada"), at("carl"));
  }

  @Test
  void G7_an_owners_address_that_passes_on_owns_where_no_other_teacher_can() {
    world.sis().section("algebra").taughtBy("ada");
    passesOn("ada", "bob", NEW);
    world.sync();
    assertThat(algebra().owner()).isEqualTo(at("ada"));
    assertThat(biology().owner()).isEqualTo(at("ada"));
    world.accountsForAll().sync();
    assertThat(algebra().owner()).isEqualTo(NEW);
    assertThat(algebra().teachers()).containsExactly(NEW);
  }

  @Test
  void G7_a_primary_and_a_co_teacher_who_swap_addresses_swap_the_class() {
    passesOn("ada", "carl", at("carl"));
    assertThat(world.sync().writes()).isEqualTo(1);
    assertThat(algebra().owner()).isEqualTo(at("carl"));
    assertThat(algebra().teachers()).containsExactly(at("ada"), at("carl"));
  }
}
