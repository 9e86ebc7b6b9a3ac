package org.rollbook.registry.publication;

import java.util.List;
import org.rollbook.core.share.Rule.Subject;

/**
 * Says who is in one share now and by which rule (H6), of those only for whom it may be otherwise
 * than before. Sections are settled first, then the people whom they bring, then what these bring:
 * each step looks at what the former has settled.
 */
final class Membership {
  private static final List<Subject> PEOPLE =
      List.of(Subject.STUDENT, Subject.TEACHER, Subject.STAFF);

  private final DistrictSql sql;
  private final PublishedShare share;
  private final MemberCandidates candidates;
  private final Brought brought;
  private final MemberChanges changes;

  Membership(DistrictSql sql, PublishedShare share) {
    this.sql = sql;
    this.share = share;
    this.candidates = new MemberCandidates(sql, share);
    this.brought = new Brought(sql, share);
    this.changes = new MemberChanges(sql, share);
  }

  /**
   * Adds to {@code member_change} and brings {@code share_member} up to it.
   *
   * @param everybody whether all are looked at
   */
  void settle(boolean everybody) {
    sql.run("truncate member_candidate");
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
    brought.clear();
    brought.selected(Subject.SECTION);
    brought.ruled(Subject.SECTION);
    changes.settle("7");
    candidates.peopleOfChangedSections();
  }

  private void settlePeople(boolean everybody) {
    brought.clear();
    PEOPLE.forEach(brought::selected);
    brought.studentsOfSections();
    brought.teachersOfSections(everybody);
    PEOPLE.forEach(brought::ruled);
    changes.settle("4, 5");
    candidates.contactsOfChangedStudents();
    candidates.placesOfChangedMembers();
  }

  private void settleContacts() {
    brought.clear();
    if (share.contacts()) {
      brought.contactsOfStudents();
    }
    changes.settle("6");
  }

  private void settlePlaces() {
    brought.clear();
    brought.namedPlaces();
    // Nothing comes before the rule that brings everything.
    if (!share.selection().equals("all")) {
      brought.placesOfMembers();
    }
    changes.settle("0, 1, 2, 3");
  }
}
