package org.rollbook.registry.publication;

/**
 * Finds the published objects that may have changed: those of touched records, and those that say
 * something of a touched one. What a publication costs follows from how many there are.
 */
final class Candidates {
  private final DistrictSql sql;

  Candidates(DistrictSql sql) {
    this.sql = sql;
  }

  /** What events after {@code published} are about. */
  void touchedSince(long published) {
    sql.run(
        """
        insert into touched
        select kind, record_id,
               bool_or(operation <> 'updated' or previous -> 'email' is not null),
               bool_or(operation <> 'updated' or previous -> 'contacts' is not null)
        from event where district_id = :district and seq > :published
        group by kind, record_id
        """,
        "published",
        published);
    collect();
  }

  /** Every record that there is or was: for the first time, or when events are no longer kept. */
  void everything() {
    for (String kind :
        new String[] {"school", "term", "course", "teacher", "staff", "student", "section"}) {
      sql.run(
          "insert into touched select '%1$s', id, true, true from %1$s where district_id = :district"
              .formatted(kind));
    }
    sql.run(
        "insert into candidate select kind, id from shared_object where district_id = :district");
    collect();
  }

  private void collect() {
    sql.run("analyze touched");
    new UserIds(sql).settle();
    new ContactIdentities(sql).settle();
    ofTouchedRecords();
    sectionsOfChangedUsers();
    peopleAtSeveralSchools();
    sql.run("analyze candidate");
  }

  private void ofTouchedRecords() {
    sql.run(
        """
        insert into candidate
        select 0::smallint, record_id from district where id = :district
        union
        select k.kind, t.id
        from touched t
        join (values ('school', 1::smallint), ('term', 2), ('course', 3), ('student', 5),
                     ('section', 7)) k(word, kind) on k.word = t.kind
        union
        select 4, a.user_id
        from touched t join adult a on a.district_id = :district and a.record_id = t.id
        where t.kind in ('teacher', 'staff')
        union
        select 4, u.id from user_change c cross join unnest(array[c.before, c.after]) u(id)
        where u.id is not null
        on conflict do nothing
        """);
  }

  private void sectionsOfChangedUsers() {
    sql.run(
        """
        insert into candidate
        select distinct 7::smallint, o.id
        from user_change c
        join shared_object o on o.links @> array[c.before]
        where o.district_id = :district and o.kind = 7
        on conflict do nothing
        """);
  }

  /** Their primary school is counted from their sections, which may have come, gone or grown. */
  private void peopleAtSeveralSchools() {
    sql.run(
        """
        insert into candidate
        select distinct 5::smallint, p.id
        from candidate c
        cross join lateral (
          select e.student_id as id from enrolment e
          where e.district_id = :district and e.section_id = c.id
          union
          select unnest(o.links) from shared_object o
          where o.district_id = :district and o.kind = 7 and o.id = c.id) seat
        join student p on p.district_id = :district and p.id = seat.id
        where c.kind = 7 and cardinality(p.school_ids) > 1
        on conflict do nothing
        """);
    sql.run(
        """
        insert into candidate
        select distinct 4::smallint, a.user_id
        from candidate c
        cross join lateral (
          select t.id from section s
          cross join unnest(array_prepend(s.primary_teacher_id, s.co_teacher_ids)) t(id)
          where s.district_id = :district and s.id = c.id
          union
          select b.record_id from shared_object o
          cross join unnest(o.links) l(id)
          join adult b on b.district_id = :district and b.user_id = l.id
          where o.district_id = :district and o.kind = 7 and o.id = c.id) seat
        join teacher p on p.district_id = :district and p.id = seat.id
        join adult a on a.district_id = :district and a.record_id = p.id
        where c.kind = 7 and cardinality(p.school_ids) > 1
        on conflict do nothing
        """);
  }
}
