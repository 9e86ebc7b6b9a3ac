package org.rollbook.registry.publication;

import java.util.HashMap;
import java.util.List;
import org.rollbook.core.share.Rule.Subject;
import org.rollbook.registry.publication.PublishedShare.NumberedRule;

/**
 * Says who is in one share now and by which rule (H6), of those only for whom it may be otherwise
 * than before. Sections are settled first, then the people whom they bring, then what these bring:
 * each step looks at what the former has settled.
 */
final class Membership {
  private final DistrictSql sql;
  private final PublishedShare share;
  private final MemberCandidates candidates;

  Membership(DistrictSql sql, PublishedShare share) {
    this.sql = sql;
    this.share = share;
    this.candidates = new MemberCandidates(sql, share);
  }

  /**
   * Adds to {@code member_change} and brings {@code share_member} up to it.
   *
   * @param everybody whether all are looked at
   */
  void settle(boolean everybody) {
    run("truncate member_candidate");
    if (everybody) {
      candidates.everybody();
    } else {
      candidates.ofChangedObjects();
    }
    settleSections();
    settlePeople(everybody);
    settleContacts();
    settlePlaces();
  }

  private void settleSections() {
    run("truncate brought");
    select(Subject.SECTION);
    apply(Subject.SECTION);
    settle("7");
    candidates.peopleOfChangedSections();
  }

  private void settlePeople(boolean everybody) {
    run("truncate brought");
    for (Subject subject : List.of(Subject.STUDENT, Subject.TEACHER, Subject.STAFF)) {
      select(subject);
    }
    bringStudentsOfSections();
    bringTeachersOfSections(everybody ? ALL_SEATS : SEATS_OF_CANDIDATES);
    for (Subject subject : List.of(Subject.STUDENT, Subject.TEACHER, Subject.STAFF)) {
      apply(subject);
    }
    settle("4, 5");
    candidates.contactsOfChangedStudents();
    candidates.placesOfChangedMembers();
  }

  /** Brings what the selection itself names. */
  private void select(Subject subject) {
    String named =
        switch (share.selection()) {
          case "all" -> "q.kind = 'all'";
          case "schools" ->
              """
              q.kind = 'school' and q.text in (
                select 'school ' || s.source_id from school s
                where s.district_id = :district and s.id = any(%s))
              """
                  .formatted(SubjectRows.schools(subject));
          case "sections" ->
              subject == Subject.SECTION
                  ? "q.kind = 'section' and q.text = 'section ' || r.source_id"
                  : "false";
          default -> "false";
        };
    run(
        """
        insert into brought
        select c.kind, c.id, r.id, q.number
        from %s
        join share_rule q on q.district_id = :district and q.app_id = :app and %s
        """
            .formatted(
                SubjectRows.candidates(subject),
                subject == Subject.STAFF ? "q.kind = 'staff'" : named));
  }

  /** Brings what rules name, then takes out what exceptions name. */
  private void apply(Subject subject) {
    for (boolean except : new boolean[] {false, true}) {
      for (NumberedRule rule : share.rules()) {
        if (rule.except() == except && rule.rule().about() == subject) {
          apply(rule);
        }
      }
    }
  }

  private void apply(NumberedRule numbered) {
    var parameters = new HashMap<String, Object>();
    parameters.put("app", share.app());
    parameters.put("number", numbered.number());
    Subject subject = numbered.rule().about();
    String fulfils = SubjectRows.fulfils(numbered.rule(), parameters);
    String statement =
        numbered.except()
            ? "delete from brought b using %s where b.record = r.id and %s"
            : "insert into brought select c.kind, c.id, r.id, :number from %s where %s";
    sql.run(statement.formatted(SubjectRows.candidates(subject), fulfils), parameters);
  }

  private void bringStudentsOfSections() {
    run(
        """
        insert into brought
        select c.kind, c.id, c.id, min(m.rule)
        from member_candidate c
        join enrolment e on e.district_id = :district and e.student_id = c.id
        join share_member m on m.district_id = :district and m.app_id = :app
          and m.kind = 7 and m.id = e.section_id
        where c.kind = 5
        group by c.kind, c.id
        """);
  }

  /** Looks up each candidate's sections. */
  private static final String SEATS_OF_CANDIDATES =
      """
      select c.id as person, o.id as section
      from member_candidate c
      join shared_object o on o.links @> array[c.id] and o.district_id = :district and o.kind = 7
      where c.kind = 4\
      """;

  /** Goes through all sections once: much less than a look for each of all teachers. */
  private static final String ALL_SEATS =
      """
      select l.id as person, o.id as section
      from shared_object o cross join unnest(o.links) l(id)
      where o.district_id = :district and o.kind = 7\
      """;

  /** Seats come first, whatever the planner thinks of tables that it has not looked at yet. */
  private void bringTeachersOfSections(String seats) {
    run(
        """
        with seat as materialized (%s)
        insert into brought
        select c.kind, c.id, t.id, min(m.rule)
        from seat
        join member_candidate c on c.kind = 4 and c.id = seat.person
        join adult a on a.district_id = :district and a.user_id = c.id
        join teacher t on t.district_id = :district and t.id = a.record_id
          and t.deleted_event is null
        join share_member m on m.district_id = :district and m.app_id = :app
          and m.kind = 7 and m.id = seat.section
        group by c.kind, c.id, t.id
        """
            .formatted(seats));
  }

  private void settleContacts() {
    run("truncate brought");
    if (share.contacts()) {
      run(
          """
          insert into brought
          select c.kind, c.id, c.id, min(m.rule)
          from member_candidate c
          join contact_of_student k on k.district_id = :district and k.contact_id = c.id
          join share_member m on m.district_id = :district and m.app_id = :app
            and m.kind = 5 and m.id = k.student_id
          where c.kind = 6
          group by c.kind, c.id
          """);
    }
    settle("6");
  }

  /** Schools, terms, courses and the district: named themselves, or by what is in the share. */
  private void settlePlaces() {
    run("truncate brought");
    run(
        """
        insert into brought
        select c.kind, c.id, c.id, q.number
        from member_candidate c
        join shared_object o on o.district_id = :district and o.kind = c.kind and o.id = c.id
        left join school s on s.district_id = :district and s.id = c.id and c.kind = 1
        join share_rule q on q.district_id = :district and q.app_id = :app and (
          (c.kind = 0 and q.number = 1)
          or (c.kind in (1, 2, 3) and q.kind = 'all')
          or (q.kind = 'school' and q.text = 'school ' || s.source_id))
        where c.kind in (0, 1, 2, 3)
        """);
    // Nothing comes before the rule that brings everything.
    if (!share.selection().equals("all")) {
      run(
          """
          insert into brought
          select c.kind, c.id, c.id, named.rule
          from member_candidate c
          cross join lateral (
            select min((select m.rule from share_member m
                        where m.district_id = :district and m.app_id = :app
                          and m.kind = o.kind and m.id = o.id)) as rule
            from shared_object o
            where o.links @> array[c.id] and o.district_id = :district
              and o.kind in (4, 5, 7)) named
          where c.kind in (1, 2, 3) and named.rule is not null
          """);
    }
    settle("0, 1, 2, 3");
  }

  /** Compares who was brought with who was there, and writes the difference. */
  private void settle(String kinds) {
    long changed =
        run(
            """
            insert into member_change
            select :app, c.kind, c.id, m.rule, b.rule
            from member_candidate c
            left join (select kind, id, min(rule) as rule from brought group by kind, id) b
              on b.kind = c.kind and b.id = c.id
            left join share_member m on m.district_id = :district and m.app_id = :app
              and m.kind = c.kind and m.id = c.id
            where c.kind in (%s) and m.rule is distinct from b.rule
            """
                .formatted(kinds));
    if (changed > 0) {
      sql.refreshStatistics("member_change", changed);
      write(kinds);
      sql.refreshStatistics("share_member", changed);
    }
  }

  private void write(String kinds) {
    run(
        """
        delete from share_member m using member_change c
        where c.app_id = :app and c.kind in (%s) and c.after is null
          and m.district_id = :district and m.app_id = :app and m.kind = c.kind and m.id = c.id
        """
            .formatted(kinds));
    run(
        """
        insert into share_member (district_id, app_id, kind, id, rule)
        select :district, :app, kind, id, after from member_change
        where app_id = :app and kind in (%s) and after is not null
        order by kind, id
        on conflict (district_id, app_id, kind, id) do update set rule = excluded.rule
        """
            .formatted(kinds));
  }

  private long run(String statement) {
    return sql.run(statement, "app", share.app());
  }
}
