package org.rollbook.emulator.courses;

/** The states of a class and the ways between them (source: discovery, {@code CourseState}). */
public enum CourseState {
  PROVISIONED("offered"),
  ACTIVE("active"),
  ARCHIVED("archived"),
  DECLINED("declined"),
  SUSPENDED("suspended");

  private final String word;

  CourseState(String word) {
    this.word = word;
  }

  /** The state as a person says it. */
  public String word() {
    return word;
  }

  /** Whether names, members and the like may change in this state. */
  boolean modifiable() {
    return switch (this) {
      case PROVISIONED, ACTIVE -> true;
      case ARCHIVED, DECLINED, SUSPENDED -> false;
    };
  }

  /** Whether members see the class; otherwise only its owner and administrators do. */
  boolean shownToMembers() {
    return switch (this) {
      case ACTIVE, ARCHIVED -> true;
      case PROVISIONED, DECLINED, SUSPENDED -> false;
    };
  }

  /** Whether a class may go from this state to another one. */
  public boolean leadsTo(CourseState next) {
    return switch (this) {
      case PROVISIONED -> next == ACTIVE || next == DECLINED;
      case ACTIVE -> next == ARCHIVED;
      case ARCHIVED -> next == ACTIVE;
      case DECLINED -> next == PROVISIONED;
      case SUSPENDED -> false;
    };
  }
}
