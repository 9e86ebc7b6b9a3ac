package org.rollbook.registry.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollbook.registry.testing.SmallDistrict.oneClassOf;
import static org.rollbook.registry.testing.SmallDistrict.renamed;
import static org.rollbook.registry.testing.SmallDistrict.school;
import static org.rollbook.registry.testing.SmallDistrict.section;
import static org.rollbook.registry.testing.SmallDistrict.student;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rollbook.core.roster.RecordKey;
import org.rollbook.core.roster.RecordKind;
import org.rollbook.core.roster.RosterRecord;
import org.rollbook.registry.database.Database;
import org.rollbook.registry.testing.Deliveries;
import org.rollbook.registry.testing.FakeSnapshot;
import org.rollbook.registry.testing.RosterDump;
import org.rollbook.registry.testing.TestServer;
import org.rollbook.sources.Unread;

/** H3: what a row that cannot be read may have named stays, and no more than that. */
@ExtendWith(TestServer.class)
final class UnreadRowTest {
  private static final int STUDENTS = 12;

  private final Database database;
  private final Deliveries deliveries = new Deliveries();
  private final Intake intake;
  private final DistrictKey district = new DistrictKey("d-" + UUID.randomUUID());

  UnreadRowTest(Database database) throws IOException {
    this.database = database;
    this.intake = new Intake(database, deliveries, InstantSource.system());
    deliver(FakeSnapshot.of(oneClassOf(STUDENTS)));
  }

  private ImportReport deliver(FakeSnapshot snapshot) throws IOException {
    return intake.importSnapshot(district, deliveries.of(snapshot), Progress.NONE);
  }

  /** The class again, without some of its records. */
  private static Stream<RosterRecord> without(RosterRecord... records) {
    Set<RecordKey> left = Set.copyOf(Stream.of(records).map(RosterRecord::key).toList());
    return oneClassOf(STUDENTS).stream().filter(record -> !left.contains(record.key()));
  }

  private static Unread like(RecordKind kind, String likely, String... readings) {
    return new Unread.OneOf(RecordKey.of(kind, likely), Set.of(readings));
  }

  @Test
  void H3_a_row_that_lost_the_comma_behind_its_id_names_whom_it_begins_with() throws IOException {
    RosterDump before = RosterDump.of(database, district);
    ImportReport report =
        deliver(
            FakeSnapshot.of(without(student("s5", "A")).toList())
                .and(RecordKind.STUDENT, like(RecordKind.STUDENT, "s5Stu", "s5Stu")));
    assertThat(report.status()).isEqualTo(SnapshotStatus.UNCHANGED);
    assertThat(report.records().get(RecordKind.STUDENT))
        .isEqualTo(new ImportReport.Rows(STUDENTS, STUDENTS - 1, 1));
    assertThat(RosterDump.of(database, district)).isEqualTo(before);
  }

  @Test
  void H3_where_an_id_begins_with_another_a_row_that_lost_its_comma_may_be_either()
      throws IOException {
    ImportReport report =
        deliver(
            FakeSnapshot.of(without(student("s1", "A"), student("s12", "A")).toList())
                .and(RecordKind.STUDENT, like(RecordKind.STUDENT, "s12", "s12")));
    assertThat(report.status()).isEqualTo(SnapshotStatus.UNCHANGED);
  }

  @Test
  void H3_a_section_row_that_lost_a_comma_names_sections_only() throws IOException {
    List<RosterRecord> gone =
        without(student("s5", "A"), section("c1", "A", "t1"))
            .filter(record -> record.key().kind() != RecordKind.ENROLMENT)
            .toList();
    ImportReport report =
        deliver(
            FakeSnapshot.of(gone)
                .and(RecordKind.SECTION, like(RecordKind.SECTION, "c1t1", "c1t1", "s5")));
    assertThat(intake.approve(report.snapshot()).events())
        .isEqualTo(new ImportReport.Events(0, 1, 1));
    assertThat(RosterDump.of(database, district).records().values())
        .extracting(entry -> entry.object().get("source_id").stringValue())
        .contains("c1")
        .doesNotContain("s5");
  }

  @Test
  void H3_a_new_students_row_that_lost_a_comma_keeps_nobody_who_left() throws IOException {
    ImportReport report =
        deliver(
            FakeSnapshot.of(
                    without(student("s5", "A"))
                        .filter(record -> !record.key().student().equals("s5"))
                        .toList())
                .and(RecordKind.STUDENT, like(RecordKind.STUDENT, "n1New", "n1New")));
    assertThat(report.events()).isEqualTo(new ImportReport.Events(0, 1, 1));
  }

  @Test
  void H3_whom_a_row_names_perhaps_still_changes_and_loses_no_school() throws IOException {
    var records = new ArrayList<RosterRecord>(oneClassOf(STUDENTS));
    records.add(school("B"));
    records.add(student("s1", "B"));
    deliver(FakeSnapshot.of(records));
    ImportReport report =
        deliver(
            FakeSnapshot.of(
                    Stream.concat(
                            without(student("s1", "A")),
                            Stream.of(school("B"), renamed(student("s1", "A"), "Married")))
                        .toList())
                .and(RecordKind.STUDENT, like(RecordKind.STUDENT, "s1Stu", "s1Stu")));
    assertThat(report.events()).isEqualTo(new ImportReport.Events(0, 1, 0));
    assertThat(RosterDump.of(database, district).records().values())
        .filteredOn(entry -> entry.object().get("source_id").stringValue().equals("s1"))
        .singleElement()
        .satisfies(entry -> {
          assertThat(entry.object().get("family_name").stringValue()).isEqualTo("Married");
          assertThat(entry.object().get("school_ids")).hasSize(2);
        });
  }
}
