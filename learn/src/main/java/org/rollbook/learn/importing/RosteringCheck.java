package org.rollbook.learn.importing;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.rollbook.learn.people.DistrictId;
import org.rollbook.learn.people.Person;
import org.rollbook.learn.people.PersonId;
import org.rollbook.sources.cleverapi.CleverApi;
import org.rollbook.sources.cleverapi.CleverException;

/** Whether a teacher's school has set up rostering (L1, L2): whether Clever shows the teacher. */
final class RosteringCheck {
  private static final Duration REMEMBERED = Duration.ofSeconds(60);

  private static final int MOST_REMEMBERED = 10_000;

  private final Function<DistrictId, CleverApi> clever;
  private final Failures failures;
  private final InstantSource clock;
  private final Executor threads;
  private final ConcurrentMap<PersonId, Asked> asked = new ConcurrentHashMap<>();

  private record Asked(Instant at, CompletableFuture<Rostering> answer) {
    /** No answer is asked for again at once: it costs a teacher who waits a minute otherwise. */
    boolean holds(Instant now) {
      boolean useless =
          answer.isCompletedExceptionally()
              || (answer.isDone() && answer.resultNow() instanceof Rostering.Unknown);
      return !useless && at.plus(REMEMBERED).isAfter(now);
    }
  }

  RosteringCheck(
      Function<DistrictId, CleverApi> clever,
      Failures failures,
      InstantSource clock,
      Executor threads) {
    this.clever = clever;
    this.failures = failures;
    this.clock = clock;
    this.threads = threads;
  }

  /** Absent when Clever has not answered in time; whoever asks next finds the answer. */
  Optional<Rostering> within(Person teacher, Duration patience) throws InterruptedException {
    try {
      return Optional.of(asked(teacher).get(patience.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException notYet) {
      return Optional.empty();
    } catch (ExecutionException fault) {
      throw new IllegalStateException("the check of rostering failed", fault.getCause());
    }
  }

  private CompletableFuture<Rostering> asked(Person teacher) {
    var now = clock.instant();
    if (asked.size() > MOST_REMEMBERED) {
      asked.values().removeIf(one -> !one.holds(now));
    }
    return asked
        .compute(
            teacher.id(),
            (id, known) -> known != null && known.holds(now) ? known : ask(teacher, now))
        .answer();
  }

  private Asked ask(Person teacher, Instant now) {
    return new Asked(now, CompletableFuture.supplyAsync(() -> answer(teacher), threads));
  }

  private Rostering answer(Person teacher) {
    try {
      return clever.apply(teacher.id().district()).user(teacher.cleverId()).isPresent()
          ? new Rostering.Ready()
          : notSetUp(Failures.notShared());
    } catch (CleverException.Unauthorised refused) {
      return notSetUp(Failures.notConnected());
    } catch (IOException fault) {
      return new Rostering.Unknown(failures.of(Failures.meaning(fault)));
    }
  }

  private Rostering notSetUp(CannotGoOn reason) {
    var failure = failures.of(reason);
    return new Rostering.NotSetUp("%s Ask %s.".formatted(failure.says(), failure.contact()));
  }
}
