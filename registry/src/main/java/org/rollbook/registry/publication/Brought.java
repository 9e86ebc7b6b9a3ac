package org.rollbook.registry.publication;

import java.util.HashMap;
import org.rollbook.core.share.Rule.Subject;
import org.rollbook.registry.publication.PublishedShare.NumberedRule;

/**
 * Fills the table {@code brought}: of the candidates those who belong to a share, each with the
 * rules that bring it.
 */
final class Brought {
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

  private final DistrictSql sql;
  private final PublishedShare share;

  Brought(DistrictSql sql, PublishedShare share) {
    this.sql = sql;
    this.share = share;
  }

  /** Nobody is brought. */
  void clear() {
    run("truncate brought");
  }

  /** Brings what the selection itself names. */
  void selected(Subject subject) {
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
  void ruled(Subject subject) {
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

  void studentsOfSections() {
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

  /** Seats come first, whatever the planner thinks of tables that it has not looked at yet. */
  void teachersOfSections(boolean everybody) {
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
            .formatted(everybody ? ALL_SEATS : SEATS_OF_CANDIDATES));
  }

  void contactsOfStudents() {
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

  /** Schools, terms, courses and the district, named themselves. */
  void namedPlaces() {
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
  }

  /** Schools, terms and courses of what is in the share. */
  void placesOfMembers() {
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

  private void run(String statement) {
    sql.run(statement, "app", share.app());
  }
}
