package org.rollbook.sync.planning;

/**
 * The source's side of every class, and the journal's open questions, each query ordered by
 * section. {@code %s} takes a further condition on {@code section_id}. They read the registry's
 * views and no table of it.
 */
final class ClassQueries {
  static final String SECTIONS =
      """
      select section_id, source_id, name, school_id, primary_teacher_id
      from shared_section
      where district_id = ? %s
      order by section_id
      """;

  static final String TEACHERS =
      """
      select s.section_id, t.person_id, m.account_id, m.reason
      from shared_section s
      cross join lateral unnest(array_remove(array[s.primary_teacher_id], null)
        || s.co_teacher_ids) with ordinality as t (person_id, place)
      left join account_match m on m.district_id = s.district_id and m.connection_id = ?
        and m.person_id = t.person_id
      where s.district_id = ? %s
      order by s.section_id, t.place
      """;

  static final String STUDENTS =
      """
      select e.section_id, e.student_id, m.account_id, m.reason
      from shared_enrolment e
      left join account_match m on m.district_id = e.district_id and m.connection_id = ?
        and m.person_id = e.student_id
      where e.district_id = ? %s
      order by e.section_id, e.student_id
      """;

  /** What never got an answer, with the class as its run knew it: there may be no other trace. */
  static final String UNANSWERED =
      """
      select section_id, o.kind, o.account_id, o.person_id, o.former, o.wanted, o.reason,
        c.school_id, c.address, c.target_class, c.name, r.started_at
      from run_operation o
      join run_class c using (district_id, run_id, section_id)
      join run r on r.district_id = o.district_id and r.id = o.run_id and r.connection_id = ?
      where o.district_id = ? and o.state = 7 %s
      order by section_id, o.run_id, o.number
      """;

  private ClassQueries() {}
}
