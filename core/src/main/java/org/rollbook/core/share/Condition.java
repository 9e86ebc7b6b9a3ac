package org.rollbook.core.share;

import java.util.Collection;
import java.util.List;

/**
 * One test of one field. Letters' case is of no matter, in values and in what they are compared
 * with: an administrator writes Math where the roster has {@code math}.
 *
 * <p>A field may have several values (a section its teachers, a person several schools) or none. A
 * positive test is fulfilled when one value fulfils it; {@link Test#IS_NOT} and {@link
 * Test#NONE_OF} when no value is the one named, so also where there is none.
 *
 * <p>Grades become those of a roster: {@code K} is {@code Kindergarten}. In {@link Test#CONTAINS}
 * they stay as they are, for there they are letters.
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
    NONE_OF;

    boolean isOfList() {
      return this == ANY_OF || this == NONE_OF;
    }
  }

  public Condition {
    values = List.copyOf(values);
    if (values.isEmpty() || values.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException(field + " is compared with nothing");
    }
    if (!test.isOfList() && values.size() != 1) {
      throw new IllegalArgumentException(field + " " + test + " takes one value, not " + values);
    }
    if (hasGrades(field, test)) {
      values = values.stream().map(value -> Grades.canonical(value).orElse(value)).toList();
    }
  }

  static boolean hasGrades(RuleField field, Test test) {
    return field == RuleField.GRADE && test != Test.CONTAINS;
  }

  boolean hasGrades() {
    return hasGrades(field, test);
  }

  /** Whether a field that has {@code present}, several values or none, fulfils this. */
  public boolean isFulfilledBy(Collection<String> present) {
    var wanted = values.stream().map(Condition::withoutCase).toList();
    var folded = present.stream().map(Condition::withoutCase);
    return switch (test) {
      case IS, ANY_OF -> folded.anyMatch(wanted::contains);
      case CONTAINS -> folded.anyMatch(value -> value.contains(wanted.getFirst()));
      case IS_NOT, NONE_OF -> folded.noneMatch(wanted::contains);
    };
  }

  /**
   * What is compared: each character's simple lower-case mapping of Unicode, one character for one,
   * whatever stands beside it and whatever the language. It is what PostgreSQL (17 and later) makes
   * of {@code lower(value collate pg_c_utf8)}; {@code lower(value)} depends on the database and in
   * the C locale changes a to z only. {@link String#toLowerCase} is none of these: it looks at a
   * word's end and makes two characters of one.
   */
  public static String withoutCase(String value) {
    return value
        .codePoints()
        .map(Character::toLowerCase)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
