package org.rollbook.sources.clever;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.rollbook.core.roster.Enrolment;
import org.rollbook.core.roster.RecordKind;
import org.rollbook.core.roster.School;
import org.rollbook.core.roster.Section;
import org.rollbook.core.roster.Student;
import org.rollbook.core.roster.Teacher;
import org.rollbook.sources.Finding;
import org.rollbook.sources.Reading;
import org.rollbook.sources.RecordingSink;
import org.rollbook.sources.SnapshotFormats;
import org.rollbook.sources.SnapshotOpening;

/** Clever's public sandbox of 2015: real files with bare-CR line ends. */
class CleverSandboxTest {
  @Test
  void every_row_of_the_public_sandbox_is_accepted() throws IOException {
    var folder = ReferenceSamples.require("samples/clever-sandbox-2015");
    var sink = new RecordingSink();
    var opening = (SnapshotOpening.Ready) SnapshotFormats.open(folder);
    Reading.Complete complete;
    try (var source = opening.source()) {
      complete = (Reading.Complete) source.read(sink);
    }

    assertThat(sink.rejected).isEmpty();
    assertThat(sink.findings)
        .as("one student was born on a day that never was")
        .extracting(Finding::file, Finding::line, Finding::column, Finding::code)
        .containsExactly(tuple("students.csv", 525L, "Dob", "MALFORMED_DATE"));
    assertThat(complete.rows())
        .containsEntry(RecordKind.STUDENT, new Reading.Rows(1_004, 1_004, 1, 0));
    assertThat(sink.of(School.class)).hasSize(3);
    assertThat(sink.of(Student.class)).hasSize(1_004);
    assertThat(sink.of(Teacher.class)).hasSize(89);
    assertThat(sink.of(Section.class)).hasSize(379);
    // 53 sections name a second teacher; in one of them it is the primary teacher once more.
    assertThat(sink.of(Section.class)).filteredOn(s -> !s.coTeachers().isEmpty()).hasSize(52);
    assertThat(sink.of(Enrolment.class)).hasSize(8_971);
  }

  @Test
  void the_language_table_is_that_of_the_published_API() throws IOException {
    var swagger = CleverSwagger.require();

    assertThat(Languages.CODES.keySet()).isEqualTo(swagger.valuesOf("home_language"));
    assertThat(new HashSet<>(Languages.CODES.values()))
        .isEqualTo(swagger.valuesOf("home_language_code"))
        .hasSize(Languages.CODES.size());
  }
}
