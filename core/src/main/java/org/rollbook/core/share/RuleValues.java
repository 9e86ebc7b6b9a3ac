package org.rollbook.core.share;

import java.util.ArrayList;
import java.util.List;
import org.rollbook.core.share.Condition.Test;

/** Reads what a field is compared with. */
final class RuleValues {
  private static final String RANGE = "..";

  private final RuleCursor cursor;
  private final Test test;
  private final boolean grades;

  RuleValues(RuleCursor cursor, RuleField field, Test test) {
    this.cursor = cursor;
    this.test = test;
    grades = Condition.hasGrades(field, test);
  }

  List<String> read() {
    var values = new ArrayList<>(next());
    while (test.isOfList() && cursor.takeIf(',')) {
      values.addAll(next());
    }
    return values;
  }

  private List<String> next() {
    int at = cursor.index();
    boolean quoted = cursor.isQuoteNext();
    String value = quoted ? cursor.quoted() : cursor.bare();
    if (value.isBlank()) {
      throw cursor.problem(at, "expected a value");
    }
    // Marks are the way to say exactly this text, also for a grade that only one district has.
    return grades && !quoted ? grades(at, value) : List.of(value);
  }

  private List<String> grades(int at, String written) {
    int dots = written.indexOf(RANGE);
    if (dots < 0) {
      return List.of(grade(at, written));
    }
    if (!test.isOfList()) {
      throw cursor.problem(at, "a range of grades follows 'in' or 'not in'");
    }
    String first = grade(at, written.substring(0, dots).strip());
    String last = grade(at, written.substring(dots + RANGE.length()).strip());
    var range = Grades.between(first, last);
    if (range.isEmpty()) {
      throw cursor.problem(at, "no grades lie between " + first + " and " + last);
    }
    return range;
  }

  private String grade(int at, String written) {
    return Grades.canonical(written)
        .orElseThrow(() ->
            cursor.problem(
                at,
                "'"
                    + written
                    + "' is no grade: expected PreKindergarten, Kindergarten, 1 to 13,"
                    + " PostGraduate, Ungraded, Other or a range like 3..6"));
  }
}
