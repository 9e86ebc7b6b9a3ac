package org.rollbook.learn.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.rollbook.learn.server.LearnHouse;

/** Signing in while Clever's data does not answer at all. */
class SignInDoesNotWaitTest {
  @Test
  void L4_a_sign_in_is_over_while_its_sync_still_waits_for_clever() throws InterruptedException {
    try (var house = new LearnHouse()) {
      var district = house.district();
      var teacher = district.teacher("Not", "Waiting");
      district.section("Patience", teacher, List.of());
      var first = house.signedInAs(teacher);
      first.get("/classes/import");
      var run =
          first.post("/classes/import", Map.of()).headers().firstValue("Location").orElseThrow();
      // The stream ends with the import.
      assertThat(first.get(run + "/events").body()).contains("Patience");
      var asked = new CountDownLatch(1);
      var answers = new CountDownLatch(1);
      house
          .clever()
          .fault(call -> {
            if (call.path().matches("/events.*|/users/.*/sections.*")) {
              asked.countDown();
              opened(answers);
            }
            return false;
          });

      // Comes back only when somebody is signed in and sees their classes.
      var second = house.signedInAs(teacher);

      assertThat(second.get("/classes").body()).contains("Patience");
      assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();
      assertThat(second.get("/classes").body()).contains("Syncing with Clever…");
      assertThat(answers.getCount()).isEqualTo(1);
      answers.countDown();
    }
  }

  private static void opened(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }
}
