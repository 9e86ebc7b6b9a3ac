package org.rollbook.sources.clever;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollbook.core.roster.RecordKey;
import org.rollbook.core.roster.RecordKind;
import org.rollbook.core.roster.SchoolId;
import org.rollbook.core.roster.SectionId;
import org.rollbook.core.roster.Student;
import org.rollbook.core.roster.StudentId;
import org.rollbook.sources.Reading;
import org.rollbook.sources.RecordingSink.Rejected;
import org.rollbook.sources.Unread;

/** H3: a rejected row is not an absent row, so it says what it would have named. */
class RejectedRowTest {
  private static final String STUDENTS = "School_id,Student_id,First_name,Last_name,Grade\n";

  @TempDir Path folder;

  private Rejected only(String file, String text) {
    var read = new Snapshot().with(file, text).read(folder);
    assertThat(read.sink().rejected).hasSize(1);
    return read.sink().rejected.getFirst();
  }

  /**
   * A row, the code it is rejected with, and what stays as it was: a key, what has a key like it or
   * one that the reading behind begins with, a school, section or all.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SCHOOLS     | ,City               | MISSING_VALUE   | all
          SCHOOLS     | S9,                 | MISSING_VALUE   | key S9
          SCHOOLS     | S9                  | TOO_FEW_FIELDS  | all
          SCHOOLS     | S9,Hill, East       | TOO_MANY_FIELDS | all
          STUDENTS    | S1,P9,Cem,          | TOO_FEW_FIELDS  | like P9 P9
          STUDENTS    | S1,P9Cem,Dog,9      | TOO_FEW_FIELDS  | like P9Cem P9Cem
          STUDENTS    | S1,P9,Cem,,9        | MISSING_VALUE   | key P9
          STUDENTS    | S1,P9,,Dog,9        | MISSING_VALUE   | key P9
          STUDENTS    | ,P9,Cem,Dog,9       | MISSING_VALUE   | key P9
          STUDENTS    | S1,,Cem,Dog,9       | MISSING_VALUE   | school S1
          STUDENTS    | S1, ,Cem,Dog,9      | MISSING_VALUE   | school S1
          STUDENTS    | ,,Cem,Dog,9         | MISSING_VALUE   | all
          STUDENTS    | S1,P9,Cem,Dog, Jr,9 | TOO_MANY_FIELDS | like P9 P9Cem
          STUDENTS    | S1,P,9,Cem,Dog,9    | TOO_MANY_FIELDS | like P P9
          STUDENTS    | S1,,P9,Cem,Dog,9    | TOO_MANY_FIELDS | school S1
          STUDENTS    | S1                  | TOO_FEW_FIELDS  | all
          STUDENTS    | S1,P9               | TOO_FEW_FIELDS  | school S1
          STUDENTS    | S1P9,Cem,Dog,9      | TOO_FEW_FIELDS  | all
          STUDENTS    | S1,P9,Cem,Dog,9S1,P8,Eve,Fox,9 | TOO_MANY_FIELDS | all
          STUDENTS    | "S1,P9",Cem,Dog,9   | BROKEN_QUOTE    | all
          SECTIONS    | S1,,T1,Maths        | MISSING_VALUE   | school S1
          SECTIONS    | ,C9,T1,Maths        | MISSING_VALUE   | key C9
          SECTIONS    | S1,C9,T1,Maths,2    | TOO_MANY_FIELDS | like C9 C9T1
          SECTIONS    | S1,C9T1,Maths       | TOO_FEW_FIELDS  | like C9T1 C9T1
          ENROLLMENTS | S1,C9,              | MISSING_VALUE   | section C9
          ENROLLMENTS | S1,,P9              | MISSING_VALUE   | school S1
          ENROLLMENTS | ,C9,P9              | MISSING_VALUE   | pair C9 P9
          ENROLLMENTS | ,,P9                | MISSING_VALUE   | all
          ENROLLMENTS | S1,C9               | TOO_FEW_FIELDS  | school S1
          ENROLLMENTS | S1,C9P9             | TOO_FEW_FIELDS  | school S1
          ENROLLMENTS | S1,C9,,P9           | TOO_MANY_FIELDS | school S1
          """)
  void H3_a_rejected_row_names_what_it_would_have_been(
      CleverFile file, String row, String code, String stays) {
    String header =
        switch (file) {
          case SCHOOLS -> "School_id,School_name\n";
          case STUDENTS -> STUDENTS;
          case SECTIONS -> "School_id,Section_id,Teacher_id,Name\n";
          case ENROLLMENTS -> "School_id,Section_id,Student_id\n";
          case TEACHERS, STAFF -> throw new IllegalArgumentException("not in the table");
        };
    Rejected rejected = only(file.fileName(), header + row.strip() + "\n");

    assertThat(rejected.finding().code()).isEqualTo(code);
    assertThat(rejected.finding().line()).isEqualTo(2);
    assertThat(rejected.unread()).isEqualTo(unread(file.kind(), stays));
  }

  private static Unread unread(RecordKind kind, String stays) {
    String[] words = stays.split(" ", -1);
    return switch (words[0]) {
      case "key" -> new Unread.One(RecordKey.of(kind, words[1]));
      case "like" -> new Unread.OneOf(RecordKey.of(kind, words[1]), Set.of(words[2]));
      case "pair" -> new Unread.One(RecordKey.of(new SectionId(words[1]), new StudentId(words[2])));
      case "section" -> new Unread.InSection(new SectionId(words[1]));
      case "school" -> new Unread.InSchool(kind, new SchoolId(words[1]));
      default -> new Unread.Whole(kind);
    };
  }

  @Test
  void H3_a_shifted_row_is_believed_only_where_it_begins_with_ids() {
    Rejected rejected =
        only("students.csv", "Last_name,Student_id,First_name,School_id\nDog, Jr,P9,Cem,S1\n");

    assertThat(rejected.unread()).isEqualTo(new Unread.Whole(RecordKind.STUDENT));
  }

  @Test
  void H3_where_one_schools_id_begins_with_another_a_shifted_row_may_be_of_either() {
    String schools = "School_id,School_name\n1,Hill\n12,City\n";
    var read =
        new Snapshot()
            .with("schools.csv", schools)
            .with("students.csv", STUDENTS + "12,Cem,Dog,9\n1,2,7,Eve,Fox,9\n")
            .with("enrollments.csv", "School_id,Section_id,Student_id\n12,7\n")
            .read(folder);

    assertThat(read.sink().rejected)
        .extracting(Rejected::unread)
        .containsExactly(
            new Unread.OneOf(RecordKey.of(RecordKind.STUDENT, "Cem"), Set.of("Cem", "2")),
            new Unread.OneOf(RecordKey.of(RecordKind.STUDENT, "2"), Set.of("27", "7")),
            new Unread.Whole(RecordKind.ENROLMENT));
  }

  @Test
  void H3_a_quotation_mark_that_swallows_rows_may_have_swallowed_any() {
    // The mark before Cem is closed behind Eve: five fields, as many as the header has.
    var read =
        new Snapshot()
            .with(
                "students.csv",
                STUDENTS + "S1,P1,\"Cem,Dog,9\nS1,P2,Eve\",Fox,9\nS1,P3,Gus,Hen,9\n")
            .read(folder);

    assertThat(read.sink().rejected)
        .extracting(r -> r.finding().code(), Rejected::unread)
        .containsExactly(tuple("BROKEN_QUOTE", new Unread.Whole(RecordKind.STUDENT)));
    assertThat(read.sink().of(Student.class)).extracting(s -> s.id().value()).containsExactly("P3");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "S1|P1|'A|B|9/S1|P2|C'|D|9, 1",
        "S1|P1|'A|B|9/S1|P2|C|D|9//S1|P3|E'|F|9/S1|P4|G|H|9, 3",
        "S1|P1|A|B|9/S1|'P2|C|D|9/S1|P3|E|F|9//, 1",
        "'S1|P1|A|B|9, 0",
        "S1|P1|A|B|9/S1|P2||D|9/S1|P3|E|F|9, 0",
      })
  void H3_lines_that_a_quotation_mark_took_in_are_counted(String rows, long swallowed) {
    for (String end : List.of("\n", "\r\n", "\r")) {
      String text = rows.replace('|', ',').replace('\'', '"').replace("/", end);
      var read = new Snapshot().with("students.csv", STUDENTS + text).read(folder);
      assertThat(read.complete().swallowed().getOrDefault(RecordKind.STUDENT, 0L))
          .as(text)
          .isEqualTo(swallowed);
    }
  }

  @Test
  void H3_a_quotation_mark_that_is_never_closed_takes_the_rest_of_the_file() {
    var read =
        new Snapshot()
            .with("students.csv", STUDENTS + "S1,P1,Cem,Dog,9\nS1,P2,\"Eve,Fox,9\nS1,P3,G,H,9\n")
            .read(folder);

    assertThat(read.rows(RecordKind.STUDENT)).isEqualTo(new Reading.Rows(2, 1, 0, 1));
    assertThat(read.complete().swallowed()).isEqualTo(Map.of(RecordKind.STUDENT, 1L));
    Rejected rejected = read.sink().rejected.getFirst();
    assertThat(rejected.unread()).isEqualTo(new Unread.Whole(RecordKind.STUDENT));
    assertThat(rejected.finding().line()).isEqualTo(3);
  }

  @Test
  void H3_a_mark_that_takes_in_megabytes_ends_the_file_and_not_the_reader() {
    String rows = "S1,P2,Eve,Fox,9\n".repeat(200_000);
    Rejected rejected = only("students.csv", STUDENTS + "S1,P1,\"Cem,Dog,9\n" + rows);

    assertThat(rejected.finding().code()).isEqualTo("BROKEN_QUOTE");
    assertThat(rejected.unread()).isEqualTo(new Unread.Whole(RecordKind.STUDENT));
  }

  @Test
  void H3_an_id_has_no_line_break() {
    Rejected rejected = only("students.csv", STUDENTS + "S1,\"P1\nP2\",Cem,Dog,9\n");

    assertThat(rejected.finding().code()).isEqualTo("BROKEN_QUOTE");
  }

  @Test
  void H3_an_id_with_a_comma_is_two_fields_that_a_quotation_mark_has_joined() {
    Rejected rejected =
        only("students.csv", STUDENTS + "S1,\"P1,\"Cem, Jr\",Dog,\"1 Road, Town\"\n");

    assertThat(rejected.finding().code()).isEqualTo("BROKEN_QUOTE");
    assertThat(rejected.unread()).isEqualTo(new Unread.Whole(RecordKind.STUDENT));
  }

  @Test
  void H3_characters_and_lengths_have_limits() {
    assertThat(only("students.csv", STUDENTS + "S1,P9,C\0em,Dog,9\n"))
        .isEqualTo(only("students.csv", STUDENTS + "S1,P9,C\0em,Dog,9\n"))
        .satisfies(r -> assertThat(r.finding().code()).isEqualTo("NUL_CHARACTER"))
        .satisfies(r -> assertThat(r.finding().column()).isEqualTo("First_name"))
        .satisfies(r -> assertThat(r.unread()).isEqualTo(one("P9")));
    assertThat(only("students.csv", STUDENTS + "S1,P9," + "x".repeat(10_001) + ",Dog,9\n"))
        .satisfies(r -> assertThat(r.finding().code()).isEqualTo("FIELD_TOO_LONG"))
        .satisfies(r -> assertThat(r.unread()).isEqualTo(one("P9")));
    assertThat(only("students.csv", STUDENTS + "S1," + "x".repeat(256) + ",Cem,Dog,9\n"))
        .satisfies(r -> assertThat(r.finding().code()).isEqualTo("ID_TOO_LONG"))
        .satisfies(r -> assertThat(r.finding().message()).hasSizeLessThan(200))
        .satisfies(r ->
            assertThat(r.unread())
                .isEqualTo(new Unread.InSchool(RecordKind.STUDENT, new SchoolId("S1"))));
    assertThat(only("students.csv", STUDENTS + "S1,P9,Cem,Dog,9" + ",".repeat(5_000) + "\n"))
        .satisfies(r -> assertThat(r.finding().code()).isEqualTo("TOO_MANY_FIELDS"));
  }

  @Test
  void H3_a_row_of_many_long_fields_is_too_long() {
    String header = STUDENTS.strip() + ",a,b,c,d,e,f,g,h,i,j,k\n";
    String row = "S1,P9,Cem,Dog,9" + ("," + "x".repeat(9_999)).repeat(11) + "\n";

    assertThat(only("students.csv", header + row).finding().code()).isEqualTo("ROW_TOO_LONG");
  }

  @Test
  void a_row_of_separators_only_is_an_empty_line() {
    var read =
        new Snapshot()
            .with("students.csv", STUDENTS + ",,,,\n\n  \nS1,P1,Cem,Dog,9\n,,\n")
            .read(folder);

    assertThat(read.rows(RecordKind.STUDENT)).isEqualTo(new Reading.Rows(1, 1, 0, 0));
    assertThat(read.sink().rejected).isEmpty();
    assertThat(read.sink().places).contains("students.csv:5");
  }

  @Test
  void a_rejection_tells_a_school_secretary_what_happens_and_what_to_do() {
    Rejected rejected = only("students.csv", STUDENTS + "S1,P9,Cem,,9\n");

    assertThat(rejected.finding().message())
        .isEqualTo(
            "Line 2 of students.csv has no Last_name, without which it cannot be used; the row is"
                + " set aside and what it names stays as it was.");
    assertThat(List.of("Cem", "P9")).noneMatch(rejected.finding().message()::contains);
  }

  private static Unread one(String student) {
    return new Unread.One(RecordKey.of(RecordKind.STUDENT, student));
  }
}
