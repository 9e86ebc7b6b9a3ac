package org.rollbook.sync.accounts;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Decides the match of everybody in {@code person_to_match} by {@code account_found}, writes what
 * differs, and marks the classes of these people for the next plan.
 */
final class MatchWriting {
  /**
   * An account is usable by one person only. Two people with one address, or with two addresses of
   * one account, have none (G2), whether both are asked about now or one was matched before. Nor
   * has anybody whose address the directory showed at several accounts, as it does when an alias
   * moves while it is read: until it is asked again, each of them counts as that person's. An
   * account once matched stays noted while there is no usable one (G3) and nobody else has it: from
   * then on its seats are the other's.
   */
  private static final String DECIDE =
      """
      create temporary table match_decided on commit drop as
      with shown as (
        select p.person_id, p.email, f.account_id, bool_or(f.suspended) as suspended
        from person_to_match p left join account_found f on f.email = p.email
        group by p.person_id, p.email, f.account_id
      ), candidate as (
        select s.*,
               count(*) over (partition by s.person_id) as accounts,
               count(*) over (partition by s.email, s.account_id) as with_address,
               count(s.account_id) over (partition by s.account_id) as with_account
        from shown s
      ), judged as (
        select distinct on (c.person_id) c.person_id, c.email, c.account_id, m.account_id as former,
               case when c.email is null then 'NO_EMAIL'
                    when c.with_address > 1 then 'SHARED_EMAIL'
                    when c.account_id is null then 'NO_ACCOUNT'
                    when c.accounts > 1 then 'SEVERAL_ACCOUNTS'
                    when c.with_account > 1 or other.person_id is not null then 'SHARED_EMAIL'
                    when c.suspended then 'SUSPENDED'
               end as reason
        from candidate c
        left join account_match m on m.district_id = :district
          and m.connection_id = :connection and m.person_id = c.person_id
        left join lateral (
          select o.person_id from account_match o
          where o.district_id = :district and o.connection_id = :connection
            and o.account_id = c.account_id and o.reason is null and o.person_id <> c.person_id
            and not exists (select 1 from person_to_match p where p.person_id = o.person_id)
          limit 1) other on true
        order by c.person_id, c.account_id
      ), noted as (
        select j.*,
               case when j.former in (select account_id from judged where reason is null)
                      or exists (
                        select 1 from account_match o
                        where o.district_id = :district and o.connection_id = :connection
                          and o.account_id = j.former and o.reason is null
                          and not exists (select 1 from person_to_match p
                                          where p.person_id = o.person_id))
                    then null else j.former end as still
        from judged j where j.reason is not null
      )
      select person_id, email, reason, account_id from judged where reason is null
      union all
      select person_id, email, reason,
             case when reason = 'SUSPENDED' then coalesce(still, account_id) else still end
      from noted
      """;

  /** From so many written rows on the database's idea of the table is taken anew. */
  private static final int WORTH_ANALYZING = 1_000;

  private final JdbcClient jdbc;
  private final MatchScope scope;

  MatchWriting(JdbcClient jdbc, MatchScope scope) {
    this.jdbc = jdbc;
    this.scope = scope;
  }

  /**
   * @param mark whether the classes of people whose match changed are to be marked; not at the
   *     first matching, since no plan can have been made before it. A later one may find a plan
   *     waiting or under way that was made from the former matches
   */
  void write(boolean mark) {
    jdbc.sql("create index if not exists account_found_address on account_found (email)").update();
    scope.bind(jdbc.sql(DECIDE)).update();
    alsoTheOthersWithTheAccount();
    if (mark) {
      markClasses();
    }
    if (writeDifferences() >= WORTH_ANALYZING) {
      // The plan that follows joins everybody's match: without statistics, in nested loops.
      jdbc.sql("analyze account_match (district_id, connection_id, person_id, account_id, reason)")
          .update();
    }
  }

  private int writeDifferences() {
    return scope
        .bind(
            jdbc.sql(
                """
                insert into account_match as m
                  (district_id, connection_id, person_id, email, account_id, reason)
                select :district, :connection, person_id, email, account_id, reason
                from match_decided
                on conflict (district_id, connection_id, person_id) do update
                set email = excluded.email, account_id = excluded.account_id,
                    reason = excluded.reason
                where (m.email, m.account_id, m.reason)
                  is distinct from (excluded.email, excluded.account_id, excluded.reason)
                """))
        .update();
  }

  private void alsoTheOthersWithTheAccount() {
    scope
        .bind(
            jdbc.sql(
                """
                insert into match_decided (person_id, email, reason, account_id)
                select o.person_id, o.email, 'SHARED_EMAIL', o.account_id
                from account_match o
                where o.district_id = :district and o.connection_id = :connection
                  and o.reason is null
                  and not exists (select 1 from match_decided d where d.person_id = o.person_id)
                  and o.account_id in (
                    select f.account_id from match_decided d join account_found f on f.email = d.email
                    where d.reason in ('SHARED_EMAIL', 'SEVERAL_ACCOUNTS'))
                """))
        .update();
  }

  private void markClasses() {
    scope
        .bind(
            jdbc.sql(
                """
                with changed as (
                  select d.person_id from match_decided d
                  left join account_match m on m.district_id = :district
                    and m.connection_id = :connection and m.person_id = d.person_id
                  where (m.account_id, m.reason) is distinct from (d.account_id, d.reason)
                )
                insert into pending_class (district_id, connection_id, section_id)
                select :district, :connection, section_id from shared_enrolment
                where district_id = :district and student_id in (select person_id from changed)
                union
                select :district, :connection, s.section_id from shared_section s
                cross join lateral
                  unnest(array_append(s.co_teacher_ids, s.primary_teacher_id)) t(person_id)
                where s.district_id = :district
                  and t.person_id in (select person_id from changed)
                on conflict (district_id, connection_id, section_id)
                do update set mark = nextval('pending_mark')
                """))
        .update();
  }
}
