package org.rollbook.registry.publication;

import java.util.List;
import java.util.Map;
import org.rollbook.core.share.Condition;
import org.rollbook.core.share.Rule;
import org.rollbook.core.share.Rule.Subject;
import org.rollbook.core.share.RuleField;

/**
 * What rules are about, in SQL: {@code r} is the roster's record, {@code c} the published object
 * that it appears as. Values of rules are parameters, never part of the text.
 */
final class SubjectRows {
  private SubjectRows() {}

  /** The candidates of this kind, for a FROM. */
  static String candidates(Subject subject) {
    return switch (subject) {
      case SECTION -> candidates("section", 7);
      case STUDENT -> candidates("student", 5);
      case TEACHER -> adultCandidates("teacher");
      case STAFF -> adultCandidates("staff");
    };
  }

  private static String candidates(String table, int kind) {
    return """
    member_candidate c
    join %s r on r.district_id = :district and r.id = c.id
      and c.kind = %d and r.deleted_event is null
    """
        .formatted(table, kind);
  }

  private static String adultCandidates(String table) {
    return """
    member_candidate c
    join adult a on a.district_id = :district and a.user_id = c.id
    join %s r on r.district_id = :district and r.id = a.record_id
      and c.kind = 4 and r.deleted_event is null
    """
        .formatted(table);
  }

  /** The schools that a record is at. */
  static String schools(Subject subject) {
    return switch (subject) {
      case SECTION -> "array[r.school_id]";
      case STUDENT, TEACHER, STAFF -> "r.school_ids";
    };
  }

  /** Whether {@code r} fulfils the rule; adds the values it compares with to {@code parameters}. */
  static String fulfils(Rule rule, Map<String, Object> parameters) {
    List<String> tests =
        rule.conditions().stream()
            .map(condition -> {
              String name = "value" + parameters.size();
              String[] folded =
                  condition.values().stream().map(Condition::withoutCase).toArray(String[]::new);
              parameters.put(name, folded);
              return test(rule.about(), condition, name);
            })
            .toList();
    return String.join(" and ", tests);
  }

  private static String test(Subject subject, Condition condition, String name) {
    String one =
        "exists (select from %s v(value) where %s)"
            .formatted(
                values(subject, condition.field()),
                switch (condition.test()) {
                  case IS, ANY_OF, IS_NOT, NONE_OF ->
                      "lower(v.value collate pg_c_utf8) collate \"C\" = any(:%s)".formatted(name);
                  case CONTAINS ->
                      "strpos(lower(v.value collate pg_c_utf8) collate \"C\", (:%s)[1]) > 0"
                          .formatted(name);
                });
    return switch (condition.test()) {
      case IS, ANY_OF, CONTAINS -> one;
      case IS_NOT, NONE_OF -> "not " + one;
    };
  }

  /** All values that {@code r} has in a field, as rows of one column. */
  private static String values(Subject subject, RuleField field) {
    return switch (field) {
      case SCHOOL ->
          """
          (select unnest(array[s.name, s.source_id]) from school s
           where s.district_id = :district and s.id = any(%s))\
          """
              .formatted(schools(subject));
      case TEACHER ->
          """
          (select unnest(array[t.email, t.source_id]) from teacher t
           where t.district_id = :district
             and t.id = any(array_prepend(r.primary_teacher_id, r.co_teacher_ids)))\
          """;
      case COURSE_NAME -> "(select k.name %s)".formatted(COURSE);
      case COURSE_NUMBER -> "(select k.number %s)".formatted(COURSE);
      case TERM ->
          "(select t.name from term t where t.district_id = :district and t.id = r.term_id)";
      case GRADE, SUBJECT, PERIOD, TITLE ->
          "(values (r.attributes ->> '%s'))".formatted(field.word());
      case NAME -> "(values (r.name))";
      case EMAIL -> "(values (r.email))";
      case SIS_ID -> "(values (r.source_id))";
    };
  }

  private static final String COURSE =
      "from course k where k.district_id = :district and k.id = r.course_id";
}
