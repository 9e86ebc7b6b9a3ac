package org.rollbook.registry.publication;

import org.rollbook.core.share.Rule.Subject;

/** Finds for whom it may be otherwise than before whether they are in a share, or by which rule. */
final class MemberCandidates {
  private final DistrictSql sql;
  private final PublishedShare share;

  MemberCandidates(DistrictSql sql, PublishedShare share) {
    this.sql = sql;
    this.share = share;
  }

  void everybody() {
    run(
        """
        insert into member_candidate
        select kind, id from shared_object where district_id = :district
        union
        select kind, id from share_member where district_id = :district and app_id = :app
        """);
    sql.run("analyze member_candidate");
  }

  /** Those that changed, and whom they named or name now: somebody may have joined or left. */
  void ofChangedObjects() {
    run("insert into member_candidate select kind, id from object_change");
    run(
        """
        insert into member_candidate
        select distinct o.kind, o.id
        from object_change c
        cross join lateral (
          (select unnest(c.links_before) except select unnest(c.links_after))
          union
          (select unnest(c.links_after) except select unnest(c.links_before))) u(id)
        join shared_object o on o.district_id = :district and o.kind between 1 and 5 and o.id = u.id
        where c.kind in (4, 5, 7)
        on conflict do nothing
        """);
    if (share.has(Subject.SECTION)) {
      namers("1, 2, 3, 4", "7");
    }
    if (share.has(Subject.STUDENT) || share.has(Subject.TEACHER) || share.has(Subject.STAFF)) {
      namers("1", "4, 5");
    }
  }

  /** Rules look at the names of schools, terms and courses and at teachers' e-mails. */
  private void namers(String named, String namers) {
    run(
        """
        insert into member_candidate
        select distinct o.kind, o.id
        from object_change c
        join shared_object o on o.links @> array[c.id] and o.district_id = :district
        where c.kind in (%s) and o.kind in (%s)
          and (c.before -> 'name', c.before -> 'number', c.before -> 'email')
            is distinct from (c.after -> 'name', c.after -> 'number', c.after -> 'email')
        on conflict do nothing
        """
            .formatted(named, namers));
  }

  void peopleOfChangedSections() {
    namedByChanged("7", "4, 5");
  }

  void placesOfChangedMembers() {
    namedByChanged("4, 5, 7", "1, 2, 3");
  }

  private void namedByChanged(String changed, String named) {
    run(
        """
        insert into member_candidate
        select distinct o.kind, o.id
        from member_change m
        cross join lateral (
          select unnest(c.links_before) from object_change c where c.kind = m.kind and c.id = m.id
          union
          select unnest(s.links) from shared_object s
          where s.district_id = :district and s.kind = m.kind and s.id = m.id) u(id)
        join shared_object o on o.district_id = :district and o.kind in (%2$s) and o.id = u.id
        where m.app_id = :app and m.kind in (%1$s)
        on conflict do nothing
        """
            .formatted(changed, named));
  }

  void contactsOfChangedStudents() {
    run(
        """
        insert into member_candidate
        select distinct 6::smallint, k.contact_id
        from member_change m
        join contact_of_student k on k.district_id = :district and k.student_id = m.id
        where m.app_id = :app and m.kind = 5
        on conflict do nothing
        """);
  }

  private void run(String statement) {
    sql.run(statement, "app", share.app());
  }
}
