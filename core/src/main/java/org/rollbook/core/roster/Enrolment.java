package org.rollbook.core.roster;

/**
 * One student's place in one section.
 *
 * @param section the section
 * @param student the student
 */
public record Enrolment(SectionId section, StudentId student) implements RosterRecord {
  @Override
  public RecordKey key() {
    return RecordKey.of(section, student);
  }
}
