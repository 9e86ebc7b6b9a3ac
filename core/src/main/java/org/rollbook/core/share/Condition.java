package org.rollbook.core.share;

import java.util.List;

/**
 * One test of one field. Letters' case is of no matter, in values and in what they are compared
 * with: an administrator writes Math where the roster has {@code math}.
 *
 * <p>A field may have several values (a section its teachers, a person several schools) or none. A
 * positive test is fulfilled when one value fulfils it; {@link Test#IS_NOT} and {@link
 * Test#NONE_OF} when no value is the one named, so also where there is none.
 *
 * @param values what the field is compared with: one value, or for {@link Test#ANY_OF} and {@link
 *     Test#NONE_OF} at least one
 */
public record Condition(RuleField field, Test test, List<String> values) {
  /** How a field's values are compared. */
  public enum Test {
    IS,
    IS_NOT,
    CONTAINS,
    ANY_OF,
    NONE_OF
  }

  public Condition {
    values = List.copyOf(values);
    if (values.isEmpty() || values.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException(field + " is compared with nothing");
    }
    boolean many = test == Test.ANY_OF || test == Test.NONE_OF;
    if (!many && values.size() != 1) {
      throw new IllegalArgumentException(field + " " + test + " takes one value, not " + values);
    }
  }
}
