package org.rollbook.hub.signin;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Forgets now and then, while the server runs; several nodes may do so at once. */
final class Housekeeping implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
  private static final Duration EVERY = Duration.ofMinutes(30);

  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofVirtual().name("sign-in-housekeeping").factory());

  Housekeeping(SignIn signIn) {
    ScheduledFuture<?> _ =
        clock.scheduleWithFixedDelay(
            () -> {
              try {
                signIn.forgetOld();
              } catch (RuntimeException trouble) {
                LOG.warn(
                    "What is over could not be deleted; the next try is in {}", EVERY, trouble);
              }
            },
            EVERY.toMillis(),
            EVERY.toMillis(),
            TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
