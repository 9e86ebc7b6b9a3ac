package org.rollbook.hub.clever;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.rollbook.registry.events.EventHistory;
import org.rollbook.registry.reading.AccessLog;
import org.rollbook.registry.reading.CallLimit;
import org.rollbook.registry.sharing.Publication;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes what nobody else did, for an import publishes by itself: that of a process killed in
 * between. And forgets what was promised to be kept no longer.
 */
final class Publishing implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Publishing.class);

  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          task -> Thread.ofPlatform().name("publishing").daemon().unstarted(task));

  Publishing(
      Publication publication,
      EventHistory history,
      CallLimit limit,
      AccessLog log,
      Duration pause) {
    every(pause, "publishing", publication::publishAll);
    every(Duration.ofHours(1), "forgetting apps' events", publication::forgetOld);
    every(Duration.ofHours(1), "forgetting events", history::forgetOld);
    every(Duration.ofHours(1), "forgetting calls", limit::forgetOld);
    every(Duration.ofHours(1), "forgetting who read what", log::forgetOld);
  }

  private void every(Duration pause, String what, Runnable task) {
    // It is never asked after: the task tells the log what goes wrong.
    ScheduledFuture<?> _ =
        thread.scheduleWithFixedDelay(
            () -> carefully(what, task), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** What a scheduled task throws would end it for good. */
  private static void carefully(String what, Runnable task) {
    try {
      task.run();
    } catch (RuntimeException failure) {
      LOG.warn("The server failed at {}; it tries again", what, failure);
    }
  }

  /** Lets the publication under way finish, for some seconds. */
  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(10, TimeUnit.SECONDS)) {
        thread.shutdownNow();
      }
    } catch (InterruptedException stopping) {
      thread.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
