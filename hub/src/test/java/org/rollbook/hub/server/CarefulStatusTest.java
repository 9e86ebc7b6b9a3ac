package org.rollbook.hub.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class CarefulStatusTest {
  @Test
  void aSourceThatHangsIsNotWaitedFor() throws InterruptedException {
    var source = new HangingSource();
    try (var status = new CarefulStatus(source, Duration.ofMillis(50), Duration.ofMillis(50))) {
      assertThat(status.databaseAnswers()).isFalse();
      assertThat(status.status()).isEmpty();
      source.givenUp.await();
    }
  }

  /** Answers nothing until it is interrupted, as a query to a database that went away. */
  private static final class HangingSource implements StatusSource {
    final CountDownLatch givenUp = new CountDownLatch(2);

    @Override
    public boolean databaseAnswers() {
      hang();
      return true;
    }

    @Override
    public Status status() {
      hang();
      return Samples.EMPTY;
    }

    private void hang() {
      try {
        Thread.sleep(Duration.ofMinutes(1));
      } catch (InterruptedException expected) {
        givenUp.countDown();
      }
    }
  }
}
