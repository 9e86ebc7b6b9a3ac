package org.rollbook.registry.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollbook.registry.testing.SmallDistrict.course;
import static org.rollbook.registry.testing.SmallDistrict.school;
import static org.rollbook.registry.testing.SmallDistrict.section;
import static org.rollbook.registry.testing.SmallDistrict.staff;
import static org.rollbook.registry.testing.SmallDistrict.student;
import static org.rollbook.registry.testing.SmallDistrict.teacher;
import static org.rollbook.registry.testing.SmallDistrict.term;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rollbook.core.roster.Attributes;
import org.rollbook.core.roster.Contact;
import org.rollbook.core.roster.RosterRecord;
import org.rollbook.core.roster.Student;
import org.rollbook.registry.database.Database;
import org.rollbook.registry.testing.Deliveries;
import org.rollbook.registry.testing.FakeSnapshot;
import org.rollbook.registry.testing.RosterDump;
import org.rollbook.registry.testing.TestServer;
import tools.jackson.databind.JsonNode;

/** H5: what a snapshot says in another order is no change. */
@ExtendWith(TestServer.class)
final class AnotherOrderTest {
  private static final Contact MUM = contact("Mum", "1");
  private static final Contact DAD = contact("Dad", "2");
  private static final Contact AUNT = contact("Aunt", "3");

  private final Database database;
  private final Deliveries deliveries = new Deliveries();
  private final Intake intake;
  private final DistrictKey district = new DistrictKey("d-" + UUID.randomUUID());

  AnotherOrderTest(Database database) {
    this.database = database;
    this.intake = new Intake(database, deliveries, InstantSource.system());
  }

  private static Contact contact(String name, String phone) {
    return new Contact(name, Attributes.of(Map.of("phone", phone)));
  }

  private static Student with(Student student, Contact... contacts) {
    return new Student(
        student.id(),
        student.schools(),
        student.name(),
        student.email(),
        student.attributes(),
        List.of(contacts));
  }

  /** The district, with people in one way or another. */
  private ImportReport deliver(RosterRecord... people) throws IOException {
    var records =
        new ArrayList<RosterRecord>(
            List.of(school("A"), school("B"), school("C"), term(), course()));
    Stream.of("t1", "t2", "t3", "t4").map(id -> teacher(id, "B", "A")).forEach(records::add);
    records.addAll(List.of(people));
    return deliver(records);
  }

  private ImportReport deliver(List<RosterRecord> records) throws IOException {
    return intake.importSnapshot(district, deliveries.of(FakeSnapshot.of(records)), Progress.NONE);
  }

  @BeforeEach
  void begin() throws IOException {
    deliver(
        with(student("s1", "B", "A"), MUM, DAD),
        staff("u1", "C", "A", "B"),
        section("c1", "A", "t1", "t3", "t2"));
  }

  private JsonNode record(String id, String field) {
    return RosterDump.of(database, district).records().values().stream()
        .map(RosterDump.Entry::object)
        .filter(object -> object.get("source_id").stringValue().equals(id))
        .findFirst()
        .orElseThrow()
        .get(field);
  }

  private List<String> names(String id, String field) {
    var names = new TreeMap<Long, String>();
    RosterDump.of(database, district)
        .records()
        .forEach((found, entry) -> names.put(found, entry.object().get("source_id").stringValue()));
    return record(id, field).valueStream().map(found -> names.get(found.longValue())).toList();
  }

  private List<String> contacts(String id) {
    return record(id, "contacts").valueStream().map(c -> c.get("name").stringValue()).toList();
  }

  @Test
  void H5_schools_contacts_and_co_teachers_in_another_order_are_no_change() throws IOException {
    RosterDump before = RosterDump.of(database, district);
    ImportReport report =
        deliver(
            with(student("s1", "A", "B"), DAD, MUM),
            staff("u1", "A", "B", "C"),
            section("c1", "A", "t1", "t2", "t3"));
    assertThat(report.status()).isEqualTo(SnapshotStatus.UNCHANGED);
    assertThat(RosterDump.of(database, district)).isEqualTo(before);
  }

  @Test
  void H5_rows_in_another_order_are_no_change() throws IOException {
    var rows =
        new ArrayList<RosterRecord>(
            List.of(
                with(student("s1", "A"), MUM),
                with(student("s1", "A"), DAD),
                with(student("s1", "B"), MUM),
                with(student("s1", "B"), DAD),
                staff("u1", "A"),
                staff("u1", "B"),
                staff("u1", "C"),
                section("c1", "A", "t1", "t3", "t2")));
    var random = new Random(5);
    for (int shuffled = 0; shuffled < 5; shuffled++) {
      Collections.shuffle(rows, random);
      assertThat(deliver(rows.toArray(RosterRecord[]::new)).status())
          .as("%s", rows)
          .isEqualTo(SnapshotStatus.UNCHANGED);
    }
    assertThat(names("s1", "school_ids")).containsExactly("B", "A");
  }

  @Test
  void H5_who_is_there_longer_stays_in_front_and_the_first_school_the_first() throws IOException {
    ImportReport report =
        deliver(
            with(student("s1", "C", "A", "B"), AUNT, DAD, MUM),
            staff("u1", "B", "A"),
            section("c1", "A", "t1", "t4", "t2", "t3"));
    assertThat(report.events()).isEqualTo(new ImportReport.Events(0, 3, 0));
    assertThat(names("s1", "school_ids")).containsExactly("B", "A", "C");
    assertThat(contacts("s1")).containsExactly("Mum", "Dad", "Aunt");
    assertThat(names("u1", "school_ids")).containsExactly("A", "B");
    assertThat(names("c1", "co_teacher_ids")).containsExactly("t3", "t2", "t4");
  }

  @Test
  void H5_a_contact_with_another_telephone_is_a_change_and_no_other_order() throws IOException {
    ImportReport report =
        deliver(
            with(student("s1", "B", "A"), contact("Mum", "7"), DAD),
            staff("u1", "C", "A", "B"),
            section("c1", "A", "t1", "t3", "t2"));
    assertThat(report.events()).isEqualTo(new ImportReport.Events(0, 1, 0));
    assertThat(contacts("s1")).containsExactly("Dad", "Mum");
  }

  @Test
  void H5_who_has_no_contact_any_more_has_none() throws IOException {
    deliver(
        student("s1", "B", "A"), staff("u1", "C", "A", "B"), section("c1", "A", "t1", "t3", "t2"));
    assertThat(contacts("s1")).isEmpty();
  }
}
