package org.rollbook.core.roster;

/**
 * A course, of which sections are taught. Like a term it is derived from the sections.
 *
 * @param id made from name and number by the reader
 * @param name for example {@code Algebra I}, empty text when the source gives a number only
 * @param number the course catalogue's number, empty text when there is none
 */
public record Course(CourseId id, String name, String number) implements RosterRecord {
  @Override
  public RecordKey key() {
    return RecordKey.of(RecordKind.COURSE, id.value());
  }
}
