package org.rollbook.core.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollbook.core.share.Rule.Subject;

/**
 * H6: what rules may be written like, what they mean, and what is said of those that mean nothing.
 */
class RuleTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          section.subject is Math and section.grade in 3..6 | section.subject is Math and section.grade in 3..6
          student.grade is any of 9, 10                     | student.grade is any of 9, 10
          section.school is not "Lincoln High School"       | section.school is not "Lincoln High School"
          section.school is not Lincoln High School         | section.school is not "Lincoln High School"
          teacher.email contains @lincoln.                  | teacher.email contains @lincoln.
          section.teacher is maria@d.org                    | section.teacher is maria@d.org
          section.name contains "AP "                       | section.name contains "AP "
          section.name contains AP                          | section.name contains AP
          staff.title is none of Principal, "Vice Principal" | staff.title is none of Principal, "Vice Principal"
          staff.title is none of Principal,Vice Principal   | staff.title is none of Principal, "Vice Principal"
          staff.title not in a                              | staff.title is none of a
          staff.title not any of a                          | staff.title is none of a
          staff.title none of a                             | staff.title is none of a
          staff.title is not any of a                       | staff.title is none of a
          staff.title any of a                              | staff.title is any of a
          staff.title in a                                  | staff.title is any of a
          STAFF.Title  IS   NOT  a                          | staff.title is not a
          sections . name is x AND sections.name is not y   | section.name is x and section.name is not y
          section.course_name is x                          | section.course is x
          section.course name is x                          | section.course is x
          section.courseNumber is 7                         | section.course_number is 7
          student.sis id is 5                               | student.sis_id is 5
          student.sisid in 5                                | student.sis_id is any of 5
          student.SIS-ID is 5                               | student.sis_id is 5
          student.e-mail is a@b.org                         | student.email is a@b.org
          section.grade is k                                | section.grade is Kindergarten
          section.grade is not 03                           | section.grade is not 3
          section.grade in PK..1st                          | section.grade in PreKindergarten..1
          section.grade in tk .. 01                         | section.grade in TransitionalKindergarten..1
          section.grade in 9..9                             | section.grade is any of 9
          section.grade in 9..10                            | section.grade is any of 9, 10
          section.grade in 1, 2, 3                          | section.grade in 1..3
          section.grade in Other, 12..PG                    | section.grade is any of Other, 12, 13, PostGraduate
          section.grade not in 1..12                        | section.grade not in 1..12
          section.grade contains K                          | section.grade contains K
          section.grade is "Year 7"                         | section.grade is "Year 7"
          section.name is "say ""hi""\" | section.name is "say ""hi""\"
          section.name is "and"                             | section.name is "and"
          section.name is "not"                             | section.name is "not"
          section.name is any colour                        | section.name is "any colour"
          section.name is Band and section.period is 1      | section.name is Band and section.period is 1
          section.name is "Rock and Roll"                   | section.name is "Rock and Roll"
          section.name in 3..6                              | section.name is any of 3..6
          section.name is"x"and section.name is"y"          | section.name is x and section.name is y
          """)
  void H6_a_rule_is_read_and_written_back(String text, String canonical) {
    assertThat(RuleText.print(RuleText.parse(text))).isEqualTo(canonical);
    assertThat(RuleText.parse(canonical)).isEqualTo(RuleText.parse(text));
  }

  @Test
  void conditions_keep_their_order_and_values() {
    assertThat(RuleText.parse("section.subject is Math and section.grade in 3..6"))
        .isEqualTo(
            new Rule(
                Subject.SECTION,
                List.of(
                    new Condition(RuleField.SUBJECT, Condition.Test.IS, List.of("Math")),
                    new Condition(
                        RuleField.GRADE, Condition.Test.ANY_OF, List.of("3", "4", "5", "6")))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ``                                    | 1  | a condition begins with section., student., teacher. or staff.
          class.name is x                       | 1  | a condition begins with section.
          section                               | 8  | expected a full stop and a field: a section has school, grade
          section.                              | 9  | section.: a section has school, grade
          section.colour is blue                | 9  | section.colour: a section has school, grade, subject, course, course_number, period, term, name, teacher, sis_id
          staff.grade is 3                      | 7  | staff.grade: a staff member has school, email, title, sis_id
          student.subject is Math               | 9  | student.subject: a student has school, grade, email, sis_id
          section.name                          | 13 | expected is, is not, contains, in
          section.name like x                   | 14 | expected is, is not, contains, in
          section.name isx                      | 14 | expected is, is not, contains, in
          section.name is                       | 16 | expected a value
          section.name is not                   | 20 | expected a value
          section.name is ""                    | 17 | expected a value
          section.name is "  "                  | 17 | expected a value
          section.name is and section.grade is 1 | 17 | expected a value
          section.name in a,                    | 19 | expected a value
          section.name in a,and b               | 19 | expected a value
          section.name in , a                   | 17 | expected a value
          section.name is a, b                  | 18 | expected 'and' or the end
          section.name is "a" b                 | 21 | expected 'and' or the end
          section.name is a"b                   | 18 | a value with a quotation mark in it
          section.name is "ab                   | 17 | the quotation mark is never closed
          section.name is Rock and Roll         | 26 | a condition begins with section.
          section.name is a and                 | 22 | a condition begins with section.
          section.name is a and student.grade is 1 | 23 | all conditions of a rule are about one kind of record, and this rule is about section
          section.grade is 3..6                 | 18 | a range of grades follows 'in'
          section.grade is Year 7               | 18 | 'Year 7' is no grade
          section.grade is -1                   | 18 | '-1' is no grade
          section.grade in 6..3                 | 18 | no grades lie between 6 and 3
          section.grade in Other..3             | 18 | no grades lie between Other and 3
          section.grade in 3..                  | 18 | '' is no grade
          """)
  void what_is_no_rule_is_shown_with_its_place(String text, int character, String problem) {
    assertThatThrownBy(() -> RuleText.parse(text))
        .isInstanceOf(UnreadableRule.class)
        .message()
        .startsWith(problem)
        .contains(", at character " + character + "\n");
  }

  @Test
  void the_place_is_pointed_at() {
    var unreadable =
        catchThrowableOfType(
            UnreadableRule.class,
            () -> RuleText.parse("section.name is 😀 and section.colour is b"));
    assertThat(unreadable.index()).isEqualTo(31);
    assertThat(unreadable)
        .message()
        .endsWith("\n  section.name is 😀 and section.colour is b\n  " + " ".repeat(30) + "^");
  }

  @Test
  void of_a_long_text_the_surroundings_are_shown() {
    var text = "section.name in " + "a,".repeat(1_000) + ", b";
    assertThatThrownBy(() -> RuleText.parse(text)).message().hasSizeLessThan(200);
  }

  @Test
  void a_rule_has_a_longest_text() {
    var longest = "section.name is " + "a".repeat(RuleText.LONGEST - 16);
    assertThat(RuleText.print(RuleText.parse(longest))).isEqualTo(longest);
    assertThatThrownBy(() -> RuleText.parse(longest + "a"))
        .isInstanceOf(UnreadableRule.class)
        .hasMessageStartingWith("a rule has at most 100000 characters: make several");
  }
}
