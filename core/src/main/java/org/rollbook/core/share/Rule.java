package org.rollbook.core.share;

import java.util.List;
import java.util.Locale;

/**
 * Names the records of one kind that fulfil all conditions: {@code section.subject is Math and
 * section.grade in 3..6}. {@link RuleText} reads and writes them.
 *
 * @param about what it names; all conditions are about the same
 * @param conditions at least one
 */
public record Rule(Subject about, List<Condition> conditions) {
  /** What a rule can name. */
  public enum Subject {
    SECTION,
    STUDENT,
    TEACHER,
    STAFF;

    /** How a rule's text names it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Rule {
    conditions = List.copyOf(conditions);
    if (conditions.isEmpty()) {
      throw new IllegalArgumentException("a rule has no condition");
    }
    for (Condition condition : conditions) {
      if (!condition.field().isOf(about)) {
        throw new IllegalArgumentException(about + " has no " + condition.field());
      }
    }
  }
}
