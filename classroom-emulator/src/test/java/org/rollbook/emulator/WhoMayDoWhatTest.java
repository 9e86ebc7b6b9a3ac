package org.rollbook.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every role in every state with every method. The oracle below is written from the published rules
 * ("Manage courses", "Manage users", {@code CourseState}), not from the code.
 */
class WhoMayDoWhatTest {
  private static final List<String> ROLES =
      List.of("ADMIN", "OWNER", "TEACHER", "STUDENT", "STRANGER");
  private static final List<String> STATES =
      List.of("PROVISIONED", "ACTIVE", "ARCHIVED", "DECLINED", "SUSPENDED");
  private static final List<String> METHODS =
      List.of(
          "courses.get",
          "courses.patch",
          "courses.delete",
          "aliases.create",
          "students.create",
          "students.list",
          "students.delete",
          "teachers.create",
          "teachers.delete",
          "owner.transfer",
          "invitations.create",
          "courseWork.create");
  private static World world;

  @BeforeAll
  static void start() {
    world = World.start();
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  static Stream<Arguments> cases() {
    List<Arguments> cases = new ArrayList<>();
    for (String state : STATES) {
      for (String role : ROLES) {
        for (String method : METHODS) {
          cases.add(Arguments.of(state, role, method));
        }
      }
    }
    return cases.stream();
  }

  @ParameterizedTest(name = "{1} in {0}: {2}")
  @MethodSource("cases")
  void each_role_may_in_each_state_what_is_published(String state, String role, String method) {
    String id = world.course(state);
    World.Answer answer = call(email(role), id, method);
    String name = answer.message().startsWith("@") ? answer.message().split(" ", 2)[0] : "";
    assertThat(answer.status() + name).isEqualTo(expected(state, role, method));
  }

  private static String email(String role) {
    return switch (role) {
      case "ADMIN" -> World.ADMIN;
      case "OWNER" -> World.OWNER;
      case "TEACHER" -> World.TEACHER;
      case "STUDENT" -> World.STUDENT;
      default -> World.STRANGER;
    };
  }

  private static World.Answer call(String who, String id, String method) {
    String course = "/v1/courses/" + id;
    String newcomer = World.json("userId", "newcomer@" + World.DOMAIN);
    world.emulator.addAccount(
        new NewAccount("newcomer@" + World.DOMAIN, "New", "Comer", List.of()));
    return switch (method) {
      case "courses.get" -> world.get(who, course);
      case "courses.patch" -> world.patch(who, id, "name", World.json("name", "Renamed"));
      case "courses.delete" -> world.call(who, "DELETE", course, "");
      case "aliases.create" -> world.post(who, course + "/aliases", World.json("alias", "d:" + id));
      case "students.create" -> world.post(who, course + "/students", newcomer);
      case "students.list" -> world.get(who, course + "/students");
      case "students.delete" ->
          world.call(who, "DELETE", course + "/students/" + World.STUDENT, "");
      case "teachers.create" -> world.post(who, course + "/teachers", newcomer);
      case "teachers.delete" ->
          world.call(who, "DELETE", course + "/teachers/" + World.TEACHER, "");
      case "owner.transfer" ->
          world.patch(who, id, "ownerId", World.json("ownerId", World.TEACHER));
      case "invitations.create" ->
          world.post(
              who,
              "/v1/invitations",
              World.json("userId", "newcomer@" + World.DOMAIN, "courseId", id, "role", "STUDENT"));
      default ->
          world.post(
              who, course + "/courseWork", World.json("title", "Essay", "workType", "ASSIGNMENT"));
    };
  }

  private static String expected(String state, String role, String method) {
    boolean shown = Set.of("ACTIVE", "ARCHIVED").contains(state);
    boolean open = Set.of("ACTIVE", "PROVISIONED").contains(state);
    boolean suspended = state.equals("SUSPENDED");
    boolean admin = role.equals("ADMIN") && !suspended;
    boolean owner = role.equals("OWNER");
    boolean coTeacher = role.equals("TEACHER") && shown;
    boolean runs = admin || owner || coTeacher;
    boolean sees = runs || (role.equals("STUDENT") && shown);
    String whenOpen = open ? "OK" : "FAILED_PRECONDITION@CourseNotModifiable";
    String no = "PERMISSION_DENIED";
    return switch (method) {
      case "courses.get", "students.list" -> sees ? "OK" : no;
      case "courses.patch" -> runs ? whenOpen : no;
      case "courses.delete" -> admin || owner ? "OK" : no;
      case "aliases.create" -> admin ? "OK" : no;
      case "students.create", "teachers.create" -> admin ? whenOpen : no;
      case "students.delete" -> sees ? "OK" : no;
      case "teachers.delete", "invitations.create" -> runs ? "OK" : no;
      case "owner.transfer" -> {
        if (admin) {
          yield whenOpen;
        }
        yield runs && !open ? "FAILED_PRECONDITION@CourseNotModifiable" : no;
      }
      default -> owner || coTeacher ? whenOpen : no;
    };
  }
}
