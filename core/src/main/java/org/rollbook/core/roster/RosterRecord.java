package org.rollbook.core.roster;

/**
 * One record of a roster, as its source names it. References between records are by source id; a
 * reader makes records row by row and does not promise that what they refer to exists.
 */
public sealed interface RosterRecord
    permits School, Term, Course, Teacher, StaffMember, Student, Section, Enrolment {

  /** Which kind of record this is, and which one of its kind. */
  RecordKey key();
}
