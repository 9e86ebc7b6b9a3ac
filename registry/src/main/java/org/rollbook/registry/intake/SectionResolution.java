package org.rollbook.registry.intake;

import org.rollbook.core.roster.RecordKind;

/** Turns the source ids that a section names into the ids of what they stand for. */
final class SectionResolution {
  private final Statements sql;
  private final StagedSnapshot staged;
  private final RowCounts counts;

  SectionResolution(Statements sql, StagedSnapshot staged, RowCounts counts) {
    this.sql = sql;
    this.staged = staged;
    this.counts = counts;
  }

  /** Makes {@code merged_section}. */
  void merge() {
    rejectRowsWithoutSchool();
    long first =
        sql.tables()
            .fill(
                "first_section",
                """
                select distinct on (source_id) * from raw_section order by source_id, n
                """);
    sql.run("analyze first_section (n, source_id, school)");
    if (first < sql.count("select count(*) from raw_section")) {
      rejectContradictions();
    }
    resolveReferences();
    tellUnknown(RecordKind.TEACHER, "f.primary_teacher", "m.primary_teacher_id");
    tellUnknown(RecordKind.COURSE, "f.course", "m.course_id");
    tellUnknown(RecordKind.TERM, "f.term", "m.term_id");
    tellUnknownCoTeachers();
    sql.tables().forget("first_section");
  }

  private void rejectRowsWithoutSchool() {
    long schoolless =
        sql.tables()
            .fill(
                "schoolless_section",
                """
                select n from raw_section r
                where not exists (select from {known} s where s.source_id = r.school)
                """,
                "known",
                RosterTable.SCHOOL.known());
    if (schoolless > 0) {
      long rejected =
          sql.find(
              staged.findings(),
              "UNKNOWN_SCHOOL",
              """
              select r.file, r.line, {column} as column_name,
                     'The school ' || r.school || ' of section ' || r.source_id ||
                     ' is not among the schools; this row was left out.' as message
              from raw_section r where n in (select n from schoolless_section)
              """,
              "column",
              staged.column(RecordKind.SECTION, RecordKind.SCHOOL));
      counts.rejected(RecordKind.SECTION, rejected);
      sql.run(
          """
          insert into unread select 'SECTION', 'one', source_id, '', file, line from raw_section
          where n in (select n from schoolless_section)
          """);
      sql.run("delete from raw_section where n in (select n from schoolless_section)");
    }
  }

  private void rejectContradictions() {
    String values = "school, name, primary_teacher, co_teachers, course, term, attributes";
    long rejected =
        sql.find(
            staged.findings(),
            "CONTRADICTING_ROW",
            """
            select r.file, r.line, '' as column_name,
                   'The section ' || r.source_id || ' is already in line ' || f.line ||
                   ' with other values; this row was left out.' as message
            from raw_section r join first_section f on f.source_id = r.source_id
            where r.n <> f.n and ({later}) is distinct from ({first})
            """,
            "later",
            "r." + values.replace(", ", ", r."),
            "first",
            "f." + values.replace(", ", ", f."));
    counts.rejected(RecordKind.SECTION, rejected);
  }

  private void resolveReferences() {
    sql.tables()
        .fill(
            "merged_section",
            """
            select f.n, f.source_id, s.id as school_id, f.name, t.id as primary_teacher_id,
                   coalesce(co.ids, '{}') as co_teacher_ids, c.id as course_id, e.id as term_id,
                   f.attributes, f.file, f.line
            from first_section f
            join {schools} s on s.source_id = f.school
            left join {teachers} t on t.source_id = f.primary_teacher
            left join {courses} c on c.source_id = f.course
            left join {terms} e on e.source_id = f.term
            left join
              (select g.n, array_agg(t.id order by u.place) as ids
               from first_section g
               cross join unnest(g.co_teachers) with ordinality u(key, place)
               join {teachers} t on t.source_id = u.key
               group by 1) co on co.n = f.n
            """,
            "schools",
            RosterTable.SCHOOL.known(),
            "teachers",
            RosterTable.TEACHER.known(),
            "courses",
            RosterTable.COURSE.known(),
            "terms",
            RosterTable.TERM.known());
  }

  private void tellUnknown(RecordKind what, String named, String found) {
    sql.find(
        staged.findings(),
        "UNKNOWN_" + what.name(),
        """
        select f.file, f.line, {column} as column_name,
               'The {what} ' || {named} || ' of section ' || f.source_id ||
               ' is not known; the section was taken without.' as message
        from first_section f join merged_section m on m.n = f.n
        where {named} is not null and {found} is null
        """,
        "what",
        what.name().toLowerCase(java.util.Locale.ROOT),
        "named",
        named,
        "found",
        found,
        "column",
        staged.column(RecordKind.SECTION, what));
  }

  private void tellUnknownCoTeachers() {
    sql.find(
        staged.findings(),
        "UNKNOWN_TEACHER",
        """
        select f.file, f.line, '' as column_name,
               'The co-teacher ' || u.key || ' of section ' || f.source_id ||
               ' is not known; the section was taken without.' as message
        from first_section f cross join unnest(f.co_teachers) u(key)
        where not exists (select from {teachers} t where t.source_id = u.key)
        """,
        "teachers",
        RosterTable.TEACHER.known());
  }
}
