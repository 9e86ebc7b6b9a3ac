package org.rollbook.core.share;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.rollbook.core.share.Condition.Test;

/**
 * Rules as people write them:
 *
 * <pre>
 * section.subject is Math and section.grade in 3..6
 * student.grade is any of 9, 10
 * section.school is not "Lincoln High School"
 * section.name contains "AP "
 * staff.title is none of Principal, "Vice Principal"
 * </pre>
 *
 * <p>Tests are {@code is}, {@code is not}, {@code contains}, {@code is any of} (also {@code any
 * of}, {@code in}) and {@code is none of} (also {@code none of}, {@code is not any of}, {@code not
 * any of}, {@code not in}); the last two take a list. A value is what stands up to the next comma
 * or the next word {@code and}, or is in quotation marks, which inside it are doubled. Values that
 * begin like a test ({@code any of us}) need the marks too.
 *
 * <p>Grades may be written as schools do ({@code K}, {@code pk}, {@code 3rd}), and in lists as a
 * range; a word that is no grade is refused unless it is in quotation marks. Letters' case is of no
 * matter outside of values, nor are spaces, underscores and hyphens in a field's name.
 */
public final class RuleText {
  /** The longest text that is read, in characters: some thousand ids. */
  public static final int LONGEST = 100_000;

  /** Words that a reader could take for a part of the rule. */
  private static final Set<String> WORDS_OF_RULES =
      Set.of("and", "not", "any", "none", "of", "in", "is", "contains");

  private RuleText() {}

  /**
   * Reads a rule.
   *
   * @throws UnreadableRule when {@code text} is none
   */
  public static Rule parse(String text) {
    return new RuleReader(text).read();
  }

  /**
   * Writes {@code rule} so that {@link #parse} reads an equal one; equal rules are written equally.
   */
  public static String print(Rule rule) {
    return rule.conditions().stream()
        .map(condition -> rule.about().word() + "." + print(condition))
        .collect(Collectors.joining(" and "));
  }

  private static String print(Condition condition) {
    String field = condition.field().word() + " ";
    boolean grades = condition.hasGrades();
    if (grades && condition.test().isOfList() && Grades.areRange(condition.values())) {
      return field + printRange(condition.test(), condition.values());
    }
    return field
        + word(condition.test())
        + " "
        + condition.values().stream()
            .map(value -> isBare(value, grades) ? value : quoted(value))
            .collect(Collectors.joining(", "));
  }

  private static String printRange(Test test, List<String> grades) {
    String range = grades.getFirst() + ".." + grades.getLast();
    return (test == Test.ANY_OF ? "in " : "not in ") + range;
  }

  private static String word(Test test) {
    return switch (test) {
      case IS -> "is";
      case IS_NOT -> "is not";
      case CONTAINS -> "contains";
      case ANY_OF -> "is any of";
      case NONE_OF -> "is none of";
    };
  }

  private static boolean isBare(String value, boolean grade) {
    if (grade && Grades.canonical(value).isEmpty()) {
      return false;
    }
    return value.codePoints().noneMatch(RuleText::needsQuotes)
        && !WORDS_OF_RULES.contains(value.toLowerCase(Locale.ROOT));
  }

  private static boolean needsQuotes(int character) {
    return character == ','
        || character == '"'
        || Character.isWhitespace(character)
        // No-break spaces are part of a value, but nobody would see where it ends.
        || Character.isSpaceChar(character)
        || Character.isISOControl(character);
  }

  private static String quoted(String value) {
    return '"' + value.replace("\"", "\"\"") + '"';
  }
}
