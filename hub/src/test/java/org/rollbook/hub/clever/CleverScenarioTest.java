package org.rollbook.hub.clever;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rollbook.core.roster.SectionId;
import org.rollbook.core.share.RuleText;
import org.rollbook.core.share.Selection;
import org.rollbook.core.share.Share;
import org.rollbook.registry.intake.DistrictKey;
import tools.jackson.databind.JsonNode;

/**
 * What a certified app has to cope with, by the numbers of the scenarios of Clever's certification
 * guides; here it is checked that the API brings the app into each of them.
 */
@ExtendWith(CleverHouse.Open.class)
final class CleverScenarioTest {
  private final CleverHouse house;
  private final DistrictKey district;
  private final ApiClient app;

  CleverScenarioTest(CleverHouse house) {
    this.house = house;
    this.district = house.newDistrict(new Town());
    this.app =
        house.share(
            house.newApp(),
            district,
            new Share(new Selection.WholeDistrict(), true, List.of(), new TreeSet<>()));
  }

  private JsonNode user(String id) {
    return app.get("/v3.1/users/" + id).json().path("data");
  }

  private JsonNode section(String sisId) {
    return app.get("/v3.1/sections/" + app.section(sisId)).json().path("data");
  }

  private List<String> ids(String path) {
    return app.get("/v3.1" + path).ids();
  }

  @Test
  void S2_ids_stay_when_everything_else_of_a_record_changes() {
    String ada = app.student("s1");
    String algebra = app.section("c1");
    house.deliver(district, new Town().replaced("Ada", "Adele").replaced("Algebra 1", "Algebra A"));
    assertThat(user(ada).at("/name/first").stringValue()).isEqualTo("Adele");
    assertThat(section("c1").path("id").stringValue()).isEqualTo(algebra);
    assertThat(section("c1").path("name").stringValue()).isEqualTo("Algebra A");
  }

  @Test
  void S3_a_person_without_e_mail_has_null() {
    JsonNode three = user(app.teacher("t3"));
    assertThat(three.path("email").isNull()).isTrue();
    assertThat(user(app.student("s3")).path("email").isNull()).isTrue();
  }

  @Test
  void S11_a_teacher_who_is_staff_is_one_user_with_both_roles() {
    JsonNode one = user(app.teacher("t1"));
    assertThat(one.at("/roles/teacher/sis_id").stringValue()).isEqualTo("t1");
    assertThat(one.at("/roles/staff/staff_id").stringValue()).isEqualTo("f1");
    String id = one.path("id").stringValue();
    assertThat(ids("/users?role=teacher")).contains(id);
    assertThat(ids("/users?role=staff")).contains(id);
    String school = app.school("A");
    assertThat(ids("/schools/" + school + "/users?role=staff")).contains(id);
  }

  @Test
  void S13_a_district_administrator_is_found_by_that_role() {
    var bosses = ids("/users?role=district_admin");
    assertThat(bosses).hasSize(1);
    assertThat(user(bosses.getFirst()).path("email").stringValue()).isEqualTo("boss@town.example");
  }

  @Test
  void S17_a_student_without_section_is_there() {
    String di = app.student("s4");
    assertThat(ids("/users/" + di + "/sections")).isEmpty();
    assertThat(ids("/users/" + di + "/myteachers")).isEmpty();
    assertThat(ids("/users/" + di + "/schools")).containsExactly(app.school("A"));
  }

  @Test
  void S18_a_student_at_two_schools_has_one_primary_school() {
    String bo = app.student("s2");
    assertThat(ids("/users/" + bo + "/schools"))
        .containsExactlyInAnyOrder(app.school("A"), app.school("B"));
    var primary = ids("/users/" + bo + "/schools?primary=true");
    assertThat(primary).containsExactly(user(bo).at("/roles/student/school").stringValue());
    for (String school : List.of(app.school("A"), app.school("B"))) {
      assertThat(ids("/schools/" + school + "/users?role=student")).contains(bo);
      assertThat(ids("/schools/" + school + "/users?role=student&primary=true").contains(bo))
          .isEqualTo(primary.contains(school));
    }
  }

  @Test
  void S22_an_unshared_student_of_a_shared_section_is_not_found() {
    var exceptAda =
        new Share(
            new Selection.Sections(new TreeSet<>(List.of(new SectionId("c1")))),
            false,
            List.of(RuleText.parse("student.sis_id is s1")),
            new TreeSet<>());
    var partly = house.share(house.newApp(), district, exceptAda);
    String ada = app.student("s1");
    JsonNode algebra = partly.walk("/v3.1/sections").getFirst();
    assertThat(algebra.path("students").toString()).contains(ada);
    assertThat(partly.get("/v3.1/users/" + ada).status()).isEqualTo(404);
    assertThat(partly.get("/v3.1/sections/" + algebra.path("id").stringValue() + "/users").ids())
        .isNotEmpty()
        .doesNotContain(ada);
  }

  @Test
  void S24_teachers_of_a_section_are_listed_primary_first() {
    JsonNode algebra = section("c1");
    assertThat(algebra.path("teachers").valueStream().map(JsonNode::stringValue))
        .containsExactly(app.teacher("t1"), app.teacher("t2"));
    assertThat(algebra.path("teacher").stringValue()).isEqualTo(app.teacher("t1"));
    assertThat(ids("/sections/" + app.section("c1") + "/users?role=teacher"))
        .containsExactlyInAnyOrder(app.teacher("t1"), app.teacher("t2"));
  }

  @Test
  void S25_a_section_without_teacher_has_null() {
    JsonNode hall = section("c2");
    assertThat(hall.path("teacher").isNull()).isTrue();
    assertThat(hall.path("teachers").size()).isZero();
    assertThat(ids("/sections/" + app.section("c2") + "/users?role=teacher")).isEmpty();
  }

  @Test
  void S26_a_teacher_without_sections_is_there() {
    String three = app.teacher("t3");
    assertThat(ids("/users/" + three + "/sections")).isEmpty();
    assertThat(ids("/users/" + three + "/mystudents")).isEmpty();
    assertThat(app.get("/v3.1/users/" + three).status()).isEqualTo(200);
  }

  @Test
  void S30_a_section_without_course_term_subject_and_grade_has_null_and_leads_nowhere() {
    JsonNode hall = section("c2");
    for (String field : List.of("course", "term_id", "subject", "grade")) {
      assertThat(hall.path(field).isNull()).as(field).isTrue();
    }
    String id = app.section("c2");
    assertThat(app.get("/v3.1/sections/" + id + "/course").status()).isEqualTo(404);
    assertThat(app.get("/v3.1/sections/" + id + "/term").status()).isEqualTo(404);
    assertThat(app.get("/v3.1/sections/" + id + "/school").ids()).containsExactly(app.school("A"));
  }

  @Test
  void S34_a_contact_of_three_students_is_one_user_with_three_relationships() {
    var contacts = ids("/users/" + app.student("s1") + "/mycontacts");
    assertThat(contacts).hasSize(1);
    String mo = contacts.getFirst();
    JsonNode relationships = user(mo).at("/roles/contact/student_relationships");
    assertThat(relationships.size()).isEqualTo(3);
    assertThat(ids("/users/" + mo + "/mystudents"))
        .containsExactlyInAnyOrder(app.student("s1"), app.student("s2"), app.student("s3"));
    assertThat(ids("/users/" + app.student("s4") + "/mycontacts")).isEmpty();
    assertThat(user(mo).at("/name/last").stringValue()).isEqualTo("Mo One");
  }

  @Test
  void relations_meet_from_both_ends() {
    String algebra = app.section("c1");
    JsonNode object = section("c1");
    String course = object.path("course").stringValue();
    String term = object.path("term_id").stringValue();
    String adams = app.school("A");
    assertThat(ids("/courses/" + course + "/sections")).containsExactly(algebra);
    assertThat(ids("/courses/" + course + "/schools")).containsExactly(adams);
    assertThat(ids("/terms/" + term + "/sections"))
        .containsExactlyInAnyOrder(algebra, app.section("c3"));
    assertThat(ids("/terms/" + term + "/schools"))
        .containsExactlyInAnyOrder(adams, app.school("B"));
    assertThat(ids("/schools/" + adams + "/sections"))
        .containsExactlyInAnyOrder(algebra, app.section("c2"));
    assertThat(ids("/schools/" + adams + "/courses")).containsExactly(course);
    assertThat(ids("/schools/" + adams + "/terms")).containsExactly(term);
    assertThat(ids("/users/" + app.student("s1") + "/myteachers"))
        .containsExactlyInAnyOrder(app.teacher("t1"), app.teacher("t2"));
    assertThat(ids("/users/" + app.teacher("t2") + "/mystudents")).hasSize(4);
    assertThat(ids("/sections/" + algebra + "/users?role=student")).hasSize(3);
    assertThat(ids("/sections/" + algebra + "/users")).hasSize(5);
    assertThat(app.get("/v3.1/sections/" + algebra + "/course").ids()).containsExactly(course);
    assertThat(app.get("/v3.1/sections/" + algebra + "/term").ids()).containsExactly(term);
  }
}
