package org.rollbook.registry.intake;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rollbook.core.roster.RecordKind;

/**
 * The tables of roster records that have an id and events of their own, which is all but enrolments
 * (these are told as updates of their section), in the order of {@link RecordKind}.
 */
enum RosterTable {
  SCHOOL(RecordKind.SCHOOL, "name attributes", Columns.NO_SCHOOL),
  TERM(RecordKind.TERM, "name start_date end_date", Columns.NO_SCHOOL),
  COURSE(RecordKind.COURSE, "name number", Columns.NO_SCHOOL),
  TEACHER(RecordKind.TEACHER, Columns.PERSON, Columns.AT_ANY_SCHOOL),
  STAFF(RecordKind.STAFF, Columns.PERSON, Columns.AT_ANY_SCHOOL),
  STUDENT(RecordKind.STUDENT, Columns.PERSON + " contacts", Columns.AT_ANY_SCHOOL),
  SECTION(
      RecordKind.SECTION,
      "school_id name primary_teacher_id co_teacher_ids course_id term_id attributes",
      "o.school_id = any(%s)");

  private static final class Columns {
    static final String PERSON = "school_ids given_name middle_name family_name email attributes";
    static final String NO_SCHOOL = "";
    static final String AT_ANY_SCHOOL = "o.school_ids && %s";
  }

  private final RecordKind kind;
  private final String columns;
  private final String atSchools;

  RosterTable(RecordKind kind, String columns, String atSchools) {
    this.kind = kind;
    this.columns = columns;
    this.atSchools = atSchools;
  }

  RecordKind kind() {
    return kind;
  }

  /** The table's name, and that of its kind in events. */
  String table() {
    return kind.name().toLowerCase(java.util.Locale.ROOT);
  }

  /** What a record says, beyond its ids and where it came from. */
  List<String> columns() {
    return List.of(columns.split(" "));
  }

  /** The columns with the alias before each, separated by commas. */
  String columns(String alias) {
    return columns().stream().map(c -> alias + "." + c).collect(Collectors.joining(", "));
  }

  /** Whether {@code o} belongs to one of the schools in an array; empty when the kind has none. */
  Optional<String> atSchools(String array) {
    return Optional.of(atSchools).filter(c -> !c.isEmpty()).map(c -> c.formatted(array));
  }

  /** What a source id that this snapshot may name stands for: what it brings and what stays. */
  String known() {
    return """
    (select source_id, id from new_%s
     union all select source_id, id from kept where kind = '%s')\
    """
        .formatted(table(), kind);
  }
}
