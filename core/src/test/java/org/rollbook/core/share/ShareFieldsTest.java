package org.rollbook.core.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollbook.core.roster.RecordKey;

/** Which records of the small district a rule names, by every field that it can look at. */
class ShareFieldsTest {
  private static final WholeRoster ROSTER = SmallDistrict.roster();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          section.school is NORTH               | algebra biology
          section.school is north school        | algebra biology
          section.school is not south           | algebra biology
          section.school is not south school    | algebra biology
          section.grade is 9                    | algebra
          section.grade is not 9                | biology choir
          section.grade in K..12                | algebra
          section.subject is Math               | algebra
          section.subject is not Math           | biology choir
          section.course is algebra i           | algebra
          section.course is not "algebra i"     | biology choir
          section.course contains e             | algebra
          section.course_number is m-7          | choir
          section.course_number is none of a-1  | biology choir
          section.period is 2                   | biology
          section.term is Fall                  | algebra
          section.term is not Fall              | biology choir
          section.name contains CLASS           | algebra biology choir
          section.name is choir class           | choir
          section.teacher is Lou                | algebra choir
          section.teacher is LOU@d.org          | algebra choir
          section.teacher is not lou            | biology
          section.teacher is not kim            | biology choir
          section.teacher is no teacher         | ``
          section.sis_id in Algebra, choir      | algebra choir
          section.sis_id is ALGEBRA and section.grade is 10 | ``
          student.school is south               | ann dee
          student.school is not north           | dee
          student.school is none of north, south | ``
          student.grade is any of 9, 10         | ann ben
          student.grade is k                    | cyd
          student.grade is not K                | ann ben dee
          student.email contains @D.org         | ann ben cyd
          student.email is not ann@d.org        | ben cyd dee
          student.sis_id is dee                 | dee
          teacher.school is not north           | lou mo
          teacher.school is nowhere             | ``
          teacher.title is head                 | kim
          teacher.title is not Head             | lou mo
          teacher.email is mo@d.org             | mo
          teacher.sis_id is none of kim, lou    | mo
          staff.school is north                 | pat
          staff.title is none of Principal, Clerk | quinn
          staff.email contains quinn            | quinn
          staff.sis_id is PAT                   | pat
          """)
  void H6_a_rule_names(String rule, String expected) {
    var parsed = RuleText.parse(rule);
    var fields = new FieldValues(ROSTER);
    var names =
        ROSTER.records().values().stream()
            .filter(record -> fields.fulfil(parsed, record))
            .map(record -> record.key().id());
    var all = expected.equals("``") ? List.<String>of() : List.of(expected.split(" "));
    assertThat(names).containsExactlyElementsOf(all);
  }

  @Test
  void every_field_of_every_record_can_be_asked_for() {
    for (var record : ROSTER.records().values()) {
      for (var field : RuleField.values()) {
        assertThat(new FieldValues(ROSTER).of(field, record)).doesNotContain("");
      }
    }
    assertThat(ROSTER.records().keySet()).extracting(RecordKey::kind).hasSizeGreaterThan(20);
  }
}
