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
  private static final Duration FOR_A_PROBE = Duration.ofSeconds(3);
  private static final Duration FOR_A_PAGE = Duration.ofSeconds(10);

  private final StatusSource source;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  CarefulStatus(StatusSource source) {
    this.source = source;
  }

  boolean databaseAnswers() {
    return ask("whether the database answers", source::databaseAnswers, FOR_A_PROBE).orElse(false);
  }

  /** How things stand; empty when that cannot be known now. */
  Optional<Status> status() {
    return ask("the status", source::status, FOR_A_PAGE);
  }

  private <T> Optional<T> ask(String what, Callable<T> question, Duration limit) {
    Future<T> answer = threads.submit(question);
    try {
      return Optional.of(answer.get(limit.toMillis(), TimeUnit.MILLISECONDS));
    } catch (ExecutionException failure) {
      LOG.warn("Could not find out {}", what, failure.getCause());
    } catch (TimeoutException slow) {
      answer.cancel(true);
      LOG.warn("Could not find out {} within {} s", what, limit.toSeconds());
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
