package org.rollbook.hub.clever;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollbook.hub.clever.SharedTown.former;
import static org.rollbook.hub.clever.SharedTown.object;
import static org.rollbook.hub.clever.SharedTown.texts;
import static org.rollbook.hub.clever.SharedTown.types;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What an app reads and is told when something happens to people, by number of the scenario. */
@ExtendWith(CleverHouse.Open.class)
final class CleverScenarioPeopleTest {
  private static final long A_YEAR = 365L * 24 * 3600;

  private final CleverHouse house;
  private final SharedTown town;
  private final ApiClient app;

  CleverScenarioPeopleTest(CleverHouse house) {
    this.house = house;
    this.town = new SharedTown(house);
    this.app = town.app();
  }

  @Test
  void S3_two_students_may_have_one_e_mail() {
    town.deliver(new Town().replaced("s5@town.example", "s1@town.example"));
    assertThat(town.user(app.student("s1")).path("email").stringValue())
        .isEqualTo(town.user(app.student("s5")).path("email").stringValue());
    assertThat(app.student("s1")).isNotEqualTo(app.student("s5"));
  }

  @Test
  void S4_an_e_mail_changes_and_the_id_does_not() {
    String ada = app.student("s1");
    var news = town.deliver(new Town().replaced("s1@town.example", "ada@town.example"));
    assertThat(types(news)).containsExactly("users.updated");
    assertThat(object(news.getFirst()).path("id").stringValue()).isEqualTo(ada);
    assertThat(former(news.getFirst()).toString()).isEqualTo("{\"email\":\"s1@town.example\"}");
    assertThat(town.user(ada).path("email").stringValue()).isEqualTo("ada@town.example");
  }

  @Test
  void S5_an_e_mail_change_parts_a_teacher_from_the_staff_member() {
    String one = app.teacher("t1");
    var news = town.deliver(new Town().replaced("f1,t1@town.example", "f1,other@town.example"));
    assertThat(types(news)).containsExactly("users.created", "users.updated");
    assertThat(object(news.getFirst()).at("/roles").has("teacher")).isFalse();
    assertThat(object(news.getLast()).path("id").stringValue()).isEqualTo(one);
    assertThat(object(news.getLast()).at("/roles").has("staff")).isFalse();
    assertThat(former(news.getLast()).at("/roles/staff/staff_id").stringValue()).isEqualTo("f1");
  }

  @Test
  void S6_another_sis_id_is_another_user() {
    String di = app.student("s4");
    var news = town.deliver(new Town().replaced("A,s4,", "A,s44,"));
    assertThat(types(news)).containsExactly("users.created", "users.deleted");
    assertThat(app.student("s44")).isNotEqualTo(di);
    assertThat(town.status("users", di)).isEqualTo(404);
  }

  @Test
  void S7_who_returns_after_more_than_a_year_is_the_same() {
    String di = app.student("s4");
    town.deliver(new Town().without("A,s4,"));
    house.pass(A_YEAR);
    house.node().publication().forgetOld();
    town.deliver(new Town());
    assertThat(app.student("s4")).isEqualTo(di);
  }

  @Test
  void S8_two_students_with_one_name_are_two() {
    town.deliver(new Town().student("A", "s9", "Ada"));
    JsonNode one = town.user(app.student("s1"));
    JsonNode other = town.user(app.student("s9"));
    assertThat(one.path("name")).isEqualTo(other.path("name"));
    assertThat(one.path("id")).isNotEqualTo(other.path("id"));
  }

  @Test
  void S9_one_sis_id_in_two_districts_is_two_people() {
    var elsewhere = new SharedTown(house);
    String here = app.student("s1");
    String there = elsewhere.app().student("s1");
    assertThat(here).isNotEqualTo(there);
    assertThat(town.status("users", there)).isEqualTo(404);
    assertThat(elsewhere.status("users", here)).isEqualTo(404);
  }

  @Test
  void S11_a_role_is_lost_and_gained_and_the_user_stays() {
    String one = app.teacher("t1");
    var lost = town.deliver(new Town().without("A,f1,"));
    assertThat(types(lost)).containsExactly("users.updated");
    assertThat(former(lost.getFirst()).at("/roles/staff/staff_id").stringValue()).isEqualTo("f1");
    assertThat(town.ids("/users?role=staff")).doesNotContain(one);
    var gained = town.deliver(new Town().replaced("Librarian", "District Admin"));
    assertThat(types(gained)).containsExactly("users.updated");
    assertThat(object(gained.getFirst()).path("id").stringValue()).isEqualTo(one);
    assertThat(former(gained.getFirst()).at("/roles").has("district_admin")).isTrue();
    assertThat(town.ids("/users?role=district_admin")).contains(one);
    assertThat(town.ids("/users?role=teacher")).contains(one);
  }

  @Test
  void S12_a_teacher_who_is_a_contact_is_two_users() {
    town.deliver(new Town().replaced("mo@home.example", "t2@town.example"));
    String contact = town.ids("/users/" + app.student("s1") + "/mycontacts").getFirst();
    String teacher = app.teacher("t2");
    assertThat(contact).isNotEqualTo(teacher);
    assertThat(town.user(contact).path("email")).isEqualTo(town.user(teacher).path("email"));
    assertThat(town.user(teacher).at("/roles").has("contact")).isFalse();
  }

  @Test
  void S13_a_district_administrator_has_no_schools_as_such() {
    JsonNode boss = town.user(town.ids("/users?role=district_admin").getFirst());
    assertThat(boss.at("/roles/district_admin").isObject()).isTrue();
    assertThat(boss.at("/roles/district_admin").has("schools")).isFalse();
  }

  @Test
  void S14_staff_of_two_schools_are_found_at_both() {
    town.deliver(new Town().staffMember("A,f3,f3@town.example,St,Aff,,,,"));
    String id = app.id("users", "/roles/staff/staff_id", "f3");
    for (String school : new String[] {app.school("A"), app.school("B")}) {
      assertThat(texts(town.user(id).at("/roles/staff/schools"))).contains(school);
      assertThat(town.ids("/schools/" + school + "/users?role=staff")).contains(id);
    }
  }

  @Test
  void S18_the_primary_school_of_staff_is_the_first_that_the_sis_names() {
    town.deliver(new Town().staffMember("A,f3,f3@town.example,St,Aff,,,,"));
    String id = app.id("users", "/roles/staff/staff_id", "f3");
    String bell = app.school("B");
    assertThat(texts(town.user(id).at("/roles/staff/schools")))
        .containsExactly(bell, app.school("A"));
    assertThat(town.user(id).at("/roles/staff").has("school")).isFalse();
    assertThat(town.ids("/users/" + id + "/schools?primary=true")).containsExactly(bell);
    for (String role : new String[] {"", "role=staff&"}) {
      assertThat(town.ids("/schools/" + bell + "/users?" + role + "primary=true")).contains(id);
      assertThat(town.ids("/schools/" + app.school("A") + "/users?" + role + "primary=true"))
          .doesNotContain(id)
          .hasSizeGreaterThan(1);
    }
  }

  @Test
  void S19_who_is_deleted_and_comes_again_has_the_same_id() {
    String di = app.student("s4");
    assertThat(types(town.deliver(new Town().without("A,s4,")))).containsExactly("users.deleted");
    assertThat(town.status("users", di)).isEqualTo(404);
    var again = town.deliver(new Town());
    assertThat(types(again)).containsExactly("users.created");
    assertThat(object(again.getFirst()).path("id").stringValue()).isEqualTo(di);
    assertThat(town.status("users", di)).isEqualTo(200);
  }

  @Test
  void S20_a_grade_and_a_name_change_together_in_one_update() {
    var news = town.deliver(new Town().replaced("Mid,Ada,7", "Mid,Adele,8"));
    assertThat(types(news)).containsExactly("users.updated");
    JsonNode former = former(news.getFirst());
    assertThat(former.at("/name/first").stringValue()).isEqualTo("Ada");
    assertThat(former.at("/roles/student/grade").stringValue()).isEqualTo("7");
    assertThat(former.at("/roles/student").size()).isEqualTo(1);
  }

  @Test
  void S21_a_student_changes_school_and_keeps_the_id() {
    String ada = app.student("s1");
    var news =
        town.deliver(
            new Town()
                .without("A,c1,s1")
                .without("A,c2,s1")
                .replaced("A,s1,", "B,s1,")
                .enrolled("B", "c3", "s1"));
    // Others get another primary school too: their classes there have grown.
    assertThat(types(news)).startsWith("users.updated").endsWith("sections.updated");
    JsonNode update =
        news.stream()
            .filter(event -> object(event).path("id").stringValue().equals(ada))
            .findFirst()
            .orElseThrow();
    assertThat(former(update).at("/roles/student/school").stringValue()).isEqualTo(app.school("A"));
    assertThat(town.ids("/users/" + ada + "/schools")).containsExactly(app.school("B"));
  }
}
