package org.rollbook.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Many callers at the same time, and bodies that are not as they should be. */
class ManyAtOnceTest {
  private static List<Integer> together(int times, Callable<Integer> call) throws Exception {
    List<Integer> codes = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> running = new ArrayList<>();
      for (int i = 0; i < times; i++) {
        running.add(threads.submit(call));
      }
      for (Future<Integer> each : running) {
        codes.add(each.get());
      }
    }
    return codes;
  }

  @Test
  void of_many_who_make_the_same_class_or_membership_one_succeeds() throws Exception {
    try (World world = World.start()) {
      String wanted = World.json("name", "A", "ownerId", World.OWNER, "id", "d:once");
      List<Integer> made =
          together(24, () -> world.post(World.ADMIN, "/v1/courses", wanted).code());
      assertThat(made).containsOnly(200, 409).containsOnlyOnce(200);
      String student = World.json("userId", World.STUDENT);
      List<Integer> added =
          together(
              24, () -> world.post(World.ADMIN, "/v1/courses/d:once/students", student).code());
      assertThat(added).containsOnly(200, 409).containsOnlyOnce(200);
    }
  }

  @Test
  void a_body_that_cannot_be_read_is_an_invalid_argument() {
    try (World world = World.start()) {
      for (String body : List.of("{", "[]", "{\"name\":1}", "{\"name\":\"A\",\"name\":{}}")) {
        assertThat(world.post(World.ADMIN, "/v1/courses", body).status())
            .isEqualTo("INVALID_ARGUMENT");
      }
      var packed =
          world
              .request("/v1/courses")
              .header("Content-Encoding", "gzip")
              .header("Authorization", "Bearer user:" + World.ADMIN);
      assertThat(world.send(packed, "POST", "not gzip").status()).isEqualTo("INVALID_ARGUMENT");
    }
  }

  @Test
  void an_address_that_is_not_served_is_not_found() {
    try (World world = World.start()) {
      assertThat(world.get(World.ADMIN, "/v1/topics").status()).isEqualTo("NOT_FOUND");
      assertThat(world.get(World.ADMIN, "/v1/courses/%FF").status()).isEqualTo("NOT_FOUND");
    }
  }
}
