package org.rollbook.core.roster;

import java.util.List;
import java.util.Optional;

/**
 * A person who works at the district and does not teach.
 *
 * @param id the source's id
 * @param schools where, in the source's order, each once; a row names one school, and somebody at
 *     several schools has several rows
 * @param name the person's name
 * @param email the address that target systems know the person by, lower case, with an {@code @}
 * @param attributes number, state id, title, user name
 */
public record StaffMember(
    StaffId id,
    List<SchoolId> schools,
    PersonName name,
    Optional<String> email,
    Attributes attributes)
    implements RosterRecord {
  public StaffMember {
    schools = List.copyOf(schools);
  }

  @Override
  public RecordKey key() {
    return RecordKey.of(RecordKind.STAFF, id.value());
  }
}
