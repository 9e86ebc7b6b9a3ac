package org.rollbook.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rollbook.emulator.courses.Limits;

/** Members: limits, roles, suspended people, codes, invitations, grades. */
class MembersTest {
  private World world;

  @BeforeEach
  void start() {
    world = World.start();
  }

  @AfterEach
  void stop() {
    world.close();
  }

  private void limits(Limits limits) {
    world.close();
    world = new World(EmulatorSettings.of(0, World.DOMAIN, false).withLimits(limits));
  }

  private void people(int count) {
    for (int i = 0; i < count; i++) {
      String email = "p" + i + "@" + World.DOMAIN;
      world.emulator.addAccount(new NewAccount(email, "P" + i, "Example", List.of()));
    }
  }

  private World.Answer add(String id, String role, String email) {
    return world.post(World.ADMIN, "/v1/courses/" + id + "/" + role, World.json("userId", email));
  }

  private World.Answer remove(String id, String role, String email) {
    return world.call(World.ADMIN, "DELETE", "/v1/courses/" + id + "/" + role + "/" + email, "");
  }

  private void standing(String email, boolean suspended) {
    String body = "{\"suspended\":" + suspended + "}";
    world.call(World.ADMIN, "PUT", "/admin/directory/v1/users/" + email, body);
  }

  @Test
  void nobody_is_twice_in_a_class_in_any_role() {
    String id = world.course("ACTIVE");
    assertThat(add(id, "students", World.STUDENT).status()).isEqualTo("ALREADY_EXISTS");
    assertThat(add(id, "teachers", World.STUDENT).status()).isEqualTo("ALREADY_EXISTS");
    assertThat(add(id, "students", World.TEACHER).status()).isEqualTo("ALREADY_EXISTS");
    assertThat(add(id, "teachers", World.OWNER).status()).isEqualTo("ALREADY_EXISTS");
  }

  @Test
  void members_are_paged_by_30_whatever_is_asked_and_none_is_lost() {
    String id = world.course("ACTIVE");
    people(64);
    for (int i = 0; i < 64; i++) {
      add(id, "students", "p" + i + "@" + World.DOMAIN);
    }
    Set<String> seen = new HashSet<>();
    String path = "/v1/courses/" + id + "/students?pageSize=1000";
    World.Answer page = world.get(World.ADMIN, path);
    assertThat(page.json().path("students")).hasSize(30);
    remove(id, "students", page.text("/students/0/userId"));
    for (; ; page = world.get(World.ADMIN, path + "&pageToken=" + page.text("/nextPageToken"))) {
      page.json().path("students").forEach(one -> seen.add(one.path("userId").asString()));
      if (page.text("/nextPageToken").isEmpty()) {
        break;
      }
    }
    assertThat(seen).hasSize(65);
  }

  @Test
  void a_page_token_is_of_its_own_query_only() {
    String id = world.course("ACTIVE");
    people(31);
    for (int i = 0; i < 31; i++) {
      add(id, "students", "p" + i + "@" + World.DOMAIN);
    }
    String path = "/v1/courses/" + id + "/students";
    String token = world.get(World.ADMIN, path).text("/nextPageToken");
    assertThat(world.get(World.ADMIN, path + "?pageToken=" + token).code()).isEqualTo(200);
    assertThat(world.get(World.ADMIN, path + "?pageSize=5&pageToken=" + token).status())
        .isEqualTo("INVALID_ARGUMENT");
    assertThat(world.get(World.OWNER, path + "?pageToken=" + token).code()).isEqualTo(400);
    assertThat(world.get(World.ADMIN, path + "?pageToken=x").code()).isEqualTo(400);
  }

  @Test
  void a_class_has_50_teachers_at_most() {
    String id = world.course("ACTIVE");
    people(49);
    for (int i = 0; i < 48; i++) {
      assertThat(add(id, "teachers", "p" + i + "@" + World.DOMAIN).code()).isEqualTo(200);
    }
    assertThat(add(id, "teachers", "p48@" + World.DOMAIN).message())
        .startsWith("@CourseTeacherLimitReached ");
  }

  @Test
  void a_class_has_1000_members_at_most() {
    String id = world.course("ACTIVE");
    people(998);
    for (int i = 0; i < 997; i++) {
      assertThat(add(id, "students", "p" + i + "@" + World.DOMAIN).code()).isEqualTo(200);
    }
    assertThat(add(id, "students", "p997@" + World.DOMAIN).message())
        .startsWith("@CourseMemberLimitReached ");
    assertThat(add(id, "teachers", "p997@" + World.DOMAIN).message())
        .startsWith("@CourseMemberLimitReached ");
  }

  @Test
  void a_person_is_in_so_many_classes_and_no_more() {
    limits(Limits.google().withCoursesJoinedPerUser(1));
    String id = world.course("ACTIVE");
    String second =
        world
            .post(World.ADMIN, "/v1/courses", World.json("name", "B", "ownerId", World.STRANGER))
            .text("/id");
    assertThat(id).isNotEmpty();
    assertThat(add(second, "students", World.STUDENT).message())
        .startsWith("@UserGroupsMembershipLimitReached ");
    assertThat(
            world
                .post(World.ADMIN, "/v1/courses", World.json("name", "C", "ownerId", World.OWNER))
                .message())
        .startsWith("@UserGroupsMembershipLimitReached ");
  }

  @Test
  void people_outside_the_domain_cannot_be_added_only_invited() {
    String id = world.course("ACTIVE");
    World.Answer refused = add(id, "students", World.OUTSIDER);
    assertThat(refused.message()).startsWith("@CannotDirectAddUser ");
    assertThat(refused.code()).isEqualTo(403);
    String body = World.json("userId", World.OUTSIDER, "courseId", id, "role", "STUDENT");
    assertThat(world.post(World.OWNER, "/v1/invitations", body).code()).isEqualTo(200);
    assertThat(
            world
                .post(
                    World.ADMIN, "/v1/courses", World.json("name", "A", "ownerId", World.OUTSIDER))
                .message())
        .startsWith("@UserCannotOwnCourse ");
  }

  @Test
  void a_suspended_person_cannot_join_but_stays_a_member() {
    String id = world.course("ACTIVE");
    standing(World.STRANGER, true);
    standing(World.STUDENT, true);
    assertThat(add(id, "students", World.STRANGER).status()).isEqualTo("FAILED_PRECONDITION");
    assertThat(world.get(World.ADMIN, "/v1/courses/" + id + "/students/" + World.STUDENT).code())
        .isEqualTo(200);
    assertThat(world.get(World.STUDENT, "/v1/courses/" + id).code()).isEqualTo(401);
    standing(World.STUDENT, false);
    assertThat(world.get(World.STUDENT, "/v1/courses/" + id).code()).isEqualTo(200);
  }

  @Test
  void a_class_whose_owner_is_suspended_or_deleted_cannot_change() {
    String id = world.course("ACTIVE");
    standing(World.OWNER, true);
    String inactive = "@InactiveCourseOwner ";
    assertThat(add(id, "students", World.STRANGER).message()).startsWith(inactive);
    assertThat(add(id, "teachers", World.STRANGER).message()).startsWith(inactive);
    assertThat(world.state(id, "ARCHIVED").message()).startsWith(inactive);
    assertThat(remove(id, "teachers", World.TEACHER).message())
        .startsWith("@CannotRemoveTeacherWithNoCourseOwner ");
    standing(World.OWNER, false);
    String owner = world.userId(World.OWNER);
    world.call(World.ADMIN, "DELETE", "/admin/directory/v1/users/" + owner, "");
    assertThat(world.state(id, "ARCHIVED").message()).startsWith(inactive);
    world.post(World.ADMIN, "/admin/directory/v1/users/" + owner + "/undelete", "{}");
    assertThat(world.state(id, "ARCHIVED").code()).isEqualTo(200);
  }

  @Test
  void a_former_owner_stays_until_the_transfer_is_complete() {
    limits(Limits.google().withTransferTime(Duration.ofHours(1)));
    String id = world.course("ACTIVE");
    world.patch(World.ADMIN, id, "ownerId", World.json("ownerId", World.TEACHER));
    assertThat(remove(id, "teachers", World.OWNER).message())
        .startsWith("@CannotRemoveCourseOwnerTransferIncomplete ");
  }

  @Test
  void a_student_joins_with_the_code_and_leaves() {
    String id = world.course("ACTIVE");
    String code = world.get(World.OWNER, "/v1/courses/" + id).text("/enrollmentCode");
    String path = "/v1/courses/" + id + "/students";
    String me = World.json("userId", "me");
    assertThat(world.post(World.STRANGER, path, me).code()).isEqualTo(403);
    assertThat(world.post(World.STRANGER, path + "?enrollmentCode=x", me).code()).isEqualTo(403);
    assertThat(world.post(World.STRANGER, path + "?enrollmentCode=" + code, me).code())
        .isEqualTo(200);
    assertThat(world.get(World.STUDENT, "/v1/courses/" + id).text("/enrollmentCode")).isEmpty();
    assertThat(world.call(World.STRANGER, "DELETE", path + "/me", "").code()).isEqualTo(200);
    assertThat(world.call(World.STRANGER, "DELETE", path + "/me", "").code()).isEqualTo(403);
  }

  @Test
  void a_person_joins_so_many_classes_a_day_and_no_more() {
    limits(Limits.google().withJoinsPerDay(0));
    String id = world.course("ACTIVE");
    String code = world.get(World.OWNER, "/v1/courses/" + id).text("/enrollmentCode");
    World.Answer refused =
        world.post(
            World.STRANGER,
            "/v1/courses/" + id + "/students?enrollmentCode=" + code,
            World.json("userId", "me"));
    assertThat(refused.code()).isEqualTo(429);
    assertThat(refused.message()).startsWith("@UserCourseJoinRateLimitReached ");
  }

  @Test
  void a_removed_students_grades_return_when_the_student_is_added_back() {
    String id = world.course("ACTIVE");
    String work = "/v1/courses/" + id + "/courseWork";
    String essay =
        "{\"title\":\"Essay\",\"workType\":\"ASSIGNMENT\",\"state\":\"PUBLISHED\",\"maxPoints\":20}";
    String list = work + "/" + world.post(World.OWNER, work, essay).text("/id");
    list += "/studentSubmissions";
    String one = list + "/" + world.get(World.OWNER, list).text("/studentSubmissions/0/id");
    String graded = one + "?updateMask=draftGrade,assignedGrade";
    String grades = "{\"draftGrade\":17.5,\"assignedGrade\":17.5}";
    assertThat(world.call(World.STUDENT, "PATCH", graded, grades).code()).isEqualTo(403);
    assertThat(world.call(World.OWNER, "PATCH", graded, grades).code()).isEqualTo(200);
    assertThat(world.get(World.STUDENT, one).json().path("assignedGrade").asDouble())
        .isEqualTo(17.5);
    remove(id, "students", World.STUDENT);
    assertThat(world.get(World.OWNER, list).json().size()).isZero();
    assertThat(world.get(World.OWNER, one).code()).isEqualTo(404);
    add(id, "students", World.STUDENT);
    assertThat(world.get(World.OWNER, one).json().path("assignedGrade").asDouble()).isEqualTo(17.5);
  }

  @Test
  void an_invitation_is_accepted_by_the_invited_person_only() {
    String id = world.course("ACTIVE");
    String body = World.json("userId", World.STRANGER, "courseId", id, "role", "TEACHER");
    World.Answer made = world.post(World.OWNER, "/v1/invitations", body);
    String accept = "/v1/invitations/" + made.text("/id") + ":accept";
    assertThat(world.post(World.OWNER, "/v1/invitations", body).status())
        .isEqualTo("ALREADY_EXISTS");
    assertThat(world.post(World.ADMIN, accept, "").code()).isEqualTo(403);
    assertThat(world.get(World.STRANGER, "/v1/invitations?userId=me").json().size()).isEqualTo(1);
    assertThat(world.post(World.STRANGER, accept, "").code()).isEqualTo(200);
    assertThat(world.post(World.STRANGER, accept, "").status()).isEqualTo("NOT_FOUND");
    assertThat(world.get(World.STRANGER, "/v1/courses/" + id).code()).isEqualTo(200);
    assertThat(world.post(World.OWNER, "/v1/invitations", body).status())
        .isEqualTo("FAILED_PRECONDITION");
  }

  @Test
  void ownership_is_offered_to_one_co_teacher_at_a_time() {
    String id = world.course("ACTIVE");
    add(id, "teachers", World.STRANGER);
    assertThat(offer(id, World.STUDENT).message()).startsWith("@IneligibleOwner ");
    World.Answer offered = offer(id, World.TEACHER);
    assertThat(offered.code()).isEqualTo(200);
    assertThat(offer(id, World.STRANGER).message()).startsWith("@PendingInvitationExists ");
    world.post(World.TEACHER, "/v1/invitations/" + offered.text("/id") + ":accept", "");
    assertThat(world.get(World.TEACHER, "/v1/courses/" + id).text("/ownerId"))
        .isEqualTo(world.userId(World.TEACHER));
  }

  private World.Answer offer(String id, String person) {
    String body = World.json("userId", person, "courseId", id, "role", "OWNER");
    return world.post(World.OWNER, "/v1/invitations", body);
  }

  @Test
  void a_teacher_sends_500_invitations_a_day() {
    String id = world.course("ACTIVE");
    people(501);
    for (int i = 0; i < 501; i++) {
      String person = "p" + i + "@" + World.DOMAIN;
      String body = World.json("userId", person, "courseId", id, "role", "STUDENT");
      World.Answer answer = world.post(World.OWNER, "/v1/invitations", body);
      assertThat(answer.code()).isEqualTo(i < 500 ? 200 : 429);
      assertThat(answer.message()).startsWith(i < 500 ? "" : "@UserInvitationQuotaExhausted ");
    }
  }
}
