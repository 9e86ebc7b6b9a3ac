package org.rollbook.learn.assignments;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A line of a class's assignments, for one of its students.
 *
 * @param questions how many it has
 * @param answered how many of them this student has answered
 * @param right how many of those were right: the points
 */
public record ForStudent(
    AssignmentId id,
    String title,
    Optional<LocalDate> due,
    int questions,
    int answered,
    int right,
    Standing standing) {
  /** Where a student stands with an assignment. */
  public enum Standing {
    TO_DO("To do"),
    /** Not finished, and its day is over; it may still be done. */
    PAST_DUE("Past due"),
    DONE("Done");

    private final String title;

    Standing(String title) {
      this.title = title;
    }

    public String title() {
      return title;
    }

    static Standing of(Optional<LocalDate> due, boolean finished, LocalDate today) {
      if (finished) {
        return DONE;
      }
      return due.filter(today::isAfter).isPresent() ? PAST_DUE : TO_DO;
    }
  }
}
