package org.rollbook.registry.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rollbook.registry.testing.SmallDistrict.oneClassOf;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert;
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

  private long filesKept() {
    return database
        .jdbc()
        .sql(
            "select count(*) from held_file h join district d on d.id = h.district_id where d.key = :key")
        .param("key", district.value())
        .query(Long.class)
        .single();
  }

  private List<SnapshotStatus> statuses() {
    return intake.snapshots(district).stream().map(s -> s.report().status()).toList();
  }

  private String refusal(ThrowableAssert.ThrowingCallable decision) {
    return String.valueOf(
        assertThatExceptionOfType(DecisionRefused.class)
            .isThrownBy(decision)
            .actual()
            .getMessage());
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
    assertThat(filesKept()).isZero();
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
  void H4_what_is_held_already_and_comes_again_is_the_same_held_snapshot() throws IOException {
    deliver(FakeSnapshot.of(oneClassOf(30)));
    ImportReport held = deliver(FakeSnapshot.of(oneClassOf(15)));
    for (int day = 0; day < 3; day++) {
      assertThat(deliver(FakeSnapshot.of(oneClassOf(15)))).isEqualTo(held);
    }
    assertThat(statuses()).containsExactly(SnapshotStatus.HELD, SnapshotStatus.APPLIED);
    assertThat(filesKept()).isEqualTo(1);
    assertThat(intake.approve(held.snapshot()).status()).isEqualTo(SnapshotStatus.APPLIED);
  }

  @Test
  void H4_under_other_limits_what_is_held_already_is_looked_at_again() throws IOException {
    deliver(FakeSnapshot.of(oneClassOf(30)));
    deliver(FakeSnapshot.of(oneClassOf(15)));
    intake.limit(district, new SnapshotLimits(20, 75, 10));
    ImportReport stillHeld = deliver(FakeSnapshot.of(oneClassOf(15)));
    assertThat(deliver(FakeSnapshot.of(oneClassOf(15)))).isEqualTo(stillHeld);
    intake.limit(district, new SnapshotLimits(50, 75, 10));
    deliver(FakeSnapshot.of(oneClassOf(15)));
    assertThat(statuses())
        .containsExactly(
            SnapshotStatus.APPLIED,
            SnapshotStatus.SUPERSEDED,
            SnapshotStatus.SUPERSEDED,
            SnapshotStatus.APPLIED);
    assertThat(filesKept()).isZero();
  }

  @Test
  void H4_what_was_discarded_and_comes_again_waits_again() throws IOException {
    deliver(FakeSnapshot.of(oneClassOf(30)));
    ImportReport held = deliver(FakeSnapshot.of(oneClassOf(15)));
    intake.discard(held.snapshot());
    ImportReport again = deliver(FakeSnapshot.of(oneClassOf(15)));
    assertThat(again.snapshot()).isNotEqualTo(held.snapshot());
    assertThat(intake.approve(again.snapshot()).status()).isEqualTo(SnapshotStatus.APPLIED);
  }

  @Test
  void H4_a_newer_snapshot_that_is_taken_supersedes_the_held_one() throws IOException {
    deliver(FakeSnapshot.of(oneClassOf(30)));
    ImportReport held = deliver(FakeSnapshot.of(oneClassOf(15)));
    assertThat(intake.snapshots(district).getFirst().awaitsDecision()).isTrue();
    ImportReport newer = deliver(FakeSnapshot.of(oneClassOf(31)));
    assertThat(refusal(() -> intake.approve(held.snapshot())))
        .contains("is superseded", "Snapshot " + newer.snapshot() + " was taken since");
    assertThat(intake.snapshots(district)).noneMatch(SnapshotSummary::awaitsDecision);
    assertThat(statuses())
        .containsExactly(SnapshotStatus.APPLIED, SnapshotStatus.SUPERSEDED, SnapshotStatus.APPLIED);
    assertThat(filesKept()).isZero();
  }

  @Test
  void H4_the_files_that_the_roster_has_already_supersede_the_held_ones_too() throws IOException {
    deliver(FakeSnapshot.of(oneClassOf(30)));
    deliver(FakeSnapshot.of(oneClassOf(15)));
    deliver(FakeSnapshot.of(oneClassOf(30)));
    assertThat(statuses())
        .containsExactly(
            SnapshotStatus.UNCHANGED, SnapshotStatus.SUPERSEDED, SnapshotStatus.APPLIED);
    assertThat(filesKept()).isZero();
  }

  @Test
  void H4_a_newer_snapshot_that_is_held_is_the_one_to_decide_about() throws IOException {
    deliver(FakeSnapshot.of(oneClassOf(30)));
    ImportReport older = deliver(FakeSnapshot.of(oneClassOf(15)));
    ImportReport newer = deliver(FakeSnapshot.of(oneClassOf(14)));
    assertThat(statuses())
        .containsExactly(SnapshotStatus.HELD, SnapshotStatus.SUPERSEDED, SnapshotStatus.APPLIED);
    assertThat(filesKept()).isEqualTo(1);
    String whichOne = "approve %1$s or discard %1$s".formatted(newer.snapshot());
    assertThat(refusal(() -> intake.approve(older.snapshot()))).contains(whichOne);
    assertThat(refusal(() -> intake.discard(older.snapshot()))).contains(whichOne);

    intake.discard(newer.snapshot());
    assertThat(refusal(() -> intake.approve(older.snapshot())))
        .contains("import the present files");
    ImportReport present = deliver(FakeSnapshot.of(oneClassOf(15)));
    assertThat(intake.approve(present.snapshot()).status()).isEqualTo(SnapshotStatus.APPLIED);
  }

  @Test
  void H4_a_newer_delivery_that_cannot_be_read_takes_nobodys_place() throws IOException {
    deliver(FakeSnapshot.of(oneClassOf(30)));
    ImportReport held = deliver(FakeSnapshot.of(oneClassOf(15)));
    assertThat(deliver(FakeSnapshot.unusable()).status()).isEqualTo(SnapshotStatus.REFUSED);
    assertThat(intake.approve(held.snapshot()).status()).isEqualTo(SnapshotStatus.APPLIED);
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
