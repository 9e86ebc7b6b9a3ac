package org.rollbook.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.api.client.googleapis.batch.BatchRequest;
import com.google.api.client.googleapis.batch.json.JsonBatchCallback;
import com.google.api.client.googleapis.json.GoogleJsonError;
import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import com.google.api.client.http.HttpHeaders;
import com.google.api.services.classroom.Classroom;
import com.google.api.services.classroom.model.Course;
import com.google.api.services.classroom.model.CourseAlias;
import com.google.api.services.classroom.model.Student;
import com.google.api.services.classroom.model.Teacher;
import com.google.api.services.directory.model.Alias;
import com.google.api.services.directory.model.User;
import com.google.api.services.directory.model.UserName;
import com.google.api.services.directory.model.UserUndelete;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Google's own Java client over HTTP: gzip bodies, PATCH as POST, escapes, partial responses. */
class RealClientTest {
  private static World world;
  private static Classroom classroom;

  @BeforeAll
  static void start() {
    world = World.start();
    classroom = world.classroom(World.ADMIN);
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  private static Course made(String name) throws IOException {
    return classroom.courses().create(new Course().setName(name).setOwnerId(World.OWNER)).execute();
  }

  @Test
  void a_course_is_made_offered_and_accepted() throws IOException {
    Course course = made("Biology");
    assertThat(course.getCourseState()).isEqualTo("PROVISIONED");
    Course accepted =
        classroom
            .courses()
            .patch(course.getId(), new Course().setCourseState("ACTIVE"))
            .setUpdateMask("courseState")
            .execute();
    assertThat(accepted.getCourseState()).isEqualTo("ACTIVE");
    assertThat(accepted.getCalendarId()).isNotEmpty();
  }

  @Test
  void an_alias_with_every_awkward_letter_names_the_course() throws IOException {
    String alias = "d:sec/12 3+4%&é@x";
    Course course =
        classroom
            .courses()
            .create(new Course().setName("Art").setOwnerId(World.OWNER).setId(alias))
            .execute();
    assertThat(classroom.courses().get(alias).execute().getId()).isEqualTo(course.getId());
    assertThat(classroom.courses().aliases().list(course.getId()).execute().getAliases())
        .extracting(CourseAlias::getAlias)
        .containsExactly(alias);
    classroom.courses().aliases().delete(course.getId(), alias).execute();
    assertThatThrownBy(() -> classroom.courses().get(alias).execute())
        .isInstanceOf(GoogleJsonResponseException.class)
        .hasMessageContaining("@CourseNotFound ");
  }

  @Test
  void the_same_alias_again_already_exists() throws IOException {
    Course wanted = new Course().setName("Art").setOwnerId(World.OWNER).setId("d:twice");
    classroom.courses().create(wanted).execute();
    assertThatThrownBy(() -> classroom.courses().create(wanted).execute())
        .isInstanceOfSatisfying(
            GoogleJsonResponseException.class,
            refused -> {
              assertThat(refused.getStatusCode()).isEqualTo(409);
              assertThat(refused.getDetails().get("status")).isEqualTo("ALREADY_EXISTS");
            });
  }

  @Test
  void members_join_with_profiles_and_leave() throws IOException {
    String id = made("Chemistry").getId();
    Teacher teacher =
        classroom.courses().teachers().create(id, new Teacher().setUserId(World.TEACHER)).execute();
    assertThat(teacher.getProfile().getEmailAddress()).isEqualTo(World.TEACHER);
    Student student =
        classroom.courses().students().create(id, new Student().setUserId(World.STUDENT)).execute();
    assertThat(student.getUserId()).hasSize(21);
    classroom.courses().students().delete(id, student.getUserId()).execute();
    assertThat(classroom.courses().students().list(id).execute().getStudents()).isNull();
  }

  @Test
  void a_partial_response_has_the_asked_fields_only() throws IOException {
    made("Drama");
    var page = classroom.courses().list().setPageSize(1).setFields("courses(id,ownerId)").execute();
    assertThat(page.getNextPageToken()).isNull();
    assertThat(page.getCourses().getFirst().keySet()).containsExactlyInAnyOrder("id", "ownerId");
  }

  @Test
  void a_get_too_long_for_a_url_arrives_as_a_post() throws IOException {
    made("Economics");
    List<String> states = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      states.add("PROVISIONED");
    }
    assertThat(classroom.courses().list().setCourseStates(states).execute().getCourses())
        .isNotEmpty();
  }

  @Test
  void a_batch_answers_each_call_in_order() throws IOException {
    String id = made("French").getId();
    List<String> answers = new ArrayList<>();
    BatchRequest batch = classroom.batch();
    classroom.courses().get(id).queue(batch, noting(answers));
    classroom.courses().get("1").queue(batch, noting(answers));
    Course changed = new Course().setName("French B");
    classroom.courses().patch(id, changed).setUpdateMask("name").queue(batch, noting(answers));
    batch.execute();
    assertThat(answers).containsExactly("French", "404", "French B");
  }

  private static JsonBatchCallback<Course> noting(List<String> answers) {
    return new JsonBatchCallback<>() {
      @Override
      public void onSuccess(Course course, HttpHeaders headers) {
        answers.add(course.getName());
      }

      @Override
      public void onFailure(GoogleJsonError error, HttpHeaders headers) {
        answers.add(Integer.toString(error.getCode()));
      }
    };
  }

  @Test
  void accounts_are_made_renamed_suspended_deleted_and_restored() throws IOException {
    var users = world.directory().users();
    User wanted =
        new User()
            .setPrimaryEmail("Ada@" + World.DOMAIN)
            .setPassword("secret-enough")
            .setName(new UserName().setGivenName("Ada").setFamilyName("Byron"));
    User made = users.insert(wanted).execute();
    users.aliases().insert(made.getId(), new Alias().setAlias("al@" + World.DOMAIN)).execute();
    assertThat(users.get("AL@" + World.DOMAIN).execute().getId()).isEqualTo(made.getId());
    User suspended = users.update(made.getId(), new User().setSuspended(true)).execute();
    assertThat(suspended.getSuspended()).isTrue();
    assertThat(suspended.getPrimaryEmail()).isEqualTo("ada@" + World.DOMAIN);
    users.delete(made.getId()).execute();
    assertThatThrownBy(() -> users.get(made.getId()).execute())
        .hasMessageContaining("Resource Not Found: userKey");
    users.undelete(made.getId(), new UserUndelete()).execute();
    assertThat(users.get(made.getId()).execute().getAliases()).contains("al@" + World.DOMAIN);
  }
}
