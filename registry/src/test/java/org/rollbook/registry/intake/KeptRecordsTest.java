package org.rollbook.registry.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.rollbook.registry.testing.SmallDistrict.oneClassOf;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rollbook.core.roster.Enrolment;
import org.rollbook.core.roster.RecordKey;
import org.rollbook.core.roster.RecordKind;
import org.rollbook.core.roster.RosterRecord;
import org.rollbook.core.roster.SchoolId;
import org.rollbook.core.roster.Section;
import org.rollbook.core.roster.SectionId;
import org.rollbook.core.roster.Student;
import org.rollbook.core.roster.Teacher;
import org.rollbook.registry.database.Database;
import org.rollbook.registry.testing.Deliveries;
import org.rollbook.registry.testing.FakeSnapshot;
import org.rollbook.registry.testing.TestServer;
import org.rollbook.sources.Finding;
import org.rollbook.sources.Unread;

/** H3: what stays as it was because of rows that could not be read is counted and told. */
@ExtendWith(TestServer.class)
final class KeptRecordsTest {
  private static final int CLASS = 30;

  private final Database database;
  private final Deliveries deliveries = new Deliveries();
  private final Intake intake;
  private final DistrictKey district = new DistrictKey("d-" + UUID.randomUUID());

  KeptRecordsTest(Database database) throws IOException {
    this.database = database;
    this.intake = new Intake(database, deliveries, InstantSource.system());
    deliver(FakeSnapshot.of(oneClassOf(CLASS)));
  }

  private ImportReport deliver(FakeSnapshot snapshot) throws IOException {
    ImportReport report = intake.importSnapshot(district, deliveries.of(snapshot), Progress.NONE);
    assertThat(intake.snapshot(report.snapshot())).contains(report);
    return report;
  }

  private static FakeSnapshot without(Predicate<RosterRecord> left) {
    return FakeSnapshot.of(oneClassOf(CLASS).stream().filter(left.negate()).toList());
  }

  private static Predicate<RosterRecord> students(int from) {
    return record -> record instanceof Student student && number(student.id().value()) >= from;
  }

  private static int number(String id) {
    return Integer.parseInt(id.substring(1));
  }

  private static List<String> says(ImportReport report) {
    return report.kept().stream().map(kept -> kept.because().message()).toList();
  }

  @Test
  void H3_one_row_that_may_have_been_anybody_keeps_everybody_and_says_how_many()
      throws IOException {
    var report =
        deliver(
            without(students(22)).and(RecordKind.STUDENT, new Unread.Whole(RecordKind.STUDENT)));
    assertThat(report.status()).isEqualTo(SnapshotStatus.UNCHANGED);
    assertThat(report.kept())
        .extracting(Kept::kind, Kept::count)
        .containsExactly(tuple(RecordKind.STUDENT, 9L));
    assertThat(says(report))
        .containsExactly(
            "9 students are kept as before: line 23 of students.csv could not be read and may have"
                + " been any of them.");
    assertThat(report.findings())
        .contains(report.kept().getFirst().because())
        .extracting(Finding::file, Finding::line, Finding::code)
        .contains(tuple("students.csv", 23L, Kept.CODE));
    assertThat(report.findingCounts()).containsEntry(Kept.CODE, 1L);
  }

  @Test
  void H3_the_widest_of_several_rows_is_named() throws IOException {
    var report =
        deliver(
            without(students(26))
                .and(RecordKind.STUDENT, new Unread.One(RecordKey.of(RecordKind.STUDENT, "s26")))
                .and(RecordKind.STUDENT, new Unread.InSchool(RecordKind.STUDENT, new SchoolId("A")))
                .and(RecordKind.STUDENT, new Unread.One(RecordKey.of(RecordKind.STUDENT, "s30"))));
    assertThat(says(report))
        .containsExactly(
            "5 students are kept as before: line 28 and 2 more of students.csv could not be read and"
                + " may have been any of its school.");
  }

  @Test
  void H3_a_row_that_still_names_its_student_keeps_that_one() throws IOException {
    var report =
        deliver(
            without(students(30))
                .and(RecordKind.STUDENT, new Unread.One(RecordKey.of(RecordKind.STUDENT, "s30"))));
    assertThat(says(report))
        .containsExactly("1 student is kept as before: line 31 of students.csv could not be read.");
  }

  @Test
  void H3_enrolments_that_stay_are_counted() throws IOException {
    var report =
        deliver(
            without(record ->
                    record instanceof Enrolment seat && number(seat.student().value()) > 28)
                .and(RecordKind.ENROLMENT, new Unread.InSection(new SectionId("c1"))));
    assertThat(says(report))
        .containsExactly(
            "2 enrollments are kept as before: line 30 of enrollments.csv could not be read and may"
                + " have been any of its section.");
  }

  @Test
  void H3_what_stays_because_others_name_it_is_told_too() throws IOException {
    var report =
        deliver(
            without(record -> record instanceof Section || record instanceof Teacher)
                .and(RecordKind.SECTION, new Unread.One(RecordKey.of(RecordKind.SECTION, "c1"))));
    assertThat(says(report))
        .containsExactly(
            "1 teacher is kept as before: records that stay name them.",
            "1 section is kept as before: line 2 of sections.csv could not be read.");
  }

  @Test
  void H3_nobody_who_is_read_counts_as_kept() throws IOException {
    var report =
        deliver(
            without(none -> false).and(RecordKind.STUDENT, new Unread.Whole(RecordKind.STUDENT)));
    assertThat(report.kept()).isEmpty();
    assertThat(report.findingCounts()).doesNotContainKey(Kept.CODE);
  }

  @Test
  void H3_the_same_bytes_again_and_a_snapshot_that_is_held_tell_it_as_well() throws IOException {
    var damaged =
        without(students(22)).and(RecordKind.STUDENT, new Unread.Whole(RecordKind.STUDENT));
    var first = deliver(damaged);
    assertThat(deliver(damaged).kept()).isEqualTo(first.kept());

    var rows = new ArrayList<>(damaged.rows());
    rows.removeIf(row ->
        row instanceof FakeSnapshot.Row.Read(Enrolment seat) && number(seat.student().value()) > 9);
    var held = deliver(new FakeSnapshot(rows, List.of(), false));
    assertThat(held.status()).isEqualTo(SnapshotStatus.HELD);
    assertThat(held.kept()).extracting(Kept::count).containsExactly(9L);
    assertThat(intake.discard(held.snapshot()).kept()).isEqualTo(held.kept());
  }

  @Test
  void reports_from_before_it_was_counted_can_be_read() {
    database
        .jdbc()
        .sql(
            """
            update snapshot set report = report - 'kept'
            where district_id = (select id from district where key = :key)
            """)
        .param("key", district.value())
        .update();
    assertThat(intake.snapshots(district).getFirst().report().kept()).isEmpty();
  }
}
