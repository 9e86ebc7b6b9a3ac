package org.rollbook.sync.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rollbook.registry.database.Database;
import org.rollbook.sync.runs.RunStatus;
import org.rollbook.sync.testing.Classroom;
import org.rollbook.sync.testing.Hiding;
import org.rollbook.sync.testing.Sis;
import org.rollbook.sync.testing.TestDatabase;
import org.rollbook.sync.testing.World;

/**
 * The rules for classes: who owns them, what they are called, how they begin and end. Run against
 * every kind of {@link Classroom}.
 */
@ExtendWith(TestDatabase.class)
public abstract class ClassRules {
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

  @Test
  void G4_a_class_is_made_for_each_section_and_offered_to_its_primary_teacher() {
    world.sis().section("biology").called("Biology").taughtBy("bob").with("ben");
    world.accountsForAll().sync();
    var algebra = world.classCalled("Algebra");
    assertThat(algebra.owner()).isEqualTo(at("ada"));
    assertThat(algebra.state()).isEqualTo("PROVISIONED");
    assertThat(algebra.teachers()).containsExactly(at("ada"), at("carl"));
    assertThat(algebra.students()).containsExactly(at("ben"), at("cleo"));
    assertThat(world.classCalled("Biology").students()).containsExactly(at("ben"));
  }

  @Test
  void G4_while_the_primary_teacher_has_no_account_the_class_waits() {
    world.sis().teacher("ada");
    for (var id : new String[] {"carl", "ben", "cleo"}) {
      world.classroom().makeAccount(at(id));
    }
    var run = world.sync();
    assertThat(world.classroom().classes()).isEmpty();
    assertThat(run.waiting()).hasValue(1);
    world.classroom().makeAccount(at("ada"));
    world.syncOnly();
    assertThat(world.classCalled("Algebra").students()).hasSize(2);
  }

  @Test
  void G4_who_is_teacher_and_student_of_one_section_is_its_teacher() {
    world.sis().section("algebra").with("carl-as-student");
    world.sis().email("carl", "carl@school.example");
    world.accountsForAll();
    world.classroom().makeAccount(at("dora"));
    world.sync();
    assertThat(world.classCalled("Algebra").teachers()).contains(at("carl"));
    assertThat(world.classCalled("Algebra").students()).doesNotContain(at("carl"));
  }

  @Test
  void G5_a_declined_class_stays_declined_and_accepting_it_later_brings_all_that_happened() {
    world.accountsForAll().sync();
    var id = world.classCalled("Algebra").id();
    world.classroom().putInState(id, "DECLINED");
    world.sis().section("algebra").with("dora");
    world.accountsForAll().sync();
    world.sync();
    assertThat(world.classCalled("Algebra").state()).isEqualTo("DECLINED");
    assertThat(world.classCalled("Algebra").students()).doesNotContain(at("dora"));
    world.classroom().putInState(id, "PROVISIONED");
    world.classroom().putInState(id, "ACTIVE");
    world.syncOnly();
    assertThat(world.classCalled("Algebra").state()).isEqualTo("ACTIVE");
    assertThat(world.classCalled("Algebra").students()).contains(at("dora"));
  }

  @Test
  void G6_a_class_made_by_hand_with_the_same_name_is_not_touched() {
    world.accountsForAll();
    world.classroom().makeAccount(at("zoe"));
    var byHand = world.classroom().makeClass(at("ada"), "Algebra");
    world.classroom().addStudent(byHand, at("zoe"));
    world.sync();
    world.sis().section("algebra").called("Algebra II").without("ben");
    world.sync();
    world.sis().dropSection("algebra");
    world.sync();
    var hand = world.classroom().classes().stream().filter(c -> c.id().equals(byHand)).findFirst();
    assertThat(hand).isPresent();
    assertThat(hand.get().name()).isEqualTo("Algebra");
    assertThat(hand.get().state()).isEqualTo("ACTIVE");
    assertThat(hand.get().students()).containsExactly(at("zoe"));
    assertThat(world.classroom().classes()).hasSize(2);
  }

  @Test
  void G6_a_class_of_ours_that_a_person_deleted_is_not_made_again() {
    world.accountsForAll().sync();
    world.classroom().deleteClass(world.classCalled("Algebra").id());
    world.sis().section("algebra").with("dora");
    world.accountsForAll().sync();
    world.sync();
    assertThat(world.classesCalled("Algebra")).isEmpty();
  }

  @Test
  void G7_the_primary_teacher_is_replaced_and_the_former_one_stays_as_co_teacher() {
    world.accountsForAll().sync();
    world.sis().section("algebra").taughtBy("dora", "ada", "carl");
    world.accountsForAll().sync();
    assertThat(world.classCalled("Algebra").owner()).isEqualTo(at("dora"));
    assertThat(world.classCalled("Algebra").teachers())
        .containsExactly(at("ada"), at("carl"), at("dora"));
  }

  @Test
  void G7_the_primary_teacher_is_replaced_and_the_former_one_leaves() {
    world.accountsForAll().sync();
    world.sis().section("algebra").taughtBy("dora", "carl");
    world.accountsForAll();
    world.sis().leaves("ada");
    world.sync();
    assertThat(world.classCalled("Algebra").owner()).isEqualTo(at("dora"));
    assertThat(world.classCalled("Algebra").teachers()).containsExactly(at("carl"), at("dora"));
  }

  @Test
  void G7_a_co_teacher_becomes_the_primary_teacher_and_back() {
    world.accountsForAll().sync();
    world.sis().section("algebra").taughtBy("carl", "ada");
    world.sync();
    assertThat(world.classCalled("Algebra").owner()).isEqualTo(at("carl"));
    world.sis().section("algebra").taughtBy("ada", "carl");
    world.sync();
    assertThat(world.classCalled("Algebra").owner()).isEqualTo(at("ada"));
    assertThat(world.classCalled("Algebra").teachers()).containsExactly(at("ada"), at("carl"));
  }

  @Test
  void G7_the_former_primary_teacher_stays_owner_until_the_new_one_has_an_account() {
    world.accountsForAll().sync();
    world.sis().section("algebra").taughtBy("dora", "carl");
    world.sync();
    assertThat(world.classCalled("Algebra").owner()).isEqualTo(at("ada"));
    world.classroom().makeAccount(at("dora"));
    world.syncOnly();
    assertThat(world.classCalled("Algebra").owner()).isEqualTo(at("dora"));
    assertThat(world.classCalled("Algebra").teachers()).containsExactly(at("carl"), at("dora"));
  }

  @Test
  void G8_a_renamed_class_keeps_its_name_and_stays_in_sync() {
    world.accountsForAll().sync();
    world.classroom().rename(world.classCalled("Algebra").id(), "Ada's Algebra");
    world.sis().section("algebra").called("Algebra 1").with("dora");
    world.accountsForAll().sync();
    world.sync();
    assertThat(world.classCalled("Ada's Algebra").students()).contains(at("dora"));
  }

  @Test
  void G8_a_class_that_nobody_renamed_follows_its_section() {
    world.accountsForAll().sync();
    world.sis().section("algebra").called("Algebra 1");
    world.sync();
    assertThat(world.classCalled("Algebra 1").owner()).isEqualTo(at("ada"));
  }

  @Test
  void G11_an_accepted_class_is_archived_and_restored_when_the_section_returns() {
    world.accountsForAll().sync();
    var id = world.classCalled("Algebra").id();
    world.classroom().putInState(id, "ACTIVE");
    world.sis().section("biology").called("Biology").taughtBy("bob").with("eve");
    world.sis().dropSection("algebra");
    world.accountsForAll().sync();
    assertThat(world.classCalled("Algebra").state()).isEqualTo("ARCHIVED");
    assertThat(world.classCalled("Algebra").students()).hasSize(2);
    world.sis().section("algebra").called("Algebra").taughtBy("ada", "carl").with("ben", "dora");
    world.accountsForAll().sync();
    assertThat(world.classCalled("Algebra").id()).isEqualTo(id);
    assertThat(world.classCalled("Algebra").state()).isEqualTo("ACTIVE");
    assertThat(world.classCalled("Algebra").students()).containsExactly(at("ben"), at("dora"));
  }

  @Test
  void G11_an_unaccepted_class_is_declined_and_offered_again_when_the_section_returns() {
    world.sis().section("biology").called("Biology").taughtBy("bob").with("eve");
    world.accountsForAll().sync();
    world.sis().dropSection("algebra");
    world.sync();
    assertThat(world.classCalled("Algebra").state()).isEqualTo("DECLINED");
    world.sis().section("algebra").called("Algebra").taughtBy("ada", "carl").with("ben", "cleo");
    world.sync();
    assertThat(world.classCalled("Algebra").state()).isEqualTo("PROVISIONED");
  }

  @Test
  void G11_a_class_that_the_teacher_archived_is_left_alone_when_the_section_returns() {
    world.sis().section("biology").called("Biology").taughtBy("bob").with("eve");
    world.accountsForAll().sync();
    var id = world.classCalled("Algebra").id();
    world.classroom().putInState(id, "ACTIVE");
    world.classroom().putInState(id, "ARCHIVED");
    world.sis().dropSection("algebra");
    world.sync();
    world.sis().section("algebra").called("Algebra").taughtBy("ada", "carl").with("ben", "dora");
    world.accountsForAll().sync();
    assertThat(world.classCalled("Algebra").state()).isEqualTo("ARCHIVED");
  }

  @Test
  void G11_a_class_outlives_its_section_by_the_days_of_grace() {
    world.sis().section("biology").called("Biology").taughtBy("bob").with("eve");
    world.grace(7).accountsForAll().sync();
    world.sis().dropSection("algebra");
    world.sync();
    world.days(6);
    world.syncOnly();
    assertThat(world.classCalled("Algebra").state()).isEqualTo("PROVISIONED");
    world.days(1);
    world.syncOnly();
    assertThat(world.classCalled("Algebra").state()).isEqualTo("DECLINED");
  }

  @Test
  void G11_a_section_that_returns_within_the_grace_loses_nothing() {
    world.sis().section("biology").called("Biology").taughtBy("bob").with("eve");
    world.grace(7).accountsForAll().sync();
    world.sis().dropSection("algebra");
    world.sync();
    world.days(5);
    world.sis().section("algebra").called("Algebra").taughtBy("ada", "carl").with("ben", "cleo");
    assertThat(world.sync().status()).isEqualTo(RunStatus.UNCHANGED);
    world.days(5);
    world.sis().dropSection("algebra");
    world.sync();
    world.days(6);
    world.syncOnly();
    assertThat(world.classCalled("Algebra").state()).isEqualTo("PROVISIONED");
  }

  @Test
  void G12_a_new_installation_finds_the_classes_and_removes_nobody() {
    world.accountsForAll().sync();
    world.classroom().makeAccount(at("zoe"));
    world.classroom().addStudent(world.classCalled("Algebra").id(), at("zoe"));
    world.connect();
    world.syncOnly();
    assertThat(world.classroom().classes()).hasSize(1);
    assertThat(world.classCalled("Algebra").students())
        .containsExactly(at("ben"), at("cleo"), at("zoe"));
    world.sis().section("algebra").without("ben").with("dora");
    world.accountsForAll().sync();
    assertThat(world.classCalled("Algebra").students())
        .containsExactly(at("cleo"), at("dora"), at("zoe"));
  }

  @Test
  void G11_a_class_that_was_hidden_when_its_section_left_is_archived_when_it_is_seen_again() {
    world.sis().section("biology").called("Biology").taughtBy("ada").with("ben", "cleo");
    world.accountsForAll().sync();
    world.classroom().putInState(world.classCalled("Algebra").id(), "ACTIVE");
    world.sis().dropSection("algebra");
    world.approveIfHeld(world.deliver());
    world.sync(new Hiding(world.classroom().targets()));
    world.days(1);
    world.sync(new Hiding(world.classroom().targets()));
    assertThat(world.classCalled("Algebra").state()).isEqualTo("ACTIVE");
    world.days(1);
    world.syncOnly();
    assertThat(world.classCalled("Algebra").state()).isEqualTo("ARCHIVED");
  }

  @Test
  void R7_a_class_that_a_person_deleted_is_not_looked_for_for_ever_when_its_section_has_left() {
    world.sis().section("biology").called("Biology").taughtBy("ada").with("ben", "cleo");
    world.accountsForAll().sync();
    world.classroom().deleteClass(world.classCalled("Algebra").id());
    world.sis().dropSection("algebra");
    world.approveIfHeld(world.deliver());
    for (int looks : new int[] {1, 1, 0, 0}) {
      world.syncOnly();
      assertThat(world.syncOnly().reads()).as("accounts were listed just now").isEqualTo(looks);
      world.days(7);
    }
  }
}
