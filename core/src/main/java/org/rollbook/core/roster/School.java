package org.rollbook.core.roster;

/**
 * A school of the district.
 *
 * @param id the source's id
 * @param name its name, never empty
 * @param attributes number, state and NCES ids, grades, principal, address, phone
 */
public record School(SchoolId id, String name, Attributes attributes) implements RosterRecord {
  public School {
    SourceText.requireId(name, "school name");
  }

  @Override
  public RecordKey key() {
    return RecordKey.of(RecordKind.SCHOOL, id.value());
  }
}
