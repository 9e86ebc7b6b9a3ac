package org.rollbook.sync.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.rollbook.core.guard.Hold;
import org.rollbook.core.guard.Hold.Rule;
import org.rollbook.core.guard.SnapshotLimits;
import org.rollbook.core.roster.RecordKind;
import org.rollbook.registry.database.Database;
import org.rollbook.registry.intake.ImportReport;
import org.rollbook.registry.intake.Progress;
import org.rollbook.registry.intake.SnapshotStatus;
import org.rollbook.sync.runs.OperationLine;
import org.rollbook.sync.runs.RunStatus;
import org.rollbook.sync.testing.Classroom;
import org.rollbook.sync.testing.Sis;
import org.rollbook.sync.testing.TestDatabase;
import org.rollbook.sync.testing.World;

/** What the rules of the hub (H) mean for classes. Run against every kind of {@link Classroom}. */
@ExtendWith(TestDatabase.class)
public abstract class HubRules {
  @TempDir private Path folder = Path.of("");
  private World world;

  protected abstract Classroom openClassroom();

  @BeforeEach
  void begin(Database database) {
    world = new World(database, openClassroom());
    world.sis().section("algebra").called("Algebra").taughtBy("ada", "carl").with("ben", "cleo");
    world.sis().section("biology").called("Biology").taughtBy("bob").with("ben", "dora", "emil");
    world.accountsForAll().sync();
    world.classroom().forgetCalls();
  }

  @AfterEach
  void end() {
    world.close();
  }

  private static String at(String id) {
    return Sis.email(id);
  }

  private List<Classroom.SeenClass> classes() {
    return world.classroom().classes();
  }

  /** What the SIS has now, with one row of one file written in another way. */
  private ImportReport deliverWith(String file, String row, String instead) throws IOException {
    var damaged = world.sis().exportTo(folder).resolve(file);
    var rows = new ArrayList<>(Files.readAllLines(damaged));
    assertThat(rows).contains(row);
    rows.replaceAll(line -> line.equals(row) ? instead : line);
    Files.write(damaged, rows);
    return world.deliver(folder);
  }

  private void assertNothingIsSent() {
    world.classroom().forgetCalls();
    assertThat(world.syncOnly().status()).isEqualTo(RunStatus.UNCHANGED);
    assertThat(world.classroom().calls().writes()).isZero();
  }

  /** What the SIS has now is held for these reasons, and no class hears of it. */
  private ImportReport assertHeld(Hold... holds) {
    var before = classes();
    var report = world.deliver();
    assertThat(report.status()).isEqualTo(SnapshotStatus.HELD);
    assertThat(report.held()).containsExactly(holds);
    assertNothingIsSent();
    assertThat(classes()).isEqualTo(before);
    return report;
  }

  /** One row is set aside, and the rest of the delivery arrives, which is a newcomer in Algebra. */
  private void assertOnlyTheNewcomerArrives(ImportReport report, RecordKind rejected) {
    assertThat(report.status()).isEqualTo(SnapshotStatus.APPLIED);
    assertThat(report.records())
        .hasEntrySatisfying(rejected, rows -> assertThat(rows.rejected()).isEqualTo(1));
    var before = world.classCalled("Algebra");
    var others = classes().stream().filter(seen -> !seen.equals(before)).toList();
    world.classroom().forgetCalls();
    assertThat(world.syncOnly().status()).isEqualTo(RunStatus.DONE);
    assertThat(world.classroom().calls().writes()).isEqualTo(1);
    var students = new TreeSet<>(before.students());
    students.add(at("fay"));
    assertThat(classes())
        .containsAll(others)
        .contains(
            new Classroom.SeenClass(
                before.id(),
                before.name(),
                before.owner(),
                before.state(),
                before.teachers(),
                students))
        .hasSize(2);
  }

  private void newcomer() {
    world.sis().section("algebra").with("fay");
    world.accountsForAll();
  }

  @Test
  void H2_a_sync_amid_an_import_sees_the_roster_of_before_it() throws IOException {
    world.sis().section("algebra").called("Algebra 1").taughtBy("bob").without("ben").with("fay");
    world.accountsForAll();
    var before = classes();
    var seen = EnumSet.noneOf(Progress.Step.class);
    var report = world.deliver(world.sis().exportTo(folder), syncingIn(seen));
    assertThat(report.status()).isEqualTo(SnapshotStatus.APPLIED);
    assertThat(seen).contains(Progress.Step.APPLYING_RECORDS, Progress.Step.FINISHING);
    assertThat(classes()).isEqualTo(before);
    assertThat(world.syncOnly().status()).isEqualTo(RunStatus.DONE);
    assertThat(world.classCalled("Algebra 1").owner()).isEqualTo(at("bob"));
    assertThat(world.classCalled("Algebra 1").students()).containsExactly(at("cleo"), at("fay"));
  }

  /** Syncs whenever a part of an import begins. */
  private Progress syncingIn(EnumSet<Progress.Step> seen) {
    return new Progress() {
      @Override
      public void step(Step step) {
        assertThat(world.syncOnly().status()).as("%s", step).isEqualTo(RunStatus.UNCHANGED);
        seen.add(step);
      }

      @Override
      public void rows(RecordKind kind, long rows) {}
    };
  }

  @Test
  void H3_a_refused_snapshot_reaches_no_class() throws IOException {
    world.sis().section("algebra").called("Algebra 1").without("ben");
    var header = "School_id,Section_id,Student_id";
    var refused = deliverWith("enrollments.csv", header, "School_id,Section_id,Pupil");
    assertThat(refused.status()).isEqualTo(SnapshotStatus.REFUSED);
    assertNothingIsSent();
    assertThat(world.classCalled("Algebra").students()).contains(at("ben"));
    world.sync();
    assertThat(world.classCalled("Algebra 1").students()).containsExactly(at("cleo"));
  }

  @Test
  void H3_a_student_whose_row_cannot_be_read_stays_in_class() throws IOException {
    newcomer();
    var row = "north,ben," + at("ben") + ",ben,Student";
    var report = deliverWith("students.csv", row, "north,ben," + at("ben") + ",,");
    assertOnlyTheNewcomerArrives(report, RecordKind.STUDENT);
  }

  @Test
  void H3_a_student_whose_row_lost_the_comma_behind_its_id_stays_in_class() throws IOException {
    newcomer();
    var row = "north,ben," + at("ben") + ",ben,Student";
    var report = deliverWith("students.csv", row, "north,ben" + at("ben") + ",ben,Student");
    assertOnlyTheNewcomerArrives(report, RecordKind.STUDENT);
  }

  @Test
  void H3_an_enrolment_that_cannot_be_read_takes_nobody_out_of_its_class() throws IOException {
    newcomer();
    var report = deliverWith("enrollments.csv", "north,algebra,ben", "north,algebra,");
    assertOnlyTheNewcomerArrives(report, RecordKind.ENROLMENT);
  }

  @Test
  void H3_a_teacher_whose_row_cannot_be_read_stays_in_class() throws IOException {
    newcomer();
    var row = "north,carl," + at("carl") + ",carl,Teacher";
    var report = deliverWith("teachers.csv", row, "north,carl," + at("carl") + ",,");
    assertOnlyTheNewcomerArrives(report, RecordKind.TEACHER);
  }

  @Test
  void H3_a_class_whose_section_cannot_be_read_keeps_name_and_teachers() throws IOException {
    newcomer();
    var report =
        deliverWith("sections.csv", "north,algebra,Algebra,ada,carl,", "north,algebra,,,,,,,");
    assertOnlyTheNewcomerArrives(report, RecordKind.SECTION);
  }

  @Test
  void H3_a_file_of_which_nothing_can_be_read_is_held_and_once_approved_takes_nobody_out()
      throws IOException {
    newcomer();
    var row = "north,algebra,ben";
    var held = deliverWith("enrollments.csv", row, "\"" + row);
    assertThat(held.status()).isEqualTo(SnapshotStatus.HELD);
    assertThat(held.held()).containsExactly(new Hold(Rule.UNREADABLE, RecordKind.ENROLMENT, 5, 5));
    assertNothingIsSent();
    world.approveIfHeld(held);
    // The newcomer is in the roster, but whose seat she has could not be read.
    assertNothingIsSent();
    assertThat(world.classCalled("Algebra").students()).containsExactly(at("ben"), at("cleo"));
    assertThat(world.classCalled("Biology").students()).hasSize(3);
  }

  @Test
  void H4_a_held_snapshot_changes_no_class_until_it_is_approved() {
    for (int s = 0; s < 28; s++) {
      world.sis().section("algebra").with("student" + s);
    }
    world.accountsForAll().sync();
    for (int s = 0; s < 12; s++) {
      world.sis().section("algebra").without("student" + s);
    }
    world.sis().section("biology").called("Biology 1");
    world.approveIfHeld(assertHeld(new Hold(Rule.DELETED, RecordKind.ENROLMENT, 12, 33)));
    assertThat(world.syncOnly().status()).isEqualTo(RunStatus.DONE);
    assertThat(world.classCalled("Algebra").students())
        .hasSize(18)
        .contains(at("ben"), at("student12"))
        .doesNotContain(at("student11"));
    assertThat(world.classCalled("Biology 1").students()).hasSize(3);
  }

  /** Ten more sections and their classes, with one student each; so there are twelve. */
  private void tenMoreClasses() {
    for (int c = 0; c < 10; c++) {
      world.sis().section("chemistry" + c).called("Chemistry " + c).taughtBy("bob").with("emil");
    }
    world.sync();
  }

  @Test
  void H4_a_held_snapshot_that_changes_most_sections_changes_no_class_until_it_is_approved() {
    tenMoreClasses();
    for (int c = 0; c < 10; c++) {
      world.sis().section("chemistry" + c).called("Physics " + c).with("dora");
    }
    world.approveIfHeld(assertHeld(new Hold(Rule.UPDATED, RecordKind.SECTION, 10, 12)));
    assertThat(world.syncOnly().status()).isEqualTo(RunStatus.DONE);
    assertThat(world.classCalled("Physics 9").students()).containsExactly(at("dora"), at("emil"));
    assertThat(classes()).hasSize(12);
  }

  @Test
  void H4_a_snapshot_that_renames_every_section_is_held_and_makes_no_second_set_of_classes() {
    tenMoreClasses();
    // So that nothing but the new keys is a reason.
    world.limits(new SnapshotLimits(100, 100, 10));
    world.sis().sectionIds().forEach(id -> world.sis().renameSection(id, "new-" + id));
    var held =
        assertHeld(
            new Hold(Rule.RENAMED_KEYS, RecordKind.SECTION, 12, 12),
            new Hold(Rule.RENAMED_KEYS, RecordKind.ENROLMENT, 15, 15));
    world.approveIfHeld(held);
    assertThat(world.syncOnly().status()).as("of the plan (R2)").isEqualTo(RunStatus.HELD);
    assertThat(classes()).hasSize(12);
  }

  @Test
  void H4_a_snapshot_that_renames_every_student_is_held_and_once_approved_keeps_their_seats() {
    for (int s = 0; s < 8; s++) {
      world.sis().section("algebra").with("student" + s);
    }
    world.accountsForAll().sync();
    world.limits(new SnapshotLimits(100, 100, 10));
    world.sis().studentIds().forEach(id -> world.sis().renameStudent(id, "new-" + id));
    world.sis().section("algebra").without("new-student7");
    var held =
        assertHeld(
            new Hold(Rule.RENAMED_KEYS, RecordKind.STUDENT, 12, 12),
            new Hold(Rule.RENAMED_KEYS, RecordKind.ENROLMENT, 13, 13));
    world.approveIfHeld(held);
    assertThat(world.syncOnly().status()).isEqualTo(RunStatus.DONE);
    // Their addresses lead to the accounts that they had: nobody else leaves or joins.
    assertThat(world.classroom().calls().writes()).isEqualTo(1);
    assertThat(world.classCalled("Algebra").students()).doesNotContain(at("student7")).hasSize(9);
    assertThat(world.classCalled("Biology").students()).hasSize(3);
  }

  @Test
  void H4_a_snapshot_that_empties_a_kind_takes_nobody_out_of_class_until_it_is_approved() {
    world.sis().section("algebra").without("ben", "cleo");
    world.sis().section("biology").without("ben", "dora", "emil");
    var held =
        assertHeld(
            new Hold(Rule.EMPTIED, RecordKind.ENROLMENT, 5, 5),
            new Hold(Rule.HEADER_ONLY, RecordKind.ENROLMENT, 5, 5));
    world.approveIfHeld(held);
    assertThat(world.syncOnly().status()).isEqualTo(RunStatus.DONE);
    assertThat(classes()).hasSize(2).allMatch(seen -> seen.students().isEmpty());
  }

  @Test
  void H5_only_the_class_of_a_section_that_an_event_tells_of_is_written_to() {
    world.sis().section("algebra").without("cleo").with("fay");
    var report = world.accountsForAll().deliver();
    assertThat(report.events()).isEqualTo(new ImportReport.Events(1, 1, 0));
    var run = world.syncOnly();
    assertThat(world.operations(run.run()))
        .hasSize(2)
        .extracting(OperationLine::section)
        .containsOnly("algebra");
    assertThat(world.classroom().calls().writes()).isEqualTo(2);
    assertThat(world.classCalled("Algebra").students()).containsExactly(at("ben"), at("fay"));
  }

  @Test
  void H5_a_snapshot_that_says_the_same_in_another_order_is_no_event_and_no_call()
      throws IOException {
    var file = world.sis().exportTo(folder).resolve("enrollments.csv");
    var rows = new ArrayList<>(Files.readAllLines(file));
    rows.subList(1, rows.size()).sort(Comparator.reverseOrder());
    Files.write(file, rows);
    assertThat(world.deliver(folder).events()).isEqualTo(ImportReport.Events.NONE);
    assertNothingIsSent();
  }

  @Test
  void H8_a_section_that_leaves_and_returns_keeps_its_one_class() {
    var id = world.classCalled("Algebra").id();
    world.sis().dropSection("algebra");
    world.sync();
    assertThat(world.classCalled("Algebra").state()).isEqualTo("DECLINED");
    world.sis().section("algebra").called("Algebra 1").taughtBy("ada").with("ben", "cleo");
    world.sync();
    assertThat(world.classCalled("Algebra 1").id()).isEqualTo(id);
    assertThat(classes()).hasSize(2);
    // A new installation knows it by its alias only, which is the section's id.
    world.connect();
    world.syncOnly();
    assertThat(classes()).hasSize(2);
  }

  @Test
  void H8_a_student_who_leaves_and_returns_is_known_by_id_whatever_the_address() {
    world.sis().leaves("ben");
    world.sync();
    assertThat(world.classCalled("Algebra").students()).containsExactly(at("cleo"));
    world.sis().section("algebra").with("ben");
    world.sis().email("ben", at("benjamin"));
    var run = world.accountsForAll().sync();
    assertThat(world.operations(run.run()))
        .extracting(OperationLine::person)
        .containsExactly(Optional.of("ben"));
    assertThat(world.classCalled("Algebra").students()).containsExactly(at("benjamin"), at("cleo"));
    assertThat(world.classCalled("Biology").students()).containsExactly(at("dora"), at("emil"));
  }
}
