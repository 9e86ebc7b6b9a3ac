package org.rollbook.hub.server;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the source so that its trouble stays here: what it throws goes to the log, and what takes
 * too long is not waited for. A probe that hangs would be worse than one that says "down".
 */
final class CarefulStatus implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CarefulStatus.class);

  private final StatusSource source;
  private final Duration forProbe;
  private final Duration forPage;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /**
   * @param forProbe how long a probe waits for the database
   * @param forPage how long a page waits for the status
   */
  CarefulStatus(StatusSource source, Duration forProbe, Duration forPage) {
    this.source = source;
    this.forProbe = forProbe;
    this.forPage = forPage;
  }

  boolean databaseAnswers() {
    return ask("whether the database answers", source::databaseAnswers, forProbe).orElse(false);
  }

  /** How things stand; empty when that cannot be known now. */
  Optional<Status> status() {
    return ask("the status", source::status, forPage);
  }

  private <T> Optional<T> ask(String what, Callable<T> question, Duration limit) {
    Future<T> answer = threads.submit(question);
    try {
      return Optional.of(answer.get(limit.toMillis(), TimeUnit.MILLISECONDS));
    } catch (ExecutionException failure) {
      LOG.warn("Could not find out {}", what, failure.getCause());
    } catch (TimeoutException slow) {
      answer.cancel(true);
      LOG.warn("Could not find out {} within {}", what, limit);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
    return Optional.empty();
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
