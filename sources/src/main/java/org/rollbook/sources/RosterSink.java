package org.rollbook.sources;

import org.rollbook.core.roster.RecordKind;
import org.rollbook.core.roster.RosterRecord;

/**
 * Receives a snapshot as a stream, row by row, in the order of the files: schools, teachers, staff,
 * students, sections (each new term and course before the first section that names it), enrolments.
 * A reader keeps nothing of what it has handed over.
 *
 * <p>One record may come several times, once for each row of it: somebody at two schools, a student
 * with three contacts. Whether what a record refers to exists is for the receiver to see.
 */
public interface RosterSink {
  /**
   * A row that was read, wholly or with a value dropped (then a {@link #finding} about it came
   * before).
   *
   * @param file the file's name inside the snapshot
   * @param line the line that the row starts on
   */
  void record(RosterRecord record, String file, long line);

  /**
   * In which column the records of a kind name one record of another, said before the first of
   * them; not said where there is no such column, or several.
   *
   * @param column as the file's own header writes it
   */
  default void reference(RecordKind of, RecordKind to, String column) {
    // Only who looks for what a record refers to has to know.
  }

  /** A value that was dropped from a row, or something about a file that changes no record. */
  void finding(Finding finding);

  /** A row that could not be read, and what it would have named. */
  void rejected(Finding finding, Unread unread);
}
