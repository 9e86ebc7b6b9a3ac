package org.rollbook.app.learning;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Into the learning app over the hub, from either side. Numbers are those of Clever's scenarios.
 */
@ExtendWith(BrowserTests.class)
class SigningInTest {
  private final LearningHouse house;

  SigningInTest(LearningHouse house) {
    this.house = house;
  }

  @Test
  void S48_a_teacher_signs_in_with_the_apps_button(Devices devices) throws IOException {
    var teacher = house.town().teacher("Ines", "Duarte");
    house.delivered();
    house.invited(teacher);
    devices
        .desk()
        .open("/")
        .look("sign-in-at-learn")
        .press("Log in with Clever")
        .look("sign-in-at-the-hub")
        .atHub(teacher)
        .isAt("/classes")
        .sees("Your classes")
        .says("Ines Duarte");
    devices.phone().open("/").look("sign-in-at-learn-phone");
  }

  @Test
  void S48_a_student_comes_from_the_portal(Devices devices) throws IOException {
    var student = house.town().student("Noah", "Okafor");
    house.delivered();
    house.invited(student);
    devices
        .desk()
        .openHub("/portal")
        .atHub(student)
        .look("portal")
        .press("Learn")
        .isAt("/classes")
        .says("Noah Okafor");
  }

  @Test
  void S48_an_instant_login_link_leads_into_the_app(Devices devices) throws IOException {
    var teacher = house.town().teacher("Pia", "Lindt");
    house.delivered();
    house.invited(teacher);
    devices.desk().openHub(house.instantLogin()).atHub(teacher).isAt("/classes").says("Pia Lindt");
  }

  @Test
  void S50_a_return_that_nobody_asked_for_signs_nobody_in(Devices devices) {
    devices
        .desk()
        .open("/sign-in/clever/callback?code=stolen&state=forged")
        .sees("We could not tell that this was you")
        .look("sign-in-forged")
        .open("/classes")
        .isAt("/sign-in");
  }

  @Test
  void S51_on_a_shared_device_the_next_person_is_themself(Devices devices) throws IOException {
    var first = house.town().student("Uma", "Frank");
    var second = house.town().student("Vito", "Frank");
    house.delivered();
    house.invited(first);
    house.invited(second);
    var device = devices.of(first).says("Uma Frank");
    device.openHub("/portal").press("Sign out");
    device.openHub("/portal").atHub(second).press("Learn").isAt("/classes").says("Vito Frank");
    devices.of(first).says("Uma Frank");
  }

  @Test
  void S52_a_first_login_before_any_import_is_welcome(Devices devices) throws IOException {
    var teacher = house.town().teacher("Rosa", "Weiss");
    var student = house.town().student("Ben", "Weiss");
    house.town().section("S52", "Weiss Period 1", List.of(teacher), student);
    house.delivered();
    house.invited(teacher);
    house.invited(student);
    devices.of(student).sees("You are in no class yet").look("first-login-of-a-student");
    devices.of(teacher).sees("Import & Sync with Clever").look("first-login-of-a-teacher");
  }

  @Test
  void S53_a_district_that_does_not_share_gets_a_friendly_page(Devices devices) throws IOException {
    var stranger = house.elsewhere("Lena", "Fern");
    devices
        .desk()
        .open("/")
        .press("Log in with Clever")
        .atHubOf("shelbyville", stranger)
        .sees("Your district does not share Learn with you yet")
        .look("district-not-connected");
  }
}
