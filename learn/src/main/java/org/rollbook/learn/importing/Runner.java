package org.rollbook.learn.importing;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.rollbook.learn.importing.Feed.Word;
import org.rollbook.learn.importing.SyncRun.Outcome;
import org.rollbook.learn.people.Person;

/** Takes one run from its beginning to its end, whatever comes between. */
final class Runner {
  private static final System.Logger LOG = System.getLogger(Runner.class.getName());

  private final Sync.Parts parts;
  private final Districts districts;
  private final Following following;

  Runner(Sync.Parts parts, Districts districts, Following following) {
    this.parts = parts;
    this.districts = districts;
    this.following = following;
  }

  private record Ended(Outcome outcome, Optional<CannotGoOn> failure) {}

  void run(RunId run, Person teacher) {
    var ended = ended(run, teacher);
    // Who is told to stop can still say so: the database refuses a thread that is interrupted.
    boolean stopped = Thread.interrupted();
    parts.runs().end(run, ended.outcome(), ended.failure());
    following.changed(run);
    if (stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private Ended ended(RunId run, Person teacher) {
    try {
      return work(run, teacher);
    } catch (IOException fault) {
      LOG.log(Level.WARNING, "Sync {0} failed: {1}", run, fault.getMessage());
      return failed(Failures.meaning(fault));
    } catch (CannotGoOn reason) {
      return failed(reason);
    } catch (RuntimeException fault) {
      LOG.log(Level.ERROR, "Sync " + run + " failed", fault);
      return failed(Failures.internal());
    }
  }

  private static Ended failed(CannotGoOn reason) {
    var outcome = reason.code() == FailureCode.INTERRUPTED ? Outcome.KILLED : Outcome.FAILED;
    return new Ended(outcome, Optional.of(reason));
  }

  private Ended work(RunId run, Person teacher) throws IOException, CannotGoOn {
    var shared = districts.of(teacher.id().district());
    var word = heard(shared.feed());
    // Noted before anything is read: whatever is touched from now on is read once more.
    var standing = parts.teachers().standing(teacher.id());
    if (word == Word.COMPLETE && standing.read()) {
      return new Ended(Outcome.UNCHANGED, Optional.empty());
    }
    pass(shared);
    try {
      boolean believed = word == Word.COMPLETE && !standing.everybody();
      var failure =
          Sync.begin(parts, shared.api(), teacher)
              .through(run, standing, believed, () -> following.changed(run));
      return new Ended(Outcome.DONE, failure);
    } finally {
      shared.gate().release();
    }
  }

  /** Waits for a reading of the feed that began after this sync was asked for. */
  private static Word heard(Feed feed) throws IOException {
    try {
      return feed.ask().get();
    } catch (ExecutionException failure) {
      switch (failure.getCause()) {
        case IOException fault -> throw fault;
        case RuntimeException fault -> throw fault;
        case null, default -> throw new IllegalStateException("the feed failed", failure);
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the sync was ended");
    }
  }

  private static void pass(Districts.Shared shared) throws IOException {
    try {
      shared.gate().acquire();
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the sync was ended");
    }
  }
}
