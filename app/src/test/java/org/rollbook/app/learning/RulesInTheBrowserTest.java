package org.rollbook.app.learning;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The rules of the learning app, one by one, as people see them. */
@ExtendWith(BrowserTests.class)
class RulesInTheBrowserTest {
  private final LearningHouse house;

  RulesInTheBrowserTest(LearningHouse house) {
    this.house = house;
  }

  @Test
  void L1_the_button_is_there_when_the_school_set_up_rostering(Devices devices) throws IOException {
    var teacher = house.town().teacher("Lea", "Ready");
    house
        .town()
        .section("L1", "Ready Period 1", List.of(teacher), house.town().student("A", "One"));
    house.delivered();
    house.invited(teacher);
    devices.of(teacher).sees("Import & Sync with Clever").look("L1-import-offered");
  }

  @Test
  void L2_a_teacher_who_is_shared_for_login_only_is_told_whom_to_ask(Devices devices)
      throws IOException {
    var teacher = house.town().teacher("Lou", "Login");
    house
        .town()
        .section("L2", "Login Period 1", List.of(teacher), house.town().student("B", "Two"));
    house.delivered();
    house.invited(teacher);
    devices
        .deskAt(house.loginOnly())
        .signIn(teacher)
        .isAt("/classes")
        .says("Lou Login")
        .sees("Clever does not share your classes with Learn.")
        .sees("Ask ")
        .doesNotSee("Import & Sync with Clever")
        .look("L2-login-only");
  }

  @Test
  void L3_the_first_import_is_explained_confirmed_run_and_reported(Devices devices)
      throws IOException {
    var town = house.town();
    var teacher = town.teacher("Tara", "Third");
    var other = town.teacher("Omar", "Other");
    town.section("L3A", "Third Period 1", List.of(teacher), town.student("Ana", "Kay"));
    town.section("L3B", "Third Period 2", List.of(other, teacher), town.student("Bo", "Lee"));
    house.delivered();
    house.invited(teacher);
    devices
        .of(teacher)
        .press("Import & Sync with Clever")
        .sees("Classes that you made by hand are not touched.")
        .look("L3-explained")
        .press("Import my classes")
        .sees("Your classes are imported: 2 classes created.")
        .sees("Third Period 1")
        .sees("Third Period 2")
        .look("L3-reported")
        .press("Back to your classes")
        .isAt("/classes")
        .sees("with Omar Other")
        .look("L3-classes");
    devices
        .phone()
        .signIn(teacher)
        .isAt("/classes")
        .sees("Third Period 2")
        .look("L3-classes-phone");
  }

  @Test
  void L4_after_the_first_import_every_login_syncs_by_itself(Devices devices) throws IOException {
    var town = house.town();
    var teacher = town.teacher("Finn", "Fourth");
    var late = town.student("Late", "Comer");
    town.section("L4", "Fourth Period 1", List.of(teacher), town.student("Early", "Bird"));
    house.delivered();
    house.invited(teacher);
    var device = devices.of(teacher).imports();
    device.page().clock().install();
    device.open("/classes").press("Fourth Period 1").sees("Last synced");
    town.joins(late, "L4");
    house.delivered();
    devices.of(teacher).sees("Synced: 1 class updated").look("L4-synced-at-login");
    device.later().sees("1 class updated").look("L4-told-on-the-open-page-of-the-class");
    device.press("Show the changes").sees("Late Comer");
    town.leaves(late, "L4");
    house.delivered();
    device
        .open("/classes")
        .press("Sync with Clever")
        .sees("Synced: 1 class updated")
        .sees("Late Comer")
        .look("L4-synced-by-button");
  }

  @Test
  void L5_a_class_made_by_hand_stays_as_it_is_also_with_the_same_name(Devices devices)
      throws IOException {
    var town = house.town();
    var teacher = town.teacher("Fay", "Fifth");
    town.section("L5", "Fifth Period 1", List.of(teacher), town.student("Cal", "Mor"));
    house.delivered();
    house.invited(teacher);
    var device = devices.of(teacher).makesClass("Fifth Period 1");
    device.look("L5-made-by-hand").open("/classes").imports();
    device.seesTimes("Fifth Period 1", 2).look("L5-both-are-there");
    house.unshare("L5");
    device.syncs().sees("Archived classes");
    device.card("Made by hand").containsText("Fifth Period 1");
    device.look("L5-the-one-by-hand-stays");
    house.shareAgain("L5");
  }

  @Test
  void L6_an_unshared_section_is_archived_and_comes_back(Devices devices) throws IOException {
    var town = house.town();
    var teacher = town.teacher("Sia", "Sixth");
    var student = town.student("Dov", "Nim");
    town.section("L6", "Sixth Period 1", List.of(teacher), student);
    house.delivered();
    house.invited(teacher);
    house.invited(student);
    var device = devices.of(teacher).imports();
    house.unshare("L6");
    device
        .press("Sync with Clever")
        .sees("Synced: 1 class archived.")
        .look("L6-archived")
        .press("Back to your classes")
        .sees("Archived classes");
    devices.of(student).sees("You are in no class");
    house.shareAgain("L6");
    device
        .press("Sync with Clever")
        .sees("Synced: 1 class restored.")
        .look("L6-restored")
        .press("Back to your classes");
    device.card("Synced from Clever").containsText("Sixth Period 1");
    devices.of(student).sees("Sixth Period 1");
  }

  @Test
  void L7_a_student_who_is_taken_off_and_comes_back_finds_everything(Devices devices)
      throws IOException {
    var town = house.town();
    var teacher = town.teacher("Sol", "Seventh");
    var student = town.student("Eli", "Ott");
    town.section("L7", "Seventh Period 1", List.of(teacher), student, town.student("Fi", "Pax"));
    house.delivered();
    house.invited(teacher);
    house.invited(student);
    var desk = devices.of(teacher).imports();
    desk.press("Seventh Period 1").asks("Warm-up", "What is 5 + 7?", "12", "57");
    desk.press("Delete").sees("Nobody has answered").look("L7-may-be-deleted").press("Keep it");
    var pupil = devices.of(student).press("Seventh Period 1").answers("Warm-up", "12");
    pupil.sees("Right").look("L7-answered");
    desk.press("Delete").sees("1 student has answered it").look("L7-may-not-be-deleted");
    town.leaves(student, "L7");
    house.delivered();
    desk.open("/classes").syncs();
    pupil.open("/classes").sees("You are in no class");
    desk.press("Seventh Period 1").sees("Former students").press("Gradebook").look("L7-taken-off");
    town.joins(student, "L7");
    house.delivered();
    desk.open("/classes").syncs();
    desk.press("Seventh Period 1")
        .press("Gradebook")
        .sees("1 of 1")
        .look("L7-back-in-the-gradebook");
    pupil.open("/classes").press("Seventh Period 1").press("Warm-up").sees("Done: 1 of 1");
    pupil.look("L7-back-with-everything");
  }

  @Test
  void L8_a_student_who_moves_keeps_mastery_and_leaves_the_assignments(Devices devices)
      throws IOException {
    var town = house.town();
    var teacher = town.teacher("Ada", "Eighth");
    var next = town.teacher("Nia", "Next");
    var student = town.student("Gus", "Quill");
    town.section("L8A", "Eighth Period 1", List.of(teacher), student, town.student("Ha", "Rus"));
    town.section("L8B", "Next Period 2", List.of(next), town.student("Ivo", "Sand"));
    house.delivered();
    house.invited(teacher);
    house.invited(next);
    house.invited(student);
    devices
        .of(teacher)
        .imports()
        .press("Eighth Period 1")
        .asks("Sums", "What is 2 + 2?", "4", "22");
    var newTeacher = devices.of(next).imports();
    var pupil = devices.of(student).press("Eighth Period 1").answers("Sums", "4");
    pupil.open("/mastery").sees("Developing").look("L8-mastery-before");
    town.leaves(student, "L8A").joins(student, "L8B");
    house.delivered();
    newTeacher.open("/classes").syncs();
    pupil.open("/classes").sees("Next Period 2").press("Next Period 2").doesNotSee("Sums");
    pupil.open("/mastery").sees("Developing");
    newTeacher.press("Next Period 2").press("Mastery").sees("Quill, Gus").sees("Developing");
    newTeacher.look("L8-mastery-goes-along");
  }

  @Test
  void L9_students_see_the_classes_they_are_on_now_and_only_those(Devices devices)
      throws IOException {
    var town = house.town();
    var teacher = town.teacher("Nils", "Ninth");
    var student = town.student("Jo", "Tell");
    town.section("L9A", "Ninth Period 1", List.of(teacher), student, town.student("Ki", "Ulm"));
    town.section("L9B", "Ninth Period 2", List.of(teacher), town.student("Lu", "Vane"));
    house.delivered();
    house.invited(teacher);
    house.invited(student);
    var desk = devices.of(teacher).imports();
    var pupil = devices.of(student).sees("Ninth Period 1").doesNotSee("Ninth Period 2");
    pupil.look("L9-the-class-of-now");
    town.leaves(student, "L9A").joins(student, "L9B");
    house.delivered();
    desk.open("/classes").syncs();
    pupil.open("/classes").sees("Ninth Period 2").doesNotSee("Ninth Period 1");
    devices.phone().signIn(student).isAt("/classes").sees("Ninth Period 2").look("L9-phone");
  }
}
