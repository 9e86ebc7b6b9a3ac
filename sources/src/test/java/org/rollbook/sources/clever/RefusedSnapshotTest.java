package org.rollbook.sources.clever;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollbook.core.roster.RecordKind;
import org.rollbook.sources.Finding;
import org.rollbook.sources.Reading;

/** H3: a snapshot with a hole in it is refused as a whole, with every reason at once. */
class RefusedSnapshotTest {
  @TempDir Path folder;

  private List<Finding> refusal(Snapshot snapshot) {
    var read = snapshot.read(folder);
    assertThat(read.reading()).isInstanceOf(Reading.Refused.class);
    return read.refused().findings();
  }

  @Test
  void H3_everything_that_is_missing_is_said_at_once() {
    var snapshot =
        new Snapshot()
            .without("schools.csv")
            .with("teachers.csv", "")
            .with("students.csv", "School_id,Student_id,School id,Name\n")
            .with("sections.csv", "School_id;Section_id;Teacher_id\nS1;C1;T1\n");

    assertThat(refusal(snapshot))
        .extracting(Finding::file, Finding::column, Finding::code)
        .containsExactly(
            tuple("schools.csv", "", "MISSING_FILE"),
            tuple("teachers.csv", "", "EMPTY_FILE"),
            tuple("students.csv", "First_name", "MISSING_COLUMN"),
            tuple("students.csv", "Last_name", "MISSING_COLUMN"),
            tuple("students.csv", "School id", "DUPLICATE_COLUMN"),
            tuple("sections.csv", "", "WRONG_SEPARATOR"));
  }

  @Test
  void H3_nothing_is_handed_over_when_a_header_is_wrong() {
    var read = new Snapshot().with("enrollments.csv", "School_id,Section_id\nS1,C1\n").read(folder);

    assertThat(read.sink().records).isEmpty();
  }

  @Test
  void every_required_column_is_required() {
    for (CleverFile file : CleverFile.values()) {
      var required = new Header(file, List.of()).missing();
      for (String left : required) {
        String header = String.join(",", required.stream().filter(c -> !c.equals(left)).toList());
        assertThat(refusal(new Snapshot().with(file.fileName(), header + "\n")))
            .as(file + " without " + left)
            .extracting(f -> f.column().toLowerCase(Locale.ROOT))
            .containsExactly(left);
      }
    }
  }

  @Test
  void a_file_with_a_header_and_no_row_is_reported_as_such() {
    var read =
        new Snapshot().with("enrollments.csv", "School_id,Section_id,Student_id\n\n").read(folder);

    assertThat(read.complete().headerOnly()).containsExactly(RecordKind.ENROLMENT);
  }

  @Test
  void staff_may_be_absent_but_not_empty() {
    assertThat(new Snapshot().read(folder).complete().rows()).doesNotContainKey(RecordKind.STAFF);
    assertThat(refusal(new Snapshot().with("staff.csv", "")))
        .extracting(Finding::file, Finding::code)
        .containsExactly(tuple("staff.csv", "EMPTY_FILE"));
  }

  @Test
  void H3_letters_of_another_encoding_are_never_guessed_at() {
    Charset windows = Charset.forName("windows-1252");
    var snapshot =
        new Snapshot()
            .with(
                "students.csv",
                "School_id,Student_id,First_name,Last_name\r\nS1,P1,Cem,Dog\rS1,P2,José,Fox\n"
                    .getBytes(windows))
            .with(
                "sections.csv",
                "School_id,Section_id,Teacher_id,Name\nS1,C1,T1,Español\n".getBytes(windows));

    assertThat(refusal(snapshot))
        .extracting(Finding::file, Finding::line, Finding::code, Finding::message)
        .containsExactly(
            tuple(
                "students.csv",
                3L,
                "NOT_UTF8",
                "Line 3 of students.csv has letters that are not in the UTF-8 encoding; nothing is"
                    + " imported, please export the file again as \"CSV UTF-8\"."),
            tuple("sections.csv", 2L, "NOT_UTF8", refusal(snapshot).get(1).message()));
  }

  @Test
  void H3_a_letter_that_is_cut_off_at_the_end_is_not_UTF8() {
    byte[] whole = "School_id,School_name\nS1,Caf\u00e9".getBytes(StandardCharsets.UTF_8);
    byte[] cut = Arrays.copyOf(whole, whole.length - 1);

    assertThat(refusal(new Snapshot().with("schools.csv", cut)))
        .extracting(Finding::line, Finding::code)
        .containsExactly(tuple(2L, "NOT_UTF8"));
  }

  @Test
  void H3_UTF16_is_refused_with_and_without_its_mark() {
    String text = "School_id,School_name\nS1,City\n";
    assertThat(refusal(new Snapshot().with("schools.csv", text.getBytes(StandardCharsets.UTF_16))))
        .extracting(Finding::code)
        .containsExactly("NOT_UTF8");
    assertThat(
            refusal(new Snapshot().with("schools.csv", text.getBytes(StandardCharsets.UTF_16LE))))
        .extracting(Finding::code)
        .containsExactly("BROKEN_HEADER");
  }

  @Test
  void a_header_with_an_open_quotation_mark_is_refused() {
    assertThat(refusal(new Snapshot().with("schools.csv", "School_id,\"School_name\nS1,City\n")))
        .extracting(Finding::code)
        .containsExactly("BROKEN_HEADER");
  }

  @Test
  void files_that_nobody_reads_are_named() {
    var read =
        new Snapshot()
            .with("admins.csv", "a\n")
            .with("Contacts.csv", "a\n")
            .with("notes.txt", "a\n")
            .read(folder);

    assertThat(read.sink().findings)
        .extracting(Finding::file, Finding::code)
        .containsExactly(
            tuple("Contacts.csv", "FILE_NOT_READ"),
            tuple("admins.csv", "FILE_NOT_READ"),
            tuple("notes.txt", "FILE_NOT_READ"));
  }
}
