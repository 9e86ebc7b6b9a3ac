package org.rollbook.registry.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rollbook.registry.testing.SmallDistrict.oneClassOf;

import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rollbook.core.guard.Hold;
import org.rollbook.core.guard.Hold.Rule;
import org.rollbook.core.guard.SnapshotLimits;
import org.rollbook.core.roster.RecordKind;
import org.rollbook.registry.database.Database;
import org.rollbook.registry.testing.Deliveries;
import org.rollbook.registry.testing.FakeSnapshot;
import org.rollbook.registry.testing.RosterDump;
import org.rollbook.registry.testing.TestServer;

@ExtendWith(TestServer.class)
final class HoldingTest {
  private final Database database;
  private final Deliveries deliveries = new Deliveries();
  private final Intake intake;
  private final DistrictKey district = new DistrictKey("d-" + UUID.randomUUID());

  HoldingTest(Database database) {
    this.database = database;
    this.intake = new Intake(database, deliveries, InstantSource.system());
  }

  private ImportReport deliver(FakeSnapshot snapshot) throws IOException {
    return intake.importSnapshot(district, deliveries.of(snapshot), Progress.NONE);
  }

  private RosterDump roster() {
    return RosterDump.of(database, district);
  }

  @Test
  void H4_a_held_snapshot_changes_nothing_until_it_is_approved() throws IOException {
    deliver(FakeSnapshot.of(oneClassOf(30)));
    RosterDump before = roster();
    ImportReport held = deliver(FakeSnapshot.of(oneClassOf(15)));
    assertThat(held.status()).isEqualTo(SnapshotStatus.HELD);
    assertThat(held.held())
        .containsExactly(
            new Hold(Rule.DELETED, RecordKind.STUDENT, 15, 30),
            new Hold(Rule.DELETED, RecordKind.ENROLMENT, 15, 30));
    assertThat(roster()).isEqualTo(before);

    ImportReport approved = intake.approve(held.snapshot());
    assertThat(approved.status()).isEqualTo(SnapshotStatus.APPLIED);
    assertThat(approved.snapshot()).isEqualTo(held.snapshot());
    // The section lost students, and the students went.
    assertThat(approved.events()).isEqualTo(new ImportReport.Events(0, 1, 15));
    assertThat(
            database
                .jdbc()
                .sql(
                    "select count(*) from held_file h join district d"
                        + " on d.id = h.district_id where d.key = :key")
                .param("key", district.value())
                .query(Long.class)
                .single())
        .isZero();
    assertThat(deliver(FakeSnapshot.of(oneClassOf(15))).status())
        .isEqualTo(SnapshotStatus.UNCHANGED);
  }

  @Test
  void H4_limits_are_set_per_district() throws IOException {
    deliver(FakeSnapshot.of(oneClassOf(30)));
    intake.limit(district, new SnapshotLimits(50, 75, 10));
    assertThat(deliver(FakeSnapshot.of(oneClassOf(15))).status()).isEqualTo(SnapshotStatus.APPLIED);
  }

  @Test
  void H4_a_discarded_snapshot_is_forgotten() throws IOException {
    deliver(FakeSnapshot.of(oneClassOf(30)));
    RosterDump before = roster();
    ImportReport held = deliver(FakeSnapshot.of(oneClassOf(15)));
    assertThat(intake.discard(held.snapshot()).status()).isEqualTo(SnapshotStatus.DISCARDED);
    assertThat(roster()).isEqualTo(before);
    assertThatThrownBy(() -> intake.approve(held.snapshot()))
        .isInstanceOf(DecisionRefused.class)
        .hasMessageContaining("discarded, not held");
  }

  @Test
  void H4_a_held_snapshot_is_stale_once_a_newer_one_was_taken() throws IOException {
    deliver(FakeSnapshot.of(oneClassOf(30)));
    ImportReport held = deliver(FakeSnapshot.of(oneClassOf(15)));
    assertThat(intake.snapshots(district).getFirst().awaitsDecision()).isTrue();
    ImportReport newer = deliver(FakeSnapshot.of(oneClassOf(31)));
    assertThatThrownBy(() -> intake.approve(held.snapshot()))
        .isInstanceOf(DecisionRefused.class)
        .hasMessageContaining("stale");
    assertThat(intake.snapshots(district))
        .noneMatch(SnapshotSummary::awaitsDecision)
        .filteredOn(s -> s.report().status() == SnapshotStatus.HELD)
        .extracting(SnapshotSummary::newer)
        .containsExactly(Optional.of(newer.snapshot()));
    assertThat(intake.snapshots(district))
        .extracting(s -> s.report().status())
        .containsExactly(SnapshotStatus.APPLIED, SnapshotStatus.HELD, SnapshotStatus.APPLIED);
  }

  @Test
  void H4_a_first_snapshot_is_held_for_a_file_without_rows_only() throws IOException {
    ImportReport held = deliver(FakeSnapshot.of(oneClassOf(1)).headerOnly(RecordKind.TEACHER));
    assertThat(held.held()).extracting(Hold::rule).containsExactly(Rule.HEADER_ONLY);
    assertThat(roster().records()).isEmpty();
  }

  @Test
  void H3_a_refused_snapshot_leaves_its_findings_and_nothing_else() throws IOException {
    deliver(FakeSnapshot.of(oneClassOf(2)));
    RosterDump before = roster();
    ImportReport refused = deliver(FakeSnapshot.unusable());
    assertThat(refused.status()).isEqualTo(SnapshotStatus.REFUSED);
    assertThat(refused.findings()).extracting(f -> f.code()).containsExactly("MISSING_FILE");
    assertThat(roster()).isEqualTo(before);
    assertThat(intake.snapshot(refused.snapshot())).contains(refused);
    assertThatThrownBy(() -> intake.approve(refused.snapshot()))
        .isInstanceOf(DecisionRefused.class);
  }

  @Test
  void a_decision_about_no_snapshot_is_refused() {
    assertThatThrownBy(() -> intake.discard(new SnapshotNumber(Long.MAX_VALUE)))
        .isInstanceOf(DecisionRefused.class)
        .hasMessageContaining("There is no snapshot");
  }
}
