package org.rollbook.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The state machine: every state to every state, by patch and by update. */
class CourseStateTest {
  private static final List<String> STATES =
      List.of("PROVISIONED", "ACTIVE", "ARCHIVED", "DECLINED", "SUSPENDED");
  private static final Set<String> LEGAL =
      Set.of(
          "PROVISIONED ACTIVE",
          "PROVISIONED DECLINED",
          "ACTIVE ARCHIVED",
          "ARCHIVED ACTIVE",
          "DECLINED PROVISIONED");
  private static World world;

  @BeforeAll
  static void start() {
    world = World.start();
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  static Stream<Arguments> pairs() {
    List<Arguments> pairs = new ArrayList<>();
    for (String from : STATES) {
      for (String to : STATES) {
        if (!from.equals(to) && !from.equals("SUSPENDED")) {
          pairs.add(Arguments.of(from, to));
        }
      }
    }
    return pairs.stream();
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void a_class_goes_only_the_published_ways(String from, String to) {
    String id = world.course(from);
    boolean legal = LEGAL.contains(from + " " + to);
    World.Answer patched = world.state(id, to);
    assertThat(patched.code()).isEqualTo(legal ? 200 : 400);
    String now = world.get(World.OWNER, "/v1/courses/" + id).text("/courseState");
    assertThat(now).isEqualTo(legal ? to : from);
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void a_full_update_goes_the_same_ways(String from, String to) {
    String id = world.course(from);
    World.Answer updated =
        world.call(
            World.ADMIN, "PUT", "/v1/courses/" + id, World.json("name", "New", "courseState", to));
    assertThat(updated.code() == 200).isEqualTo(LEGAL.contains(from + " " + to));
  }

  @Test
  void a_suspended_class_is_left_by_nobody() {
    String id = world.course("SUSPENDED");
    assertThat(world.state(id, "ACTIVE").status()).isEqualTo("PERMISSION_DENIED");
    assertThat(
            world
                .patch(World.OWNER, id, "courseState", World.json("courseState", "ACTIVE"))
                .message())
        .startsWith("@CourseNotModifiable ");
  }

  @Test
  void an_archived_class_changes_together_with_its_state_only() {
    String id = world.course("ARCHIVED");
    assertThat(world.patch(World.ADMIN, id, "name", World.json("name", "New")).message())
        .startsWith("@CourseNotModifiable ");
    String both = World.json("name", "New", "courseState", "ACTIVE");
    assertThat(world.patch(World.ADMIN, id, "name,courseState", both).text("/name"))
        .isEqualTo("New");
  }

  @Test
  void a_refused_patch_changes_nothing() {
    String id = world.course("ACTIVE");
    String body = World.json("name", "New", "ownerId", World.STRANGER);
    assertThat(world.patch(World.ADMIN, id, "name,ownerId", body).message())
        .startsWith("@IneligibleOwner ");
    assertThat(world.get(World.ADMIN, "/v1/courses/" + id).text("/name")).isEqualTo("Biology");
  }

  @Test
  void only_the_published_fields_can_be_in_an_update_mask() {
    String id = world.course("ACTIVE");
    for (String field : List.of("id", "creationTime", "updateTime", "enrollmentCode", "x", "")) {
      assertThat(world.patch(World.ADMIN, id, field, "{}").status()).isEqualTo("INVALID_ARGUMENT");
    }
  }

  @Test
  void ownership_goes_to_a_co_teacher_and_the_former_owner_stays_as_one() {
    String id = world.course("ACTIVE");
    String owner = world.userId(World.OWNER);
    World.Answer moved =
        world.patch(World.ADMIN, id, "ownerId", World.json("ownerId", World.TEACHER));
    assertThat(moved.text("/ownerId")).isEqualTo(world.userId(World.TEACHER));
    assertThat(world.get(World.ADMIN, "/v1/courses/" + id + "/teachers/" + owner).code())
        .isEqualTo(200);
    assertThat(
            world.patch(World.ADMIN, id, "ownerId", World.json("ownerId", World.TEACHER)).message())
        .startsWith("@UserAlreadyOwner ");
    assertThat(
            world
                .call(World.ADMIN, "DELETE", "/v1/courses/" + id + "/teachers/" + World.TEACHER, "")
                .message())
        .startsWith("@CannotRemoveCourseOwner ");
  }
}
