package org.rollbook.registry.reading;

import static org.rollbook.registry.reading.RecordType.ADULT;
import static org.rollbook.registry.reading.RecordType.CONTACT;
import static org.rollbook.registry.reading.RecordType.STUDENT;

/**
 * How records have to do with each other. A section names its school, term, course and people, a
 * person the schools, a contact the students; everything else follows from these.
 */
public enum Relation {
  SCHOOL_OF_SECTION(RecordType.SECTIONS, named(7, 1)),
  TERM_OF_SECTION(RecordType.SECTIONS, named(7, 2)),
  COURSE_OF_SECTION(RecordType.SECTIONS, named(7, 3)),
  SECTIONS_OF_SCHOOL(RecordType.SCHOOLS, naming(7)),
  SECTIONS_OF_TERM(
      RecordType.TERMS,
      "select kind, id from sections_of_term(:of, :cursor, '{asc}' = 'asc', :limit)"),
  SECTIONS_OF_COURSE(RecordType.COURSES, naming(7)),
  SECTIONS_OF_USER(RecordType.USERS, naming(7)),
  TERMS_OF_SCHOOL(RecordType.SCHOOLS, members(2) + " and is_held(id, :of)"),
  COURSES_OF_SCHOOL(RecordType.SCHOOLS, placesOfSections("course", 3)),
  SCHOOLS_OF_TERM(RecordType.TERMS, members(1) + " and is_held(:of, id)"),
  SCHOOLS_OF_COURSE(RecordType.COURSES, placesOfSections("school", 1)),
  CONTACTS_OF_STUDENT(RecordType.USERS, naming(CONTACT)),
  TEACHERS_OF_STUDENT(RecordType.USERS, peopleOfSections(ADULT) + ifIs(STUDENT)),
  /** Of a teacher those in the sections, of a contact those whom it names; of others nobody. */
  STUDENTS_OF_USER(
      RecordType.USERS,
      peopleOfSections(STUDENT) + ifIs(ADULT) + " union " + named(CONTACT, STUDENT));

  private final RecordType of;
  private final String sql;

  Relation(RecordType of, String sql) {
    this.of = of;
    this.sql = sql;
  }

  /** What one end is. */
  RecordType of() {
    return of;
  }

  /**
   * Kinds and ids of the records at the other end. {@code :of} and {@code :district} are open, and
   * what {@link ListingSql} says of the page, for lists that are too long to be made whole.
   */
  String sql() {
    return sql;
  }

  private static String naming(int kind) {
    return "select kind, id from linked_to(:of, '{" + kind + "}')";
  }

  private static String members(int kind) {
    return "select kind, id from share_member where district_id = :district and kind = " + kind;
  }

  private static String named(int ownKind, int kind) {
    return """
    select m.kind, m.id from shared_object o, unnest(o.links) link join share_member m
      on m.district_id = :district and m.kind = %d and m.id = link
    where o.district_id = :district and o.kind = %d and o.id = :of\
    """
        .formatted(kind, ownKind);
  }

  /** What the sections name in {@code field}: so few that they are told apart first. */
  private static String placesOfSections(String field, int kind) {
    return """
    select m.kind, m.id from (
        select distinct o.object ->> '%s' as hex from linked_to(:of, '{7}') s
          join shared_object o on o.district_id = :district and o.kind = 7 and o.id = s.id) p
      join share_member m on m.district_id = :district and m.kind = %d
        and m.id = ('x' || right(p.hex, 16))::bit(64)::bigint\
    """
        .formatted(field, kind);
  }

  private static String peopleOfSections(int kind) {
    return """
    select distinct m.kind, m.id from linked_to(:of, '{7}') s
      join shared_object o on o.district_id = :district and o.kind = 7 and o.id = s.id
      cross join unnest(o.links) link
      join share_member m on m.district_id = :district and m.kind = %d and m.id = link
    where true\
    """
        .formatted(kind);
  }

  private static String ifIs(int kind) {
    return " and exists (select from share_member where district_id = :district and kind = %d and id = :of)"
        .formatted(kind);
  }
}
