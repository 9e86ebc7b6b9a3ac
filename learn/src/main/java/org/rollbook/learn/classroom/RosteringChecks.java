package org.rollbook.learn.classroom;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.rollbook.learn.importing.Rostering;
import org.rollbook.learn.people.Person;
import org.rollbook.learn.people.PersonId;

/**
 * Asks whether a teacher's school has set up rostering, without letting a page wait for Clever. A
 * check that nobody waits for any more goes on, and whoever asks next finds its answer.
 * Thread-safe.
 */
final class RosteringChecks implements AutoCloseable {
  private final Function<Person, Rostering> check;
  private final ConcurrentMap<PersonId, CompletableFuture<Rostering>> underWay =
      new ConcurrentHashMap<>();
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("rostering-", 0).factory());

  /**
   * @param check may take as long as Clever does, and keeps its answers for a while
   */
  RosteringChecks(Function<Person, Rostering> check) {
    this.check = check;
  }

  /** Absent when Clever has not answered within the time. */
  Optional<Rostering> within(Person teacher, Duration patience) throws InterruptedException {
    try {
      return Optional.of(started(teacher).get(patience.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      return Optional.empty();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the check of rostering failed", e.getCause());
    }
  }

  private CompletableFuture<Rostering> started(Person teacher) {
    return underWay.computeIfAbsent(
        teacher.id(),
        id -> {
          var answer = CompletableFuture.supplyAsync(() -> check.apply(teacher), threads);
          var _ = answer.whenComplete((_, _) -> threads.execute(() -> underWay.remove(id, answer)));
          return answer;
        });
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
