package org.rollbook.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Classes: making, naming, aliases and lists. */
class CoursesTest {
  private World world;

  @BeforeEach
  void start() {
    world = World.start();
  }

  @AfterEach
  void stop() {
    world.close();
  }

  private World.Answer make(String... fields) {
    return world.post(World.ADMIN, "/v1/courses", World.json(fields));
  }

  private List<String> names(String who, String query) {
    List<String> names = new ArrayList<>();
    world
        .get(who, "/v1/courses?" + query)
        .json()
        .path("courses")
        .forEach(course -> names.add(course.path("name").asString()));
    return names;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"see https://x.example/a", "www.school.example", "classroom.com", "HTTP://a"})
  void a_title_with_an_address_is_refused(String name) {
    assertThat(make("name", name, "ownerId", World.OWNER).message())
        .startsWith("@CourseTitleCannotContainUrl ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Math 2.0", "P.E.", "Eng. Lit. - Per. 3", "CS: A/B", "A.B.C"})
  void a_title_with_dots_is_a_title(String name) {
    assertThat(make("name", name, "ownerId", World.OWNER).code()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "name,750",
    "section,2800",
    "descriptionHeading,3600",
    "description,30000",
    "room,650"
  })
  void each_text_has_its_length(String field, int longest) {
    String id = world.course("ACTIVE");
    String just = World.json(field, "é".repeat(longest));
    String over = World.json(field, "é".repeat(longest + 1));
    assertThat(world.patch(World.ADMIN, id, field, just).code()).isEqualTo(200);
    assertThat(world.patch(World.ADMIN, id, field, over).status()).isEqualTo("INVALID_ARGUMENT");
  }

  @Test
  void a_course_needs_a_name_and_an_owner_who_exists() {
    assertThat(make("ownerId", World.OWNER).status()).isEqualTo("INVALID_ARGUMENT");
    assertThat(make("name", "A").status()).isEqualTo("INVALID_ARGUMENT");
    assertThat(make("name", "A", "ownerId", "nobody@" + World.DOMAIN).status())
        .isEqualTo("NOT_FOUND");
    assertThat(make("name", "A", "ownerId", World.OWNER, "colour", "red").message())
        .contains("Unknown name \"colour\"");
  }

  @Test
  void only_an_administrator_makes_a_course_for_another() {
    String other = World.json("name", "A", "ownerId", World.TEACHER);
    String own = World.json("name", "A", "ownerId", "me", "courseState", "ACTIVE");
    assertThat(world.post(World.OWNER, "/v1/courses", other).code()).isEqualTo(403);
    assertThat(world.post(World.OWNER, "/v1/courses", own).code()).isEqualTo(200);
  }

  @Test
  void an_alias_is_of_the_domain_or_of_a_project() {
    String id = world.course("ACTIVE");
    String path = "/v1/courses/" + id + "/aliases";
    assertThat(world.post(World.OWNER, path, World.json("alias", "d:x")).code()).isEqualTo(403);
    assertThat(world.post(World.ADMIN, path, World.json("alias", "d:x")).code()).isEqualTo(200);
    assertThat(world.post(World.ADMIN, path, World.json("alias", "d:x")).code()).isEqualTo(409);
    assertThat(world.post(World.ADMIN, path, World.json("alias", "x")).code()).isEqualTo(400);
    String longest = "d:" + "x".repeat(255);
    assertThat(world.post(World.ADMIN, path, World.json("alias", longest)).code()).isEqualTo(400);
    assertThat(world.post(World.OWNER, path, World.json("alias", "p:y")).code()).isEqualTo(200);
    assertThat(world.get(World.OWNER, "/v1/courses/p:y").code()).isEqualTo(200);
    assertThat(world.get(World.OWNER, "/v1/courses/p%3Ay").code()).isEqualTo(200);
    String other = World.OWNER + ";project=other";
    assertThat(world.get(other, "/v1/courses/p:y").code()).isEqualTo(404);
    assertThat(world.get(other, path).json().path("aliases")).hasSize(1);
    assertThat(world.call(World.ADMIN, "DELETE", path + "/" + id, "").status())
        .isEqualTo("FAILED_PRECONDITION");
  }

  @Test
  void a_deleted_course_is_gone_and_its_alias_free() {
    String id = make("name", "A", "ownerId", World.OWNER, "id", "d:a").text("/id");
    assertThat(world.call(World.ADMIN, "DELETE", "/v1/courses/d:a", "").code()).isEqualTo(200);
    assertThat(world.get(World.ADMIN, "/v1/courses/" + id).message())
        .startsWith("@CourseNotFound ");
    assertThat(make("name", "A", "ownerId", World.OWNER, "id", "d:a").code()).isEqualTo(200);
    assertThat(names(World.OWNER, "")).hasSize(1);
  }

  @Test
  void courses_are_listed_newest_first_to_who_may_see_them() {
    world.course("PROVISIONED");
    String active = world.course("ACTIVE");
    world.patch(World.ADMIN, active, "name", World.json("name", "Open"));
    make("name", "Other", "ownerId", World.STRANGER);
    assertThat(names(World.ADMIN, "")).containsExactly("Other", "Open", "Biology");
    assertThat(names(World.OWNER, "")).containsExactly("Open", "Biology");
    assertThat(names(World.TEACHER, "")).containsExactly("Open");
    assertThat(names(World.STUDENT, "")).containsExactly("Open");
    assertThat(names(World.ADMIN, "teacherId=" + World.OWNER)).hasSize(2);
    assertThat(names(World.STUDENT, "studentId=me")).containsExactly("Open");
    assertThat(names(World.ADMIN, "courseStates=ACTIVE&courseStates=ARCHIVED"))
        .containsExactly("Open");
    assertThat(names(World.STRANGER, "teacherId=" + World.OWNER)).isEmpty();
  }

  @Test
  void a_suspended_course_is_not_listed_unless_asked_for() {
    world.course("SUSPENDED");
    assertThat(names(World.OWNER, "")).isEmpty();
    assertThat(names(World.OWNER, "courseStates=SUSPENDED")).hasSize(1);
    assertThat(names(World.ADMIN, "courseStates=SUSPENDED")).isEmpty();
  }

  @Test
  void a_list_with_wrong_filters_is_refused() {
    String both = "/v1/courses?teacherId=me&studentId=me";
    assertThat(world.get(World.OWNER, both).message())
        .startsWith("@ListCoursesStudentAndTeacherFilter ");
    assertThat(world.get(World.OWNER, "/v1/courses?teacherId=x@y").code()).isEqualTo(404);
    assertThat(world.get(World.OWNER, "/v1/courses?courseStates=OPEN").code()).isEqualTo(400);
    assertThat(world.get(World.OWNER, "/v1/courses?pageSize=-1").code()).isEqualTo(400);
    assertThat(world.get(World.OWNER, "/v1/courses?colour=red").code()).isEqualTo(400);
  }

  @Test
  void a_course_list_is_paged_by_30() {
    for (int i = 0; i < 31; i++) {
      make("name", "C" + i, "ownerId", World.OWNER);
    }
    World.Answer first = world.get(World.ADMIN, "/v1/courses?pageSize=500");
    assertThat(first.json().path("courses")).hasSize(30);
    make("name", "Later", "ownerId", World.OWNER);
    assertThat(names(World.ADMIN, "pageSize=500&pageToken=" + first.text("/nextPageToken")))
        .containsExactly("C0");
  }

  @Test
  void an_unknown_profile_is_forbidden_rather_than_not_found() {
    assertThat(world.get(World.OWNER, "/v1/userProfiles/nobody@x.example").status())
        .isEqualTo("PERMISSION_DENIED");
    assertThat(world.get(World.OWNER, "/v1/userProfiles/me").text("/emailAddress"))
        .isEqualTo(World.OWNER);
  }

  @Test
  void a_registration_is_a_persons_own_to_make() {
    String body =
        "{\"feed\":{\"feedType\":\"DOMAIN_ROSTER_CHANGES\"},"
            + "\"cloudPubsubTopic\":{\"topicName\":\"projects/p/topics/t\"}}";
    World.Answer made = world.post(World.ADMIN, "/v1/registrations", body);
    assertThat(made.code()).isEqualTo(200);
    assertThat(world.post(World.ADMIN, "/v1/registrations", body).text("/registrationId"))
        .isEqualTo(made.text("/registrationId"));
    assertThat(world.post(World.OWNER, "/v1/registrations", body).code()).isEqualTo(403);
    String path = "/v1/registrations/" + made.text("/registrationId");
    assertThat(world.call(World.ADMIN, "DELETE", path, "").code()).isEqualTo(200);
    assertThat(world.call(World.ADMIN, "DELETE", path, "").code()).isEqualTo(404);
  }
}
