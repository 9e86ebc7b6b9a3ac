package org.rollbook.registry.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollbook.registry.testing.SmallDistrict.oneClassOf;

import java.io.IOException;
import java.time.InstantSource;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rollbook.core.roster.RecordKind;
import org.rollbook.registry.database.Database;
import org.rollbook.registry.testing.Deliveries;
import org.rollbook.registry.testing.FakeSnapshot;
import org.rollbook.registry.testing.RosterDump;
import org.rollbook.registry.testing.TestServer;
import org.rollbook.sources.Unread;

@ExtendWith(TestServer.class)
final class IntakeTest {
  private final Database database;
  private final Deliveries deliveries = new Deliveries();
  private final Intake intake;
  private final DistrictKey district = new DistrictKey("d-" + UUID.randomUUID());

  IntakeTest(Database database) {
    this.database = database;
    this.intake = new Intake(database, deliveries, InstantSource.system());
  }

  private ImportReport deliver(FakeSnapshot snapshot) throws IOException {
    return intake.importSnapshot(district, deliveries.of(snapshot), Progress.NONE);
  }

  @Test
  void a_first_snapshot_fills_the_roster_and_a_second_of_the_same_bytes_changes_nothing()
      throws IOException {
    ImportReport first = deliver(FakeSnapshot.of(oneClassOf(3)));
    assertThat(first.status()).isEqualTo(SnapshotStatus.APPLIED);
    assertThat(first.events()).isEqualTo(new ImportReport.Events(8, 0, 0));
    assertThat(first.records().get(RecordKind.STUDENT)).isEqualTo(new ImportReport.Rows(3, 3, 0));

    ImportReport second = deliver(FakeSnapshot.of(oneClassOf(3)));
    assertThat(second.status()).isEqualTo(SnapshotStatus.UNCHANGED);
    assertThat(second.records()).isEqualTo(first.records());
    assertThat(enrolments(district)).isEqualTo(3);
  }

  @Test
  void H3_the_same_bytes_again_have_the_findings_of_the_import_that_read_them() throws IOException {
    FakeSnapshot damaged =
        FakeSnapshot.of(oneClassOf(3))
            .and(RecordKind.STUDENT, new Unread.Whole(RecordKind.STUDENT));
    ImportReport first = deliver(damaged);
    assertThat(first.findings()).hasSize(1);

    for (int again = 0; again < 2; again++) {
      ImportReport same = deliver(damaged);
      assertThat(same.status()).isEqualTo(SnapshotStatus.UNCHANGED);
      ImportReport looked = intake.snapshot(same.snapshot()).orElseThrow();
      assertThat(looked.findings()).isEqualTo(first.findings());
      assertThat(looked.findingCounts()).isEqualTo(first.findingCounts());
    }
  }

  @Test
  void imports_of_few_and_of_many_rows_take_turns_on_one_connection() throws IOException {
    var large = new DistrictKey("d-" + UUID.randomUUID());
    int many = 10_500;
    assertThat(deliver(FakeSnapshot.of(oneClassOf(3))).events().created()).isEqualTo(8);
    for (int turn = 0; turn < 2; turn++) {
      var report =
          intake.importSnapshot(
              large, deliveries.of(FakeSnapshot.of(oneClassOf(many - turn))), Progress.NONE);
      assertThat(report.status()).isEqualTo(SnapshotStatus.APPLIED);
      assertThat(enrolments(large)).isEqualTo(many - turn);
      assertThat(deliver(FakeSnapshot.of(oneClassOf(4 + turn))).events())
          .isEqualTo(new ImportReport.Events(1, 1, 0));
      assertThat(enrolments(district)).isEqualTo(4 + turn);
    }
  }

  private long enrolments(DistrictKey of) {
    return database
        .jdbc()
        .sql(
            """
            select count(*) from shared_enrolment e
            join district_state d using (district_id) where d.key = :key
            """)
        .param("key", of.value())
        .query(Long.class)
        .single();
  }

  @Test
  void H8_whoever_leaves_and_returns_keeps_the_id() throws IOException {
    deliver(FakeSnapshot.of(oneClassOf(3)));
    var before = RosterDump.ids(database, district);
    deliver(FakeSnapshot.of(oneClassOf(2)));
    deliver(FakeSnapshot.of(oneClassOf(3)));
    assertThat(RosterDump.ids(database, district)).isEqualTo(before);
    assertThat(RosterDump.of(database, district).records()).hasSize(before.size());
  }

  @Test
  void H5_a_student_who_leaves_is_told_after_the_section_that_lost_them() throws IOException {
    deliver(FakeSnapshot.of(oneClassOf(3)));
    long told = RosterDump.eventsAfter(database, district, 0).size();
    deliver(FakeSnapshot.of(oneClassOf(2)));
    assertThat(RosterDump.eventsAfter(database, district, told))
        .extracting(event -> event.kind() + " " + event.operation())
        .containsExactly("section updated", "student deleted");
  }
}
