package org.rollbook.sources.generator;

/** Something that a caller wants to happen on one day; ordinary days bring the rest. */
public sealed interface RequestedEvent {
  /** The day it happens on, counted from 0; nothing can happen before day 1. */
  int day();

  /** The school year ends: the day's date is the first of the next year. */
  record Rollover(int day) implements RequestedEvent {}

  /**
   * The export of one day is broken in one way; the district itself, and the next day's, is not.
   */
  record BrokenExport(int day, Kind kind) implements RequestedEvent {}

  /** The ways in which real exports break. */
  enum Kind {
    /** {@code enrollments.csv} ends in the middle of a row. */
    TRUNCATED_ENROLMENTS,
    /** {@code sections.csv} has a header and no row. */
    EMPTY_SECTIONS,
    /** {@code sections.csv} comes without its {@code Teacher_id} column. */
    MISSING_COLUMN,
    /** Every section has an id that it never had before. */
    NEW_SECTION_IDS,
    /** Every other student of one school is missing, with all enrolments. */
    HALF_A_SCHOOL_MISSING
  }
}
