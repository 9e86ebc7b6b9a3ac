package org.rollbook.learn.importing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One import or sync as it stands.
 *
 * @param ended absent while it runs
 * @param outcome present when it has ended
 * @param failure why the run as a whole came to no good end; also, beside {@link Outcome#DONE},
 *     that the teacher is not shared any more
 * @param classesDone how many classes have their line
 * @param classesInAll how many there will be; absent before Clever has told
 * @param lines what was done to each class
 * @param seen whether the teacher has seen the result
 */
public record SyncRun(
    RunId id,
    Cause cause,
    Instant began,
    Optional<Instant> ended,
    Optional<Outcome> outcome,
    Optional<Failure> failure,
    int classesDone,
    OptionalInt classesInAll,
    List<SyncLine> lines,
    boolean seen) {
  public SyncRun {
    lines = List.copyOf(lines);
  }

  /** How a run ended. */
  public enum Outcome {
    /** Every class has its line; single classes may have failed. */
    DONE,
    /** Nothing that concerns this teacher changed since the last sync; Clever was asked no more. */
    UNCHANGED,
    /** It could not go on. What was done until then stays. */
    FAILED,
    /** Its process ended. What was done until then stays. */
    KILLED
  }
}
