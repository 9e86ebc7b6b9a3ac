package org.rollbook.learn.importing;

import java.util.Optional;
import java.util.function.Consumer;
import org.rollbook.learn.people.Person;
import org.rollbook.learn.people.PersonId;

/**
 * Import and sync with Clever, one teacher's classes at a time, by the mirror policy of the
 * decision table. Thread-safe.
 */
@SuppressWarnings("DoNotCallSuggester")
public final class Importing implements AutoCloseable {
  /**
   * Whether a teacher can import. Answered from memory for a minute; waits a few seconds for Clever
   * at most.
   */
  public Rostering rostering(Person teacher) {
    return new Rostering.Ready();
  }

  /** Begins a sync that runs by itself, and returns at once. */
  public Started start(Person teacher, Cause cause) {
    throw new UnsupportedOperationException(teacher.toString() + cause);
  }

  /** Whether the teacher's first import has been: from then on every login syncs (L4). */
  public boolean imported(PersonId teacher) {
    return false;
  }

  /** The teacher's last run. */
  public Optional<SyncRun> latest(PersonId teacher) {
    return Optional.empty();
  }

  /** A run, for the teacher whose it is and for nobody else. */
  public Optional<SyncRun> run(RunId run, PersonId viewer) {
    throw new UnsupportedOperationException(run.toString() + viewer);
  }

  /**
   * Calls {@code follower} with the run as it stands, with each new state, and for the last time
   * when it has ended, one call at a time; works for a run of another process too. Nobody is asked
   * whose run it is: see {@link #run}.
   */
  public Subscription follow(RunId run, Consumer<SyncRun> follower) {
    throw new UnsupportedOperationException(run.toString() + follower);
  }

  /** Notes that the teacher has seen the result. */
  public void seen(RunId run) {
    throw new UnsupportedOperationException(run.toString());
  }

  /** Ends what runs; their runs are told as killed. */
  @Override
  public void close() {}
}
