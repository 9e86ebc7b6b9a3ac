package org.rollbook.core.guard;

import java.util.Optional;
import org.rollbook.core.roster.RecordId;

/**
 * One reason for which a plan waits for a person.
 *
 * @param rule which limit was passed
 * @param school the school it concerns; absent when it concerns the whole district
 * @param section the class it concerns; absent when it concerns a school or the district
 * @param count how many memberships or classes would go
 * @param of out of how many
 */
public record PlanHold(
    Rule rule, Optional<RecordId> school, Optional<RecordId> section, long count, long of) {

  /** The limits of R2. */
  public enum Rule {
    SCHOOL_LOSES_MEMBERS("a school would lose too many of its memberships"),
    CLASS_LOSES_MEMBERS("a class would lose too many of its members"),
    SCHOOL_LOSES_CLASSES("too many of a school's classes would be put away"),
    SOURCE_EMPTY("the source has no section any more");

    private final String says;

    Rule(String says) {
      this.says = says;
    }

    /** The rule as a sentence without its full stop. */
    public String says() {
      return says;
    }
  }
}
