package org.rollbook.registry.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.rollbook.registry.testing.SmallDistrict.enrolment;
import static org.rollbook.registry.testing.SmallDistrict.oneClassOf;
import static org.rollbook.registry.testing.SmallDistrict.section;
import static org.rollbook.registry.testing.SmallDistrict.student;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rollbook.core.roster.RecordKey;
import org.rollbook.core.roster.RecordKind;
import org.rollbook.core.roster.RosterRecord;
import org.rollbook.registry.database.Database;
import org.rollbook.registry.testing.Deliveries;
import org.rollbook.registry.testing.FakeSnapshot;
import org.rollbook.registry.testing.TestServer;
import org.rollbook.sources.Finding;
import org.rollbook.sources.Unread;

/** What is kept of a snapshot's findings, and what is counted of them. */
@ExtendWith(TestServer.class)
final class FindingsTest {
  private static final int BAD = 1001;

  private final Database database;
  private final Deliveries deliveries = new Deliveries();
  private final Intake intake;
  private final DistrictKey district = new DistrictKey("d-" + UUID.randomUUID());

  FindingsTest(Database database) {
    this.database = database;
    this.intake = new Intake(database, deliveries, InstantSource.system());
  }

  private ImportReport deliver(FakeSnapshot snapshot) throws IOException {
    ImportReport report = intake.importSnapshot(district, deliveries.of(snapshot), Progress.NONE);
    assertThat(intake.snapshot(report.snapshot())).contains(report);
    return report;
  }

  private long stored(ImportReport report) {
    return database
        .jdbc()
        .sql("select count(*) from finding where snapshot_id = :snapshot")
        .param("snapshot", report.snapshot().value())
        .query(Long.class)
        .single();
  }

  @Test
  void the_first_thousand_findings_of_a_code_are_kept_and_all_are_counted() throws IOException {
    var rows = new ArrayList<>(FakeSnapshot.of(oneClassOf(3)).rows());
    for (int i = 0; i < BAD; i++) {
      var key = RecordKey.of(RecordKind.STUDENT, "bad" + i);
      rows.add(new FakeSnapshot.Row.Unreadable(RecordKind.STUDENT, new Unread.One(key)));
    }
    ImportReport report = deliver(new FakeSnapshot(rows, List.of(), false));
    assertThat(report.status()).as("nearly nothing was read").isEqualTo(SnapshotStatus.HELD);
    assertThat(report.findings()).hasSize(1000).doesNotHaveDuplicates();
    assertThat(report.findings()).last().extracting(Finding::line).isEqualTo(1004L);
    assertThat(stored(report)).isEqualTo(1000);
    assertThat(report.findingCounts()).containsEntry("UNREADABLE", 1001L);
    assertThat(report.records().get(RecordKind.STUDENT))
        .isEqualTo(new ImportReport.Rows(3 + BAD, 3, BAD));
  }

  @Test
  void H3_what_is_found_when_rows_meet_names_the_column_as_the_file_writes_it() throws IOException {
    var records = new ArrayList<RosterRecord>(oneClassOf(3));
    records.add(student("s4", "nowhere"));
    records.add(section("c2", "nowhere", "t1"));
    records.add(section("c3", "A", "nobody", "nobody else"));
    records.add(enrolment("c1", "nobody"));
    records.add(enrolment("nothing", "s1"));
    assertThat(deliver(FakeSnapshot.of(records)).findings())
        .extracting(Finding::code, Finding::column)
        .containsExactlyInAnyOrder(
            tuple("UNKNOWN_SCHOOL", "school ID"),
            tuple("UNKNOWN_SCHOOL", "a school's id"),
            tuple("UNKNOWN_TEACHER", "Teacher_id"),
            // It may have stood in any of nine columns.
            tuple("UNKNOWN_TEACHER", ""),
            tuple("UNKNOWN_STUDENT", "Student_id"),
            tuple("UNKNOWN_SECTION", "Section_id"));
  }

  @Test
  void each_code_has_a_thousand_of_its_own_also_of_those_found_when_rows_meet() throws IOException {
    var records = new ArrayList<RosterRecord>(oneClassOf(3));
    for (int i = 0; i < BAD; i++) {
      records.add(enrolment("c1", "nobody" + i));
      records.add(enrolment("nothing" + i, "s1"));
    }
    ImportReport report = deliver(FakeSnapshot.of(records));
    assertThat(report.findings()).hasSize(2000).doesNotHaveDuplicates();
    assertThat(stored(report)).isEqualTo(2000);
    assertThat(report.findingCounts())
        .containsEntry("UNKNOWN_SECTION", 1001L)
        .containsEntry("UNKNOWN_STUDENT", 1001L);
    assertThat(report.records().get(RecordKind.ENROLMENT))
        .isEqualTo(new ImportReport.Rows(3 + 2 * BAD, 3, 2 * BAD));
  }
}
