package org.rollbook.registry.intake;

import org.rollbook.core.roster.RecordKind;

/** The temporary tables that a snapshot is streamed into, row for row as the source has them. */
enum StagingTable {
  SCHOOL("raw_school", "n bigint, source_id text, name text, attributes jsonb"),
  TERM("raw_term", "n bigint, source_id text, name text, start_date date, end_date date"),
  COURSE("raw_course", "n bigint, source_id text, name text, number text"),
  TEACHER("raw_teacher", Columns.PERSON),
  STAFF("raw_staff", Columns.PERSON),
  STUDENT("raw_student", Columns.PERSON + ", contacts jsonb"),
  SECTION(
      "raw_section",
      """
      n bigint, source_id text, school text, name text, primary_teacher text,
      co_teachers text[], course text, term text, attributes jsonb\
      """),
  ENROLMENT("raw_enrolment", "section text, student text"),
  UNREAD("unread", "kind text, scope text, a text, b text");

  private static final class Columns {
    static final String PERSON =
        """
        n bigint, source_id text, schools text[], given_name text, middle_name text,
        family_name text, email text, attributes jsonb\
        """;
  }

  private final String table;
  private final String columns;

  StagingTable(String table, String columns) {
    this.table = table;
    this.columns = columns;
  }

  static StagingTable of(RecordKind kind) {
    return switch (kind) {
      case SCHOOL -> SCHOOL;
      case TERM -> TERM;
      case COURSE -> COURSE;
      case TEACHER -> TEACHER;
      case STAFF -> STAFF;
      case STUDENT -> STUDENT;
      case SECTION -> SECTION;
      case ENROLMENT -> ENROLMENT;
    };
  }

  String table() {
    return table;
  }

  /**
   * Texts are compared by their bytes: equal keys are what matters, and it is many times quicker
   * than a language's order.
   */
  String columns() {
    String origin =
        switch (this) {
          case ENROLMENT -> ", line bigint";
          case SCHOOL, TERM, COURSE, TEACHER, STAFF, STUDENT, SECTION, UNREAD ->
              ", file text, line bigint";
        };
    return (columns + origin).replaceAll("text(?=,|$)", "text collate \"C\"");
  }

  /**
   * Counts and keys are what plans are made from; statistics over names and JSON would take longer
   * than the statements they serve.
   */
  String analyze() {
    String keys =
        switch (this) {
          case UNREAD -> "kind, scope, a";
          case ENROLMENT -> "section, student";
          case SCHOOL, TERM, COURSE, TEACHER, STAFF, STUDENT, SECTION -> "source_id";
        };
    return "analyze %s (%s)".formatted(table, keys);
  }

  String copy() {
    return "copy " + table + " from stdin";
  }
}
