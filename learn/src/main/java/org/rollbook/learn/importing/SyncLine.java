package org.rollbook.learn.importing;

import java.util.List;
import java.util.Optional;
import org.rollbook.learn.classes.ClassId;

/**
 * What a sync did to one class (L3).
 *
 * @param position from 0, in the order in which the classes were taken
 * @param classId absent where the class could not be made
 * @param joined names of people who joined, at most twenty; {@code says} counts the others
 * @param departed names of people who left, likewise
 * @param says the rest, in whole sentences; may be empty
 * @param failure of a failed class, and only of that
 */
public record SyncLine(
    int position,
    Optional<ClassId> classId,
    String className,
    Outcome outcome,
    List<String> joined,
    List<String> departed,
    String says,
    Optional<Failure> failure) {
  public SyncLine {
    joined = List.copyOf(joined);
    departed = List.copyOf(departed);
  }

  /** What became of the class. */
  public enum Outcome {
    CREATED,
    UPDATED,
    ARCHIVED,
    RESTORED,
    UNCHANGED,
    FAILED
  }
}
