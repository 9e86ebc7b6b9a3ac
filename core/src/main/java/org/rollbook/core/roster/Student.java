package org.rollbook.core.roster;

import java.util.List;
import java.util.Optional;

/**
 * A student of the district.
 *
 * @param id the source's id
 * @param schools where, in the source's order, each once; a row names one school
 * @param name the student's name
 * @param email the address that target systems know the student by, lower case, with an {@code @}
 * @param attributes grade, gender, date of birth and the rest of Clever's student columns
 * @param contacts in the source's order, each once; a row names at most one
 */
public record Student(
    StudentId id,
    List<SchoolId> schools,
    PersonName name,
    Optional<String> email,
    Attributes attributes,
    List<Contact> contacts)
    implements RosterRecord {
  public Student {
    schools = List.copyOf(schools);
    contacts = List.copyOf(contacts);
  }

  @Override
  public RecordKey key() {
    return RecordKey.of(RecordKind.STUDENT, id.value());
  }
}
