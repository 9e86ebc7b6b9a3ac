package org.rollbook.registry.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollbook.registry.testing.SmallDistrict.renamed;
import static org.rollbook.registry.testing.SmallDistrict.school;
import static org.rollbook.registry.testing.SmallDistrict.staff;
import static org.rollbook.registry.testing.SmallDistrict.student;
import static org.rollbook.registry.testing.SmallDistrict.teacher;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rollbook.core.roster.RecordKind;
import org.rollbook.core.roster.RosterRecord;
import org.rollbook.core.roster.Student;
import org.rollbook.registry.database.Database;
import org.rollbook.registry.testing.Deliveries;
import org.rollbook.registry.testing.FakeSnapshot;
import org.rollbook.registry.testing.RosterDump;
import org.rollbook.registry.testing.TestServer;
import org.rollbook.registry.testing.Written;

/** H3: people whom the source has at a school that it does not deliver. */
@ExtendWith(TestServer.class)
final class UnknownSchoolTest {
  private static final Student MARRIED = renamed(student("s1", "A"), "Married");

  private final Database database;
  private final Deliveries deliveries = new Deliveries();
  private final Intake intake;

  UnknownSchoolTest(Database database) {
    this.database = database;
    this.intake = new Intake(database, deliveries, InstantSource.system());
  }

  private DistrictKey district() throws IOException {
    var district = new DistrictKey("d-" + UUID.randomUUID());
    deliver(district, student("s1", "A"), teacher("t1", "B", "A"), staff("u1", "A"));
    return district;
  }

  private ImportReport deliver(DistrictKey district, RosterRecord... people) throws IOException {
    var records = new ArrayList<RosterRecord>(List.of(school("A"), school("B")));
    records.addAll(List.of(people));
    return intake.importSnapshot(district, deliveries.of(FakeSnapshot.of(records)), Progress.NONE);
  }

  private Written roster(DistrictKey district) {
    return Written.of(RosterDump.of(database, district));
  }

  @Test
  void H3_a_row_more_at_an_unknown_school_freezes_nobody() throws IOException {
    DistrictKey district = district();
    ImportReport report =
        deliver(
            district,
            renamed(student("s1", "X"), "Married"),
            MARRIED,
            teacher("t1", "B"),
            teacher("t1", "Y"),
            staff("u1", "Z"),
            staff("u1", "B"));
    assertThat(report.events()).isEqualTo(new ImportReport.Events(0, 3, 0));
    assertThat(report.findingCounts()).containsOnlyKeys("UNKNOWN_SCHOOL_LEFT_OUT");
    assertThat(report.findings()).hasSize(3);
    for (var kind : List.of(RecordKind.STUDENT, RecordKind.TEACHER, RecordKind.STAFF)) {
      assertThat(report.records().get(kind)).isEqualTo(new ImportReport.Rows(2, 2, 0));
    }
    assertThat(roster(district).records().get("student s1")).contains("[A]", "Married");
    assertThat(roster(district).records().get("teacher t1")).contains("[B]");
    assertThat(roster(district).records().get("staff u1")).contains("[B]");
  }

  @Test
  void H3_an_unknown_school_is_left_out_alike_in_a_row_of_its_own_and_beside_a_known_one()
      throws IOException {
    DistrictKey apart = district();
    DistrictKey together = district();
    ImportReport ofTwoRows = deliver(apart, MARRIED, renamed(student("s1", "X"), "Married"));
    ImportReport ofOneRow = deliver(together, renamed(student("s1", "A", "X"), "Married"));
    assertThat(roster(apart)).isEqualTo(roster(together));
    assertThat(ofTwoRows.findingCounts()).isEqualTo(ofOneRow.findingCounts());
    assertThat(ofTwoRows.events()).isEqualTo(ofOneRow.events());
  }

  @Test
  void H3_who_is_at_unknown_schools_only_stays_as_they_were() throws IOException {
    DistrictKey district = district();
    Written before = roster(district);
    ImportReport report =
        deliver(
            district,
            renamed(student("s1", "X"), "Married"),
            student("s1", "Y"),
            teacher("t1", "X", "Y"),
            staff("u1", "A"));
    assertThat(report.status()).isEqualTo(SnapshotStatus.UNCHANGED);
    assertThat(report.findingCounts()).containsOnlyKeys("UNKNOWN_SCHOOL", Kept.CODE);
    assertThat(report.records().get(RecordKind.STUDENT)).isEqualTo(new ImportReport.Rows(2, 0, 2));
    assertThat(report.records().get(RecordKind.TEACHER)).isEqualTo(new ImportReport.Rows(1, 0, 1));
    assertThat(roster(district)).isEqualTo(before);
  }
}
