package org.rollbook.sync.accounts;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The people whose account has to be found, in the temporary table {@code person_to_match} of the
 * transaction. Staff are left out: they are in no class, and a teacher who also has a staff row is
 * one person with one address.
 */
final class PeopleToMatch {
  /**
   * Who left since the last matching. An array, since a join might read everybody up to the last.
   */
  private static final String GONE =
      """
      array(
        select c.person_id from person_changed c
        where not exists (select 1 from shared_person p
                          where p.district_id = :district and p.person_id = c.person_id
                          offset 0))
      """;

  private final JdbcClient jdbc;
  private final MatchScope scope;
  private boolean everybody;

  PeopleToMatch(JdbcClient jdbc, MatchScope scope) {
    this.jdbc = jdbc;
    this.scope = scope;
    jdbc.sql(
            """
            create temporary table if not exists person_to_match
              (person_id bigint primary key, email text, changed boolean not null default false)
              on commit delete rows
            """)
        .update();
    jdbc.sql(
            """
            create temporary table if not exists person_changed (person_id bigint primary key)
              on commit delete rows
            """)
        .update();
    jdbc.sql("delete from person_to_match").update();
    jdbc.sql("delete from person_changed").update();
  }

  /** Takes everybody. */
  void takeEverybody() {
    everybody = true;
    scope
        .bind(
            jdbc.sql(
                """
                insert into person_to_match (person_id, email)
                select person_id, lower(email) from shared_person
                where district_id = :district and kind <> 'staff' and :connection > 0
                on conflict do nothing
                """))
        .update();
    jdbc.sql("analyze person_to_match").update();
  }

  /**
   * Takes people whose record changed between two events, people who wait, and everybody who has
   * the address of one of these: whether two people share an address is seen from both.
   *
   * @return whether there is anybody
   */
  boolean takeChangedAndWaiting(long event, long lastEvent) {
    // Without an event nobody changed: most days most districts, and not worth a look at everybody.
    int changed = event == lastEvent ? 0 : takeChanged(event);
    int waiting =
        scope
            .bind(
                jdbc.sql(
                    """
                    insert into person_to_match (person_id, email)
                    select person_id, email from account_match
                    where district_id = :district and connection_id = :connection
                      and reason is not null
                    on conflict do nothing
                    """))
            .update();
    if (changed > 0) {
      takeSharersOfAnAddress();
    }
    leaveOutTheGone();
    return changed + waiting > 0;
  }

  /**
   * The view of all people is asked for one person at a time ({@code offset 0} keeps PostgreSQL
   * from reading all of them to find a few): what this costs follows what changed.
   */
  private int takeChanged(long event) {
    noteChanged(event);
    return scope
        .bind(
            jdbc.sql(
                """
                insert into person_to_match (person_id, email, changed)
                select p.person_id, lower(p.email), true
                from person_changed c cross join lateral (
                  select person_id, email from shared_person
                  where district_id = :district and person_id = c.person_id
                    and kind <> 'staff' and :connection > 0
                  offset 0) p
                on conflict do nothing
                """))
        .update();
  }

  private void noteChanged(long event) {
    scope
        .bind(
            jdbc.sql(
                """
                insert into person_changed (person_id)
                select distinct person_id from person_change
                where district_id = :district and seq > :event and :connection > 0
                """))
        .param("event", event)
        .update();
    jdbc.sql("analyze person_changed").update();
  }

  private void leaveOutTheGone() {
    scope
        .bind(
            jdbc.sql(
                """
                delete from person_to_match
                where :connection > 0 and person_id = any (%s)
                """
                    .formatted(GONE)))
        .update();
  }

  /**
   * Forgets the accounts of people who are gone: they are free for others. Apart from taking
   * people, since it locks what it deletes, and nobody may have to wait while the target is asked.
   */
  void forgetTheGone() {
    if (everybody) {
      forgetAllTheGone();
      return;
    }
    scope
        .bind(
            jdbc.sql(
                """
                delete from account_match m
                where m.district_id = :district and m.connection_id = :connection
                  and m.person_id = any (%s)
                """
                    .formatted(GONE)))
        .update();
  }

  private void forgetAllTheGone() {
    scope
        .bind(
            jdbc.sql(
                """
                delete from account_match m
                where m.district_id = :district and m.connection_id = :connection
                  and not exists (select 1 from shared_person p
                                  where p.district_id = :district and p.person_id = m.person_id)
                """))
        .update();
  }

  private void takeSharersOfAnAddress() {
    scope
        .bind(
            jdbc.sql(
                """
                insert into person_to_match (person_id, email)
                select sharer.person_id, sharer.email
                from (select distinct email from person_to_match where email is not null) a
                cross join lateral (
                  select m.person_id, m.email from account_match m
                  where m.district_id = :district and m.connection_id = :connection
                    and m.email = a.email
                  offset 0) sharer
                on conflict do nothing
                """))
        .update();
  }

  /**
   * Addresses that exactly one person has; for the others no account would be used anyway (G2). An
   * address that several people have only now is asked for once: its account may be somebody's
   * already, through another address of it, who then shares it with them.
   */
  List<String> addressesToAskFor() {
    return jdbc.sql(
            """
            select email from person_to_match where email is not null
            group by email having count(*) = 1 or bool_or(changed) order by email
            """)
        .query(String.class)
        .list();
  }

  /** How many people have been matched so far: about as many accounts as the directory has. */
  long known() {
    return scope
        .bind(
            jdbc.sql(
                """
                select count(*) from account_match
                where district_id = :district and connection_id = :connection
                """))
        .query(Long.class)
        .single();
  }
}
