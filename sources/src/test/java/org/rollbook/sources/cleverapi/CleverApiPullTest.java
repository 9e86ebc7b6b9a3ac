package org.rollbook.sources.cleverapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rollbook.core.roster.Enrolment;
import org.rollbook.core.roster.RecordKind;
import org.rollbook.core.roster.RosterRecord;
import org.rollbook.core.roster.Section;
import org.rollbook.core.roster.StaffMember;
import org.rollbook.core.roster.Student;
import org.rollbook.core.roster.Teacher;
import org.rollbook.core.roster.Term;
import org.rollbook.sources.Reading;
import org.rollbook.sources.RecordingSink;
import org.rollbook.sources.Unread;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** H1, H3: a district taken in over the API is the district that its files would be, or nothing. */
class CleverApiPullTest extends PulledDistrict {

  @Test
  void H1_a_district_over_the_api_is_the_district_of_its_files() throws IOException {
    List<RosterRecord> fromFiles = generated(1_500);

    Read read = pulled();

    assertThat(read.sink().rejected).isEmpty();
    assertThat(read.sink().findings).isEmpty();
    Set<RosterRecord> fromApi = new HashSet<>();
    for (RosterRecord record : read.sink().records) {
      fromApi.add(record instanceof Student student ? Renamed.sorted(student) : record);
    }
    assertThat(fromApi).isEqualTo(new Renamed(district).all(fromFiles));
    assertThat(fromApi).hasSameSizeAs(read.sink().records);
  }

  @Test
  void H1_what_is_read_stands_in_the_order_that_a_sink_expects() throws IOException {
    small();

    Read read = pulled();

    assertThat(read.sink().records.stream().map(record -> record.key().kind()))
        .containsExactly(
            RecordKind.SCHOOL,
            RecordKind.TEACHER,
            RecordKind.STUDENT,
            RecordKind.STUDENT,
            RecordKind.COURSE,
            RecordKind.TERM,
            RecordKind.SECTION,
            RecordKind.ENROLMENT,
            RecordKind.ENROLMENT);
    assertThat(read.complete().headerOnly()).isEmpty();
    assertThat(read.complete().rows()).doesNotContainKey(RecordKind.STAFF);
  }

  @Test
  void S40_faults_at_random_change_nothing() throws IOException {
    List<RosterRecord> fromFiles = generated(300);
    var chance = new Random(3);
    clever.faults.add(call -> {
      switch (chance.nextInt(8)) {
        case 0 -> call.json(500, "");
        case 1 -> call.cut();
        case 2 -> call.answer(502, "text/html", "<html></html>");
        default -> {
          return false;
        }
      }
      return true;
    });

    assertThat(pulled().sink().of(Enrolment.class))
        .hasSize((int) fromFiles.stream().filter(Enrolment.class::isInstance).count());
  }

  @Test
  void S22_a_student_who_is_not_shared_is_left_out_of_the_section() throws IOException {
    small();
    ((ArrayNode) at("sections", "5e1").path("students")).add("5d7").add("5d8");

    Read read = pulled();

    assertThat(read.sink().of(Enrolment.class)).hasSize(2);
    assertThat(codes(read)).containsExactly("UNSHARED_STUDENTS");
    assertThat(read.sink().findings.getFirst().message()).contains("lists 2 students");
  }

  @Test
  void S25_a_section_without_teacher_is_taken() throws IOException {
    small();
    at("sections", "5e1").putNull("teacher");

    Read read = pulled();

    assertThat(read.sink().of(Section.class).getFirst().primaryTeacher()).isEmpty();
    assertThat(codes(read)).containsExactly("MISSING_TEACHER");
  }

  @Test
  void S11_who_is_teacher_and_staff_is_both() throws IOException {
    small();
    ((ObjectNode) at("users", "5d1").path("roles"))
        .putObject("staff")
        .putArray("schools")
        .add("5a1");

    Read read = pulled();

    assertThat(read.sink().of(Teacher.class)).hasSize(1);
    assertThat(read.complete().rows()).containsKey(RecordKind.STAFF);
  }

  @Test
  void H1_what_the_district_calls_a_staff_member_is_one_text() throws IOException {
    small();
    clever.put("users", staff("5d4", "Principal", "District Admin"));
    clever.put("users", staff("5d5", "Librarian"));
    clever.put("users", staff("5d6"));

    assertThat(pulled().sink().of(StaffMember.class))
        .extracting(staff -> staff.attributes().get("role"))
        .containsExactly(
            Optional.of("Principal, District Admin"), Optional.of("Librarian"), Optional.empty());
  }

  private static ObjectNode staff(String id, String... roles) {
    ObjectNode user = user(id, "staff");
    ArrayNode all = ((ObjectNode) user.path("roles").path("staff")).putArray("roles");
    Arrays.stream(roles).forEach(all::add);
    return user;
  }

  @Test
  void S31_terms_and_courses_with_new_ids_are_the_same() throws IOException {
    small();
    List<Term> before = pulled().sink().of(Term.class);
    clever.list("terms").clear();
    clever.put("terms", StandIn.object("5b7").put("name", "S1"));
    at("sections", "5e1").put("term_id", "5b7");

    assertThat(pulled().sink().of(Term.class)).isEqualTo(before).hasSize(1);
  }

  @Test
  void S34_a_contact_of_several_students_is_each_ones_with_its_own_relationship()
      throws IOException {
    small();
    ((ArrayNode) at("users", "5d9").path("roles").path("contact").path("student_relationships"))
        .addObject()
        .put("student", "5d3")
        .put("relationship", "Aunt/Uncle");

    assertThat(pulled().sink().of(Student.class))
        .flatExtracting(Student::contacts)
        .extracting(contact -> contact.name() + contact.attributes().values())
        .containsExactly("Ada Bee{relationship=Parent}", "Ada Bee{relationship=Aunt/Uncle}");
  }

  @Test
  void H3_a_person_without_name_is_set_aside_and_stays_as_it_was() throws IOException {
    small();
    ((ObjectNode) at("users", "5d2").path("name")).putNull("first");

    Read read = pulled();

    assertThat(read.sink().rejected).hasSize(1);
    assertThat(read.sink().rejected.getFirst().unread())
        .isEqualTo(
            new Unread.One(org.rollbook.core.roster.RecordKey.of(RecordKind.STUDENT, "5d2")));
    assertThat(read.sink().of(Enrolment.class)).hasSize(2);
    assertThat(read.complete().rows().get(RecordKind.STUDENT))
        .isEqualTo(new Reading.Rows(2, 1, 0, 1));
  }

  @Test
  void H3_a_section_without_a_list_of_students_keeps_those_it_had() throws IOException {
    small();
    at("sections", "5e1").remove("students");

    assertThat(pulled().sink().rejected)
        .extracting(RecordingSink.Rejected::unread)
        .containsExactly(new Unread.InSection(new org.rollbook.core.roster.SectionId("5e1")));
  }

  @Test
  void H3_a_value_in_no_table_is_dropped_with_a_finding() throws IOException {
    small();
    ((ObjectNode) at("users", "5d2").path("roles").path("student")).put("grade", "9-12");
    at("users", "5d2").put("email", "two@x.org, three@x.org");

    Read read = pulled();

    assertThat(read.sink().of(Student.class).getFirst().email()).isEmpty();
    assertThat(codes(read)).containsExactly("UNKNOWN_VALUE", "UNKNOWN_VALUE");
    assertThat(read.complete().rows().get(RecordKind.STUDENT))
        .isEqualTo(new Reading.Rows(2, 2, 1, 0));
  }
}
