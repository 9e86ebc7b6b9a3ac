package org.rollbook.core.roster;

/**
 * The kinds of roster record, in the order in which a consumer can be told of them: a record only
 * refers to kinds that stand before its own (H5). Deletions go the other way.
 */
public enum RecordKind {
  SCHOOL("schools"),
  TERM("terms"),
  COURSE("courses"),
  TEACHER("teachers"),
  STAFF("staff"),
  STUDENT("students"),
  SECTION("sections"),
  ENROLMENT("enrollments");

  private final String plural;

  RecordKind(String plural) {
    this.plural = plural;
  }

  /** The word for many of this kind, as it stands in reports and in Clever's file names. */
  public String plural() {
    return plural;
  }
}
