package org.rollbook.core.reconcile;

/** Why an operation is in a plan. */
public enum Reason {
  SECTION_SHARED("the section is shared and has no class yet"),
  SECTION_RENAMED("the section has a new name, and nobody renamed the class by hand"),
  SECTION_GONE("the section left the share and the days of grace are over"),
  SECTION_RETURNED("the section is back, and it was we who ended the class"),
  JOINED_SECTION("the source put this person in the section"),
  LEFT_SECTION("the source took this person off the section"),
  ACCOUNT_REPLACED("this person has another account now, and the seat goes with the person"),
  ACCOUNT_PASSED_ON("the account that this person had belongs to somebody else now"),
  SEAT_CHANGED("the source gave this person another role in the section"),
  PRIMARY_TEACHER_CHANGED("the section has another primary teacher"),
  OWNER_ACCOUNT_PASSED_ON(
      "the account that owned the class belongs to somebody else now, and the primary teacher has"
          + " none"),
  PUT_BACK("the target differs, and its source is always believed");

  private final String says;

  Reason(String says) {
    this.says = says;
  }

  /** The reason as a sentence without its full stop. */
  public String says() {
    return says;
  }
}
