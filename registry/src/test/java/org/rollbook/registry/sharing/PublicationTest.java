package org.rollbook.registry.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollbook.registry.testing.SmallDistrict.oneClassOf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rollbook.core.roster.Attributes;
import org.rollbook.core.roster.PersonName;
import org.rollbook.core.roster.RosterRecord;
import org.rollbook.core.roster.School;
import org.rollbook.core.roster.SchoolId;
import org.rollbook.core.roster.Section;
import org.rollbook.core.roster.SectionId;
import org.rollbook.core.roster.StaffId;
import org.rollbook.core.roster.StaffMember;
import org.rollbook.core.roster.Student;
import org.rollbook.core.roster.StudentId;
import org.rollbook.core.roster.Teacher;
import org.rollbook.core.roster.TeacherId;
import org.rollbook.core.share.Selection;
import org.rollbook.core.share.Share;
import org.rollbook.core.share.SharedField;
import org.rollbook.registry.database.Database;
import org.rollbook.registry.testing.FakeSnapshot;
import org.rollbook.registry.testing.SharingDistrict;
import org.rollbook.registry.testing.SmallDistrict;
import org.rollbook.registry.testing.TestServer;

@ExtendWith(TestServer.class)
final class PublicationTest {
  private final SharingDistrict district;

  PublicationTest(Database database) {
    this.district = new SharingDistrict(database);
  }

  @Test
  void H6_the_whole_district_is_shared_and_told_in_the_order_of_references() {
    district.publish(oneClassOf(2));
    App app = district.app();
    long before = district.lastEvent();
    district.share(app, Share.wholeDistrict());
    assertThat(district.told(app, before))
        .containsExactly(
            "created district",
            "created school A",
            "created term Autumn",
            "created course Algebra I",
            "created adult t1",
            "created student s1",
            "created student s2",
            "created section c1");
    assertThat(district.named(app)).hasSize(8);
    assertThat(district.object(app, "student s1").has("email")).isFalse();
  }

  @Test
  void H5_a_snapshot_that_changes_nothing_moves_last_sync_and_is_no_event() {
    district.publish(oneClassOf(2));
    App app = district.app();
    district.share(app, Share.wholeDistrict());
    assertThat(lastSync(app)).isEqualTo("2026-11-22T08:16:30.123Z");
    long before = district.lastEvent();
    assertThat(district.publish(oneClassOf(2))).isZero();
    assertThat(lastSync(app)).isEqualTo("2026-11-22T08:17:30.123Z");
    assertThat(district.told(app, before)).isEmpty();
  }

  private String lastSync(App app) {
    return district.object(app, "district").get("last_sync").stringValue();
  }

  @Test
  void H5_a_moved_student_is_one_update_of_the_section() {
    district.publish(oneClassOf(2));
    App app = district.app(SharedField.STUDENT_EMAIL);
    district.share(app, Share.wholeDistrict());
    long before = district.lastEvent();
    var more = new ArrayList<RosterRecord>(oneClassOf(2));
    more.removeLast();
    assertThat(district.publish(more)).isEqualTo(1);
    assertThat(district.told(app, before)).containsExactly("updated section c1");
    assertThat(district.publish(more)).isZero();
    assertThat(district.publish(oneClassOf(3))).isEqualTo(2);
    district.take(FakeSnapshot.of(oneClassOf(1)));
    district.take(FakeSnapshot.of(List.of(SmallDistrict.school("A"))));
    before = district.lastEvent();
    assertThat(district.publication().publish(district.key())).isEqualTo(7);
    assertThat(district.told(app, before))
        .containsExactly(
            "deleted section c1",
            "deleted student s3",
            "deleted student s2",
            "deleted student s1",
            "deleted adult t1",
            "deleted course Algebra I",
            "deleted term Autumn");
  }

  @Test
  void H6_unsharing_looks_like_deleting() {
    district.publish(oneClassOf(2));
    App app = district.app();
    district.share(app, Share.wholeDistrict());
    long before = district.lastEvent();
    district.sharing().unshare(app.id(), district.key());
    assertThat(district.told(app, before)).hasSize(8).allMatch(e -> e.startsWith("deleted"));
    assertThat(district.read(app)).isEmpty();
    district.share(app, Share.wholeDistrict());
    assertThat(district.read(app)).hasSize(8);
  }

  @Test
  void H6_a_pulled_district_is_shown_with_the_ids_of_its_SIS() {
    Attributes sis = Attributes.of(Map.of("sis_id", "of the SIS"));
    PersonName name = new PersonName("Pat", "", "Person");
    var schools = List.of(new SchoolId("A"));
    district.publish(
        new School(new SchoolId("A"), "Adams", sis),
        new Teacher(new TeacherId("t"), schools, name, Optional.of("t@d.example"), sis),
        new StaffMember(
            new StaffId("f"),
            schools,
            name,
            Optional.empty(),
            Attributes.of(Map.of("sis_id", "staff of the SIS"))),
        new Student(new StudentId("s"), schools, name, Optional.empty(), sis, List.of()),
        new Section(
            new SectionId("c"),
            new SchoolId("A"),
            "Algebra",
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            sis));
    App app = district.app(SharedField.STUDENT_EXT);
    district.share(app, new Share(new Selection.WholeDistrict(), true, List.of(), new TreeSet<>()));
    assertThat(district.named(app).keySet())
        .filteredOn(record -> !record.equals("district"))
        .hasSize(5)
        .allMatch(record -> record.endsWith(" of the SIS"));
    assertThat(district.named(app).values())
        .noneMatch(object -> object.toString().contains("\"ext\""));

    // Administrators choose a school by its own id, also one that nobody is at.
    district.publish(new School(new SchoolId("A"), "Adams", sis));
    district.share(app, Share.of(new Selection.Schools(new TreeSet<>(schools))));
    assertThat(district.named(app).keySet())
        .containsExactlyInAnyOrder("district", "school of the SIS");
  }
}
