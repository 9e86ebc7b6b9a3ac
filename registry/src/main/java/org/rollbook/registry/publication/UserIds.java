package org.rollbook.registry.publication;

/**
 * Says as which user each teacher and staff record appears: one of each with the same e-mail are
 * one person, as Clever merges them. Ids stay as long as that allows (H8).
 *
 * <p>All adults of the district are looked at, for one new e-mail can part two and join two others;
 * so this runs only when one came, went or has another e-mail.
 */
final class UserIds {
  private final DistrictSql sql;

  UserIds(DistrictSql sql) {
    this.sql = sql;
  }

  /** Makes {@code user_change} and brings {@code adult} up to it. */
  void settle() {
    if (!sql.query(
            "select exists (select from touched where identity and kind in ('teacher', 'staff'))")
        .query(Boolean.class)
        .single()) {
      return;
    }
    sql.run(
        """
        insert into user_change
        with live as (
          select id, email, true as teacher from teacher
          where district_id = :district and deleted_event is null
          union all
          select id, email, false from staff
          where district_id = :district and deleted_event is null),
        -- Two teachers with one e-mail stay two: nobody can say which of them the staff record is.
        pair as (
          select unnest(array_agg(id)) as id, min(id) as person from live where email is not null
          group by email
          having count(*) = 2 and count(*) filter (where teacher) = 1),
        grouped as (
          select l.id, coalesce(p.person, l.id) as person from live l left join pair p using (id)),
        -- An id that is another living person's own is theirs, whoever had it while they were away.
        wanted as (
          select g.id, g.person,
                 case when owner.person <> g.person then g.id
                      else coalesce(a.user_id, g.id) end as user_id
          from grouped g
          left join adult a on a.district_id = :district and a.record_id = g.id
          left join grouped owner on owner.id = a.user_id),
        claim as (select person, min(user_id) as user_id from wanted group by person),
        settled as (
          select person,
                 case when row_number() over (partition by user_id order by person) = 1
                      then user_id else person end as user_id
          from claim)
        select g.id, a.user_id, s.user_id
        from grouped g
        join settled s using (person)
        left join adult a on a.district_id = :district and a.record_id = g.id
        where a.user_id is distinct from s.user_id
        """);
    long settled =
        sql.run(
            """
            insert into adult (district_id, record_id, user_id)
            select :district, record_id, after from user_change
            on conflict (district_id, record_id) do update set user_id = excluded.user_id
            """);
    sql.refreshStatistics("adult", "", settled);
  }
}
