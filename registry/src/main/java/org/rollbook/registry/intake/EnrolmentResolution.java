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
   */
  void resolve() {
    long resolved =
        sql.run(
            """
            create temporary table new_enrolment on commit drop as
            select distinct on (s.id, t.id) s.id as section_id, t.id as student_id, r.line
            from raw_enrolment r
            join {sections} s on s.source_id = r.section
            join {students} t on t.source_id = r.student
            order by s.id, t.id, r.line
            """,
            "sections",
            RosterTable.SECTION.known(),
            "students",
            RosterTable.STUDENT.known());
    if (resolved < staged.rows(StagingTable.ENROLMENT)) {
      reject();
    }
    compare();
  }

  private void reject() {
    long rejected =
        tell(
                "UNKNOWN_SECTION",
                "'The section ' || r.section || ' is not among the sections",
                "s.id is null")
            + tell(
                "UNKNOWN_STUDENT",
                "'The student ' || r.student || ' is not among the students",
                "s.id is not null and t.id is null");
    counts.rejected(RecordKind.ENROLMENT, rejected);
  }

  private long tell(String code, String message, String condition) {
    return sql.find(
        staged.findings(),
        code,
        """
        select '%s' as file, r.line, '' as column_name,
               {message}; this enrollment was left out.' as message
        from raw_enrolment r
        left join {sections} s on s.source_id = r.section
        left join {students} t on t.source_id = r.student
        where {condition}
        """
            .formatted(staged.enrolmentFile().replace("'", "''")),
        "message",
        message,
        "condition",
        condition,
        "sections",
        RosterTable.SECTION.known(),
        "students",
        RosterTable.STUDENT.known());
  }

  private void compare() {
    if (sql.count(
            "select count(*) from (select from enrolment where district_id = {district} limit 1) e")
        == 0) {
      sql.run("alter table new_enrolment add column comes boolean not null default true");
      sql.run("alter table new_enrolment rename to enrolment_change");
      return;
    }
    sql.run("analyze new_enrolment (section_id, student_id)");
    sql.run(
        """
        create temporary table enrolment_change on commit drop as
        select coalesce(n.section_id, o.section_id) as section_id,
               coalesce(n.student_id, o.student_id) as student_id, n.line,
               n.section_id is not null as comes
        from (select section_id, student_id from enrolment where district_id = {district}) o
        full join new_enrolment n
          on n.section_id = o.section_id and n.student_id = o.student_id
        where n.section_id is null or o.section_id is null
        """);
    if (sql.count("select count(*) from unread where kind = 'ENROLMENT'") > 0) {
      keepUnread();
    }
    sql.run("analyze enrolment_change (section_id, student_id, comes)");
  }

  /** What an unread row covers stays, as long as its section and its student do (H3). */
  private void keepUnread() {
    sql.run(
        """
        delete from enrolment_change c
        using section s, student t
        where not c.comes
          and s.district_id = {district} and s.id = c.section_id
          and t.district_id = {district} and t.id = c.student_id
          and s.id not in (select id from gone_section)
          and t.id not in (select id from gone_student)
          and ((s.source_id, t.source_id) in
                 (select a, b from unread where kind = 'ENROLMENT' and scope = 'one')
               or s.source_id in
                 (select a from unread where kind = 'ENROLMENT' and scope = 'section')
               or s.school_id in
                 (select x.id from school x join unread u on u.a = x.source_id
                  where x.district_id = {district}
                    and u.kind = 'ENROLMENT' and u.scope = 'school')
               or exists (select from unread where kind = 'ENROLMENT' and scope = 'whole'))
        """);
  }
}
