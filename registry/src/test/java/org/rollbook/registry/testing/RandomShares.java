package org.rollbook.registry.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.rollbook.core.roster.RecordKind;
import org.rollbook.core.roster.SchoolId;
import org.rollbook.core.roster.SectionId;
import org.rollbook.core.share.Condition;
import org.rollbook.core.share.Rule;
import org.rollbook.core.share.Rule.Subject;
import org.rollbook.core.share.RuleField;
import org.rollbook.core.share.Selection;
import org.rollbook.core.share.Share;
import org.rollbook.core.share.SharedField;

/** Shares of the districts that {@link RandomSnapshots} makes, of every sort. */
public final class RandomShares {
  private final RandomGenerator random;

  public RandomShares(RandomGenerator random) {
    this.random = random;
  }

  /** A share of {@code roster} that is not refused. */
  public Share next(OracleRoster roster) {
    var refused = new TreeSet<SharedField>();
    while (random.nextBoolean()) {
      refused.add(some(List.of(SharedField.values())));
    }
    if (random.nextInt(4) == 0) {
      refused.add(SharedField.STUDENT_CONTACTS);
    }
    List<Rule> exceptions = random.nextBoolean() ? List.of() : rules();
    return new Share(selection(roster), random.nextBoolean(), exceptions, refused);
  }

  private Selection selection(OracleRoster roster) {
    var schools = new TreeSet<SchoolId>();
    var sections = new TreeSet<SectionId>();
    roster.live(RecordKind.SCHOOL).keySet().stream()
        .filter(id -> random.nextBoolean())
        .forEach(id -> schools.add(new SchoolId(id)));
    roster.live(RecordKind.SECTION).keySet().stream()
        .filter(id -> random.nextBoolean())
        .forEach(id -> sections.add(new SectionId(id)));
    return switch (random.nextInt(5)) {
      case 0 -> new Selection.WholeDistrict();
      case 1 -> schools.isEmpty() ? new Selection.WholeDistrict() : new Selection.Schools(schools);
      case 2 ->
          sections.isEmpty() ? new Selection.WholeDistrict() : new Selection.Sections(sections);
      default -> new Selection.ByRules(rules());
    };
  }

  private List<Rule> rules() {
    var rules = new ArrayList<Rule>();
    do {
      Subject subject = some(List.of(Subject.values()));
      var conditions = new ArrayList<Condition>();
      do {
        conditions.add(condition(subject));
      } while (random.nextInt(3) == 0);
      rules.add(new Rule(subject, conditions));
    } while (random.nextInt(3) == 0);
    return rules;
  }

  private Condition condition(Subject subject) {
    List<RuleField> fields =
        switch (subject) {
          case SECTION ->
              List.of(
                  RuleField.SCHOOL,
                  RuleField.GRADE,
                  RuleField.COURSE_NAME,
                  RuleField.TERM,
                  RuleField.NAME,
                  RuleField.TEACHER,
                  RuleField.SIS_ID);
          case STUDENT ->
              List.of(RuleField.SCHOOL, RuleField.GRADE, RuleField.EMAIL, RuleField.SIS_ID);
          case TEACHER, STAFF -> List.of(RuleField.SCHOOL, RuleField.EMAIL, RuleField.SIS_ID);
        };
    RuleField field = some(fields);
    Condition.Test test = some(List.of(Condition.Test.values()));
    boolean many = test == Condition.Test.ANY_OF || test == Condition.Test.NONE_OF;
    String first = value(subject, field);
    return new Condition(
        field, test, many ? List.of(first, value(subject, field)) : List.of(first));
  }

  private String value(Subject subject, RuleField field) {
    return some(
        switch (field) {
          case SCHOOL -> List.of("SCHOOL", "school ii", "school-1", "School-2");
          case GRADE -> List.of("7", "1", "2");
          case COURSE_NAME -> List.of("course", "Course II");
          case TERM -> List.of("Term", "TERM II");
          case NAME -> List.of("section", "SECTION II");
          case TEACHER -> List.of("T1", "t2", "e1@x.example", "E2@X.example");
          case EMAIL -> List.of("e1@x.example", "E2@X.EXAMPLE", "e3");
          case SIS_ID ->
              switch (subject) {
                case SECTION -> List.of("c1", "C2", "c3");
                case STUDENT -> List.of("s1", "S2", "s3");
                case TEACHER -> List.of("t1", "T2");
                case STAFF -> List.of("u1", "U2");
              };
          case SUBJECT, COURSE_NUMBER, PERIOD, TITLE -> List.of("none has this");
        });
  }

  private <T> T some(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
