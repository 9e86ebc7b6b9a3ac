package org.rollbook.core.share;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.rollbook.core.roster.RecordKey;

/**
 * Which records of a roster a share brings to an app (H6), by the plain reading of the share; the
 * registry says the same in SQL, and is tested against this.
 *
 * <p>The whole district is everything but staff. A school brings itself, its sections and the
 * teachers and students who are at it; a section its teachers and students, its course and term; a
 * section or person their schools. What an exception names is not there and brings nobody: who is
 * in a section that is left out comes only if something else brings them.
 *
 * <p>Teacher and staff records of one person are two records here, and a student's contacts are
 * part of the student. An enrolment is its section's, and never here itself.
 *
 * @param rules of every shared record the {@link ShareRule#number()} that it is shared by, the
 *     lowest of all that bring it
 */
public record SharedRecords(SortedMap<RecordKey, Integer> rules) {
  public SharedRecords {
    rules = Collections.unmodifiableSortedMap(new TreeMap<>(rules));
  }

  /** What {@code share} brings of {@code roster}. */
  public static SharedRecords of(WholeRoster roster, Share share) {
    return new SharedRecords(new ShareEvaluation(roster, share).brought());
  }
}
