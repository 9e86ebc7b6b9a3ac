package org.rollbook.registry.intake;

import org.rollbook.core.roster.RecordKind;

/**
 * Resolves enrolments and finds those that come and go. A district has ten times as many as of all
 * else, so that each is looked at as few times as can be.
 */
final class EnrolmentResolution {
  private final Statements sql;
  private final StagedSnapshot staged;
  private final RowCounts counts;

  EnrolmentResolution(Statements sql, StagedSnapshot staged, RowCounts counts) {
    this.sql = sql;
    this.staged = staged;
    this.counts = counts;
  }

  /**
   * Makes {@code enrolment_change}: section, student, whether it comes, line. In the order of the
   * table's key, so that writing it touches each page once.
   *
   * @return how many stay as they were though no row brings them
   */
  long resolve() {
    boolean first = noneYet();
    long resolved = first ? takeAll() : takeResolved();
    if (resolved < staged.rows(StagingTable.ENROLMENT)) {
      reject();
    }
    return first ? 0 : compare();
  }

  /** Asked in the order of the key, or the database may look through other districts' rows. */
  private boolean noneYet() {
    return sql.count(
            """
            select count(*) from
              (select from enrolment where district_id = {district}
               order by section_id, student_id limit 1) e
            """)
        == 0;
  }

  /** A district without enrolments: all come, and nothing is to be compared. */
  private long takeAll() {
    return sql.tables()
        .fill(
            "enrolment_change",
            """
            select distinct on (s.id, t.id) s.id as section_id, t.id as student_id, r.line,
                   true as comes
            from raw_enrolment r
            join {sections} s on s.source_id = r.section
            join {students} t on t.source_id = r.student
            order by s.id, t.id, r.line
            """,
            "sections",
            known(RosterTable.SECTION),
            "students",
            known(RosterTable.STUDENT));
  }

  /** Neither sorted nor made unique: of all rows only the few that differ have to be. */
  private long takeResolved() {
    return sql.tables()
        .fill(
            "resolved_enrolment",
            """
            select s.id as section_id, t.id as student_id, r.line
            from raw_enrolment r
            join {sections} s on s.source_id = r.section
            join {students} t on t.source_id = r.student
            """,
            "sections",
            known(RosterTable.SECTION),
            "students",
            known(RosterTable.STUDENT));
  }

  /**
   * As {@link RosterTable#known}, but mostly without the union, whose statistics the database does
   * not know: it would hash the million rows instead of the thousands. Only speed depends on it.
   */
  private String known(RosterTable table) {
    return sql.count("select count(*) from kept where kind = '%s'".formatted(table.kind())) == 0
        ? "new_" + table.table()
        : table.known();
  }

  private void reject() {
    long rejected =
        tell(
                RecordKind.SECTION,
                "'The section ' || r.section || ' is not among the sections",
                "s.id is null")
            + tell(
                RecordKind.STUDENT,
                "'The student ' || r.student || ' is not among the students",
                "s.id is not null and t.id is null");
    counts.rejected(RecordKind.ENROLMENT, rejected);
  }

  private long tell(RecordKind unknown, String message, String condition) {
    return sql.find(
        staged.findings(),
        "UNKNOWN_" + unknown.name(),
        """
        select {file} as file, r.line, {column} as column_name,
               {message}; this enrollment was left out.' as message
        from raw_enrolment r
        left join {sections} s on s.source_id = r.section
        left join {students} t on t.source_id = r.student
        where {condition}
        """,
        "message",
        message,
        "condition",
        condition,
        "sections",
        RosterTable.SECTION.known(),
        "students",
        RosterTable.STUDENT.known(),
        "file",
        Statements.literal(staged.enrolmentFile()),
        "column",
        staged.column(RecordKind.ENROLMENT, unknown));
  }

  /** As {@link #resolve}. */
  private long compare() {
    sql.tables()
        .fill(
            "enrolment_change",
            """
            select distinct on (section_id, student_id) *
            from (select coalesce(n.section_id, o.section_id) as section_id,
                         coalesce(n.student_id, o.student_id) as student_id, n.line,
                         n.section_id is not null as comes
                  from (select section_id, student_id from enrolment where district_id = {district}) o
                  full join resolved_enrolment n
                    on n.section_id = o.section_id and n.student_id = o.student_id
                  where n.section_id is null or o.section_id is null) c
            order by section_id, student_id, line
            """);
    boolean unread = sql.count("select count(*) from unread where kind = 'ENROLMENT'") > 0;
    long kept = unread ? keepUnread() : 0;
    sql.run("analyze enrolment_change (section_id, student_id, comes)");
    return kept;
  }

  /**
   * What an unread row covers stays, as long as its section and its student do (H3). A school
   * covers the sections that are there by this snapshot: by the former one, the same snapshot taken
   * again would find that a section which moved is not covered any more.
   */
  private long keepUnread() {
    return sql.run(
        """
        delete from enrolment_change c
        using section s left join new_section n on n.id = s.id, student t
        where not c.comes
          and s.district_id = {district} and s.id = c.section_id
          and t.district_id = {district} and t.id = c.student_id
          and s.id not in (select id from gone)
          and t.id not in (select id from gone)
          and ((s.source_id, t.source_id) in
                 (select a, b from unread where kind = 'ENROLMENT' and scope = 'one')
               or s.source_id in
                 (select a from unread where kind = 'ENROLMENT' and scope = 'section')
               or coalesce(n.school_id, s.school_id) in
                 (select x.id from school x join unread u on u.a = x.source_id
                  where x.district_id = {district}
                    and u.kind = 'ENROLMENT' and u.scope = 'school')
               or exists (select from unread where kind = 'ENROLMENT' and scope = 'whole'))
        """);
  }
}
