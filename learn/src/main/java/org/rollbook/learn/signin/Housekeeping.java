package org.rollbook.learn.signin;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Throws away what is over. Sessions see to themselves. */
final class Housekeeping implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("learn-housekeeping").factory());
  private final Departures departures;
  private final SignInAudit audit;

  Housekeeping(Departures departures, SignInAudit audit) {
    this.departures = departures;
    this.audit = audit;
    var _ = thread.scheduleWithFixedDelay(this::clean, 10, 60, TimeUnit.MINUTES);
  }

  private void clean() {
    try {
      departures.forgetOldOnes();
      audit.forgetOldOnes();
    } catch (RuntimeException later) {
      LOG.warn("Old sign-ins were not thrown away; the next hour tries again", later);
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
