package org.rollbook.registry.publication;

/**
 * Finds the primary school of candidates who are at several, as Clever does: where most of their
 * sections are, else where these hold more students, else the one that the roster has had first.
 */
final class PrimarySchools {
  private final DistrictSql sql;

  PrimarySchools(DistrictSql sql) {
    this.sql = sql;
  }

  /** Makes {@code home}. */
  void find() {
    findStudents();
    findTeachers();
  }

  private void findStudents() {
    sql.run(
        """
        insert into home
        select distinct on (p.id) p.id, at.school_id
        from candidate c
        join student p on p.district_id = :district and p.id = c.id
        cross join unnest(p.school_ids) with ordinality at(school_id, place)
        cross join lateral (
          select count(*) as sections, sum(z.students) as students
          from enrolment e
          join section s on s.district_id = :district and s.id = e.section_id
          cross join lateral (select count(*) as students from enrolment n
                              where n.district_id = :district and n.section_id = s.id) z
          where e.district_id = :district and e.student_id = p.id
            and s.school_id = at.school_id) there
        where c.kind = 5 and p.deleted_event is null and cardinality(p.school_ids) > 1
        order by p.id, there.sections desc, there.students desc, at.place
        """);
  }

  /**
   * Goes once through the district's sections, and not at all when there is nobody to count for.
   */
  private void findTeachers() {
    sql.run(
        """
        insert into home
        with several as (
          select p.id, p.school_ids
          from candidate c
          join adult a on a.district_id = :district and a.user_id = c.id
          join teacher p on p.district_id = :district and p.id = a.record_id
          where c.kind = 4 and p.deleted_event is null and cardinality(p.school_ids) > 1),
        there as (
          select t.id, s.school_id, count(*) as sections, sum(z.students) as students
          from section s
          cross join unnest(array_prepend(s.primary_teacher_id, s.co_teacher_ids)) t(id)
          join several on several.id = t.id
          cross join lateral (select count(*) as students from enrolment n
                              where n.district_id = :district and n.section_id = s.id) z
          where s.district_id = :district and s.deleted_event is null
          group by t.id, s.school_id)
        select distinct on (p.id) p.id, at.school_id
        from several p
        cross join unnest(p.school_ids) with ordinality at(school_id, place)
        left join there on there.id = p.id and there.school_id = at.school_id
        order by p.id, coalesce(there.sections, 0) desc, there.students desc nulls last, at.place
        """);
  }
}
