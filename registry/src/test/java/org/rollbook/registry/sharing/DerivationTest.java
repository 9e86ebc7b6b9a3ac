package org.rollbook.registry.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollbook.registry.testing.SmallDistrict.course;
import static org.rollbook.registry.testing.SmallDistrict.enrolment;
import static org.rollbook.registry.testing.SmallDistrict.school;
import static org.rollbook.registry.testing.SmallDistrict.section;
import static org.rollbook.registry.testing.SmallDistrict.staff;
import static org.rollbook.registry.testing.SmallDistrict.student;
import static org.rollbook.registry.testing.SmallDistrict.teacher;
import static org.rollbook.registry.testing.SmallDistrict.term;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rollbook.core.roster.Attributes;
import org.rollbook.core.roster.Contact;
import org.rollbook.core.roster.RosterRecord;
import org.rollbook.core.roster.StaffMember;
import org.rollbook.core.roster.Student;
import org.rollbook.core.share.Selection;
import org.rollbook.core.share.Share;
import org.rollbook.core.share.SharedField;
import org.rollbook.registry.database.Database;
import org.rollbook.registry.testing.SharingDistrict;
import org.rollbook.registry.testing.TestServer;

/** What Clever makes of a roster's rows, and we after it. */
@ExtendWith(TestServer.class)
final class DerivationTest {
  private final SharingDistrict district;
  private final App app;

  DerivationTest(Database database) {
    this.district = new SharingDistrict(database);
    this.app = district.app(SharedField.STUDENT_CONTACTS);
    district.publish(school("A"));
    district.share(app, new Share(new Selection.WholeDistrict(), true, List.of(), new TreeSet<>()));
  }

  private static List<RosterRecord> atTwoSchools(RosterRecord... more) {
    var records =
        new ArrayList<RosterRecord>(
            List.of(
                school("A"),
                school("B"),
                term(),
                course(),
                teacher("t", "A", "B"),
                student("s", "A", "B"),
                student("x", "B"),
                section("a1", "A", "t"),
                section("b1", "B", "t")));
    records.addAll(List.of(more));
    return records;
  }

  private String primary(String person, String role) {
    String id = district.object(app, person).at("/roles/" + role + "/school").stringValue();
    return List.of("A", "B").stream()
        .filter(s -> district.object(app, "school " + s).get("id").stringValue().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void the_primary_school_is_the_first_of_the_source_without_sections() {
    district.publish(List.of(school("A"), school("B"), student("s", "B", "A")));
    assertThat(primary("student s", "student")).isEqualTo("B");
  }

  @Test
  void the_primary_school_is_where_most_sections_are_and_can_change() {
    district.publish(atTwoSchools(enrolment("a1", "s")));
    assertThat(primary("student s", "student")).isEqualTo("A");
    assertThat(primary("adult t", "teacher")).isEqualTo("A");
    district.publish(atTwoSchools(section("b2", "B", "t"), enrolment("b1", "s")));
    assertThat(primary("student s", "student")).isEqualTo("B");
    assertThat(primary("adult t", "teacher")).isEqualTo("B");
  }

  @Test
  void between_schools_with_as_many_sections_the_one_with_more_students_is_primary() {
    district.publish(atTwoSchools(enrolment("a1", "s"), enrolment("b1", "s")));
    assertThat(primary("student s", "student")).isEqualTo("A");
    // Nothing happened to these two but that somebody joined one of their sections.
    district.publish(
        atTwoSchools(enrolment("a1", "s"), enrolment("b1", "s"), enrolment("b1", "x")));
    assertThat(primary("student s", "student")).isEqualTo("B");
    assertThat(primary("adult t", "teacher")).isEqualTo("B");
  }

  private static StaffMember staffWith(String id, String email, String role) {
    StaffMember member = staff(id, "A");
    return new StaffMember(
        member.id(),
        member.schools(),
        member.name(),
        Optional.of(email),
        Attributes.of(Map.of("role", role)));
  }

  @Test
  void H8_a_teacher_and_a_staff_record_with_one_e_mail_are_one_user_and_part_again() {
    district.publish(school("A"), teacher("t", "A"), staffWith("u", "else@x.example", "Aide"));
    String teacher = district.object(app, "adult t").get("id").stringValue();
    String member = district.object(app, "adult u").get("id").stringValue();
    long before = district.lastEvent();
    var one =
        List.of(
            school("A"), teacher("t", "A"), staffWith("u", "t@district.example", "district admin"));
    district.publish(one);
    assertThat(district.told(app, before)).containsExactly("updated adult tu", "deleted adult u");
    var both = district.object(app, "adult tu");
    assertThat(both.get("id").stringValue()).isEqualTo(teacher);
    assertThat(both.at("/roles/district_admin/legacy_id").stringValue()).isEqualTo(member);

    // Who is left of the two is still the same user.
    district.publish(one.get(0), one.get(2));
    assertThat(district.object(app, "adult u").get("id").stringValue()).isEqualTo(teacher);
    district.publish(school("A"), teacher("t", "A"), staffWith("u", "else@x.example", "Aide"));
    assertThat(district.object(app, "adult t").get("id").stringValue()).isEqualTo(teacher);
    assertThat(district.object(app, "adult u").get("id").stringValue()).isEqualTo(member);
  }

  @Test
  void two_teachers_with_one_e_mail_stay_two_beside_a_staff_record() {
    var other = teacher("t", "A");
    district.publish(
        school("A"),
        other,
        new org.rollbook.core.roster.Teacher(
            new org.rollbook.core.roster.TeacherId("t2"),
            other.schools(),
            other.name(),
            other.email(),
            other.attributes()),
        staffWith("u", "t@district.example", "Aide"));
    assertThat(district.named(app)).containsKeys("adult t", "adult t2", "adult u");
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

  private static Contact contact(String name, String... attributes) {
    var values = new java.util.TreeMap<String, String>();
    for (int i = 0; i < attributes.length; i += 2) {
      values.put(attributes[i], attributes[i + 1]);
    }
    return new Contact(name, Attributes.of(values));
  }

  private String contactId() {
    return district.object(app, "contact Eve").get("id").stringValue();
  }

  private void publishContact(Contact contact) {
    district.publish(school("A"), with(student("s", "A"), contact));
  }

  @Test
  void H8_a_contact_with_an_id_of_the_source_keeps_its_own_whatever_changes() {
    publishContact(contact("Eve", "sis_id", "7", "email", "e@x.example"));
    String id = contactId();
    publishContact(contact("Eve", "sis_id", "7", "email", "new@x.example", "phone", "1"));
    assertThat(contactId()).isEqualTo(id);
  }

  @Test
  void a_contact_without_one_is_name_and_e_mail_or_telephone_or_what_it_is_to_the_student() {
    publishContact(contact("Eve", "email", "e@x.example", "phone", "1"));
    String first = contactId();
    publishContact(contact("Eve", "email", "e@x.example", "phone", "2"));
    assertThat(contactId()).isEqualTo(first);
    publishContact(contact("Eve", "phone", "2"));
    String second = contactId();
    assertThat(second).isNotEqualTo(first);
    publishContact(contact("Eve", "phone", "2", "relationship", "Parent"));
    assertThat(contactId()).isEqualTo(second);
    publishContact(contact("Eve", "relationship", "Parent"));
    String third = contactId();
    publishContact(contact("Eve", "relationship", "Sibling"));
    assertThat(contactId()).isNotEqualTo(third);
    // Who returns is the same again.
    publishContact(contact("Eve", "email", "e@x.example"));
    assertThat(contactId()).isEqualTo(first);
  }

  @Test
  void one_contact_of_two_students_has_a_relationship_with_each() {
    var eve = contact("Eve", "sis_id", "7", "relationship", "Parent");
    var aunt = contact("Eve", "sis_id", "7", "relationship", "Aunt/Uncle");
    district.publish(school("A"), with(student("s1", "A"), eve), with(student("s2", "A"), aunt));
    var relationships =
        district.object(app, "contact Eve").at("/roles/contact/student_relationships");
    assertThat(relationships.valueStream().map(r -> r.get("relationship").stringValue()))
        .containsExactly("Parent", "Aunt/Uncle");
  }
}
