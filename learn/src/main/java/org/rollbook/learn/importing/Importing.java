package org.rollbook.learn.importing;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.rollbook.learn.database.LearnDatabase;
import org.rollbook.learn.importing.SyncRun.Outcome;
import org.rollbook.learn.people.DistrictId;
import org.rollbook.learn.people.People;
import org.rollbook.learn.people.Person;
import org.rollbook.learn.people.PersonId;
import org.rollbook.sources.cleverapi.CleverApi;
import org.springframework.dao.DataAccessException;

/**
 * Import and sync with Clever, one teacher's classes at a time, by the mirror policy of the
 * decision table. Thread-safe.
 */
public final class Importing implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Importing.class.getName());

  /** Three times within a lease. */
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);

  private static final long BEATS_AN_HOUR = Duration.ofHours(1).dividedBy(HEARTBEAT);

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Set<RunId> ours = ConcurrentHashMap.newKeySet();
  private final TeacherRows teachers;
  private final RunRows runs;
  private final RosteringCheck rostering;
  private final Following following;
  private final Runner runner;

  /**
   * @param clever each district's client, shared by everybody who asks for it, so that it keeps the
   *     rate limit
   * @param supportContact where teachers reach Learn's own people
   */
  public Importing(
      LearnDatabase database,
      Function<DistrictId, CleverApi> clever,
      String supportContact,
      InstantSource clock) {
    var failures = new Failures(supportContact);
    this.teachers = new TeacherRows(database);
    this.runs = new RunRows(database, failures);
    this.rostering = new RosteringCheck(clever, failures, clock, threads);
    this.following = new Following(runs, threads);
    var parts = new Sync.Parts(runs, teachers, new ClassSync(database, runs), new People(database));
    var districts = new Districts(clever, new FeedRows(database), clock, threads);
    this.runner = new Runner(parts, districts, following);
    threads.execute(this::beat);
  }

  /**
   * Whether a teacher can import. Answered from memory for a minute.
   *
   * @param patience how long Clever is waited for; the question goes on, and whoever asks next
   *     finds its answer
   * @return absent when Clever has not answered by then
   */
  public Optional<Rostering> rostering(Person teacher, Duration patience)
      throws InterruptedException {
    return rostering.within(teacher, patience);
  }

  /** Begins a sync that runs by itself, and returns at once. */
  public Started start(Person teacher, Cause cause) {
    boolean first = cause == Cause.FIRST_IMPORT;
    if (!teacher.teaches() || (!first && !teachers.standing(teacher.id()).imported())) {
      return new Started.NotImportedYet();
    }
    while (true) {
      var begun = runs.claim(teacher.id(), cause);
      if (begun.isPresent()) {
        threads.execute(() -> run(begun.get(), teacher));
        return new Started.Begun(begun.get());
      }
      var other = runs.underWay(teacher.id());
      if (other.isPresent()) {
        return new Started.RunningAlready(other.get());
      }
      // It ended between the two questions.
    }
  }

  private void run(RunId run, Person teacher) {
    ours.add(run);
    try {
      runner.run(run, teacher);
    } finally {
      ours.remove(run);
    }
  }

  /**
   * Keeps the leases of our runs, also of those that wait their turn, and the list of runs short.
   */
  private void beat() {
    try {
      for (long beats = 1; !threads.isShutdown(); beats++) {
        Thread.sleep(HEARTBEAT);
        beat(beats);
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether the teacher's first import has been: from then on every login syncs (L4). */
  public boolean imported(PersonId teacher) {
    return teachers.standing(teacher).imported();
  }

  private void beat(long number) {
    try {
      runs.alive(Set.copyOf(ours));
      if (number % BEATS_AN_HOUR == 0) {
        runs.forgetOld();
      }
    } catch (DataAccessException nextTime) {
      // The database may be back before a lease has run out.
      LOG.log(Level.WARNING, "The leases of syncs were not renewed: {0}", nextTime.getMessage());
    }
  }

  /** The teacher's last run. */
  public Optional<SyncRun> latest(PersonId teacher) {
    return runs.latest(teacher).flatMap(runs::load);
  }

  /** A run, for the teacher whose it is and for nobody else. */
  public Optional<SyncRun> run(RunId run, PersonId viewer) {
    return runs.teacher(run).filter(viewer::equals).flatMap(teacher -> runs.load(run));
  }

  /**
   * Calls {@code follower} with the run as it stands, with each new state, and for the last time
   * when it has ended, one call at a time; works for a run of another process too. Nobody is asked
   * whose run it is: see {@link #run}.
   */
  public Subscription follow(RunId run, Consumer<SyncRun> follower) {
    return following.follow(run, follower);
  }

  /** Notes that the teacher has seen the result. */
  public void seen(RunId run) {
    runs.seen(run);
  }

  /** Ends what runs; their runs are told as killed. */
  @Override
  public void close() {
    threads.shutdownNow();
    try {
      if (!threads.awaitTermination(5, TimeUnit.SECONDS)) {
        ours.forEach(run -> runs.end(run, Outcome.KILLED, Optional.of(Failures.interrupted())));
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }
}
