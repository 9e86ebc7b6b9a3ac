package org.rollbook.sources.cleverapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollbook.core.roster.Enrolment;
import org.rollbook.core.roster.RecordKind;
import org.rollbook.core.roster.RosterRecord;
import org.rollbook.core.roster.Section;
import org.rollbook.core.roster.Student;
import org.rollbook.core.roster.Teacher;
import org.rollbook.core.roster.Term;
import org.rollbook.sources.Finding;
import org.rollbook.sources.Reading;
import org.rollbook.sources.RecordingSink;
import org.rollbook.sources.SnapshotFormats;
import org.rollbook.sources.SnapshotOpening;
import org.rollbook.sources.Unread;
import org.rollbook.sources.generator.DistrictGenerator;
import org.rollbook.sources.generator.GeneratorSettings;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** H1, H3: a district taken in over the API is the district that its files would be, or nothing. */
class CleverApiPullTest {
  @TempDir Path temporary;
  private final StandIn clever = new StandIn();
  private final Visitor visitor = new Visitor();
  private final ApiDistrict district = new ApiDistrict(clever);

  @AfterEach
  void stop() {
    clever.close();
    visitor.close();
  }

  private record Read(Reading reading, RecordingSink sink) {
    Reading.Complete complete() {
      return (Reading.Complete) reading;
    }
  }

  private Path folder() {
    return temporary.resolve("pull");
  }

  private Pulled pull() throws IOException {
    return CleverApiPull.pull(
        visitor.api(clever, visitor.settings(clever).withPageSize(200)), folder());
  }

  private static Read read(Path folder) throws IOException {
    var sink = new RecordingSink();
    var ready = (SnapshotOpening.Ready) SnapshotFormats.open(folder);
    try (var source = ready.source()) {
      return new Read(source.read(sink), sink);
    }
  }

  private Read pulled() throws IOException {
    assertThat(pull()).isInstanceOf(Pulled.Complete.class);
    return read(folder());
  }

  private List<RosterRecord> generated(int students) throws IOException {
    Path files = temporary.resolve("csv");
    new DistrictGenerator(GeneratorSettings.of(students, 11).withStudentsWithContacts(0.4))
        .first()
        .writeCleverCsv(files);
    List<RosterRecord> records = read(files).sink().records;
    district.put(records);
    return records;
  }

  /** One school, one teacher, two students in one section, one contact of the first. */
  private void small() {
    clever.put("schools", StandIn.object("5a1").put("name", "City High"));
    clever.put("terms", StandIn.object("5b1").put("name", "S1"));
    clever.put("courses", StandIn.object("5c1").put("name", "Algebra"));
    clever.put("users", user("5d1", "teacher"));
    clever.put("users", user("5d2", "student"));
    clever.put("users", user("5d3", "student"));
    ObjectNode contact = StandIn.object("5d9");
    contact.putObject("name").put("last", "Ada Bee");
    contact
        .putObject("roles")
        .putObject("contact")
        .putArray("student_relationships")
        .addObject()
        .put("student", "5d2")
        .put("relationship", "Mother");
    clever.put("users", contact);
    ObjectNode section =
        StandIn.object("5e1")
            .put("name", "Algebra, period 2")
            .put("school", "5a1")
            .put("teacher", "5d1")
            .put("course", "5c1")
            .put("term_id", "5b1");
    section.putArray("teachers").add("5d1");
    section.putArray("students").add("5d2").add("5d3");
    clever.put("sections", section);
  }

  private static ObjectNode user(String id, String role) {
    ObjectNode user = StandIn.object(id);
    user.putObject("name").put("first", "F" + id).put("last", "L");
    user.putObject("roles").putObject(role).putArray("schools").add("5a1");
    return user;
  }

  private ObjectNode at(String list, String id) {
    return clever.at(list, id);
  }

  private static List<String> codes(Read read) {
    return read.sink().findings.stream().map(Finding::code).toList();
  }

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

  @ParameterizedTest
  @ValueSource(strings = {"/schools", "/terms", "/courses", "/users", "/sections", "/districts"})
  void H3_a_list_that_cannot_be_read_refuses_everything(String list) throws IOException {
    small();
    clever.faults.add(call -> {
      if (!call.path().equals(list)) {
        return false;
      }
      call.json(404, "{\"message\":\"not found\"}");
      return true;
    });

    assertThat(refused()).isEqualTo("CLEVER_NOT_FOUND");
    try (Stream<Path> left = Files.list(folder())) {
      assertThat(left).isEmpty();
    }
  }

  private String refused() throws IOException {
    return ((Pulled.Refused) pull()).finding().code();
  }

  @Test
  void S43_a_disconnected_district_is_refused_and_not_empty() throws IOException {
    small();
    CleverApi api = visitor.api(clever);
    clever.token = "another";
    var refused = (Pulled.Refused) CleverApiPull.pull(api, folder());
    assertThat(refused.finding().code()).isEqualTo("CLEVER_DISCONNECTED");

    clever.list("districts").clear();
    assertThat(refused()).isEqualTo("CLEVER_DISCONNECTED");
  }

  @Test
  void S43_a_district_that_shares_nothing_is_refused() throws IOException {
    assertThat(refused()).isEqualTo("CLEVER_NOTHING_SHARED");
  }

  @Test
  void S43_a_kind_that_is_not_shared_at_all_is_told_like_a_header_without_rows()
      throws IOException {
    small();
    clever.list("sections").clear();

    assertThat(pulled().complete().headerOnly())
        .containsExactly(RecordKind.SECTION, RecordKind.ENROLMENT);
  }

  @Test
  void S42_a_district_that_changes_while_it_is_read_is_read_again() throws IOException {
    small();
    clever.faults.add(call -> {
      if (call.path().equals("/sections") && clever.list("events").isEmpty()) {
        clever.event("%024x".formatted(1), "sections.updated", StandIn.object("5e1"));
        at("sections", "5e1").put("name", "Algebra, period 4");
      }
      return false;
    });

    assertThat(pull())
        .isEqualTo(
            new Pulled.Complete(StandIn.DISTRICT, java.util.Optional.of("%024x".formatted(1))));
    assertThat(read(folder()).sink().of(Section.class).getFirst().name())
        .isEqualTo("Algebra, period 4");
    assertThat(clever.calls.stream().filter(call -> call.contains("/schools"))).hasSize(2);
  }

  @Test
  void S42_a_district_that_never_stands_still_is_refused() throws IOException {
    small();
    clever.faults.add(call -> {
      at("districts", StandIn.DISTRICT)
          .put("last_sync", "2026-11-22T08:00:00.%03dZ".formatted(call.number()));
      return false;
    });

    assertThat(refused()).isEqualTo("CLEVER_CHANGING");
  }

  @Test
  void S42_a_hub_without_events_can_be_pulled() throws IOException {
    small();
    clever.faults.add(call -> {
      if (!call.path().equals("/events")) {
        return false;
      }
      call.json(501, "{}");
      return true;
    });

    assertThat(pull()).isEqualTo(new Pulled.Complete(StandIn.DISTRICT, java.util.Optional.empty()));
  }

  @Test
  void H3_a_part_of_a_pull_is_never_taken_for_the_whole() throws IOException {
    small();
    pull();
    Path manifest = folder().resolve(Manifest.FILE);
    byte[] whole = Files.readAllBytes(manifest);

    Files.delete(manifest);
    assertThat(refusal(folder())).isEqualTo("INCOMPLETE_PULL");
    Files.write(manifest, java.util.Arrays.copyOf(whole, 20));
    assertThat(refusal(folder())).isEqualTo("INCOMPLETE_PULL");

    Files.write(manifest, whole);
    Path students = folder().resolve("students.jsonl");
    String lines = Files.readString(students);
    for (String damaged :
        List.of(
            "", lines.lines().findFirst().orElseThrow(), lines.substring(0, 60), lines + "{}")) {
      Files.writeString(students, damaged);
      assertThat(refusal(folder())).as(damaged).isEqualTo("DAMAGED_PULL");
    }
    Files.delete(students);
    assertThat(refusal(folder())).isEqualTo("DAMAGED_PULL");
  }

  private static String refusal(Path folder) throws IOException {
    return ((Reading.Refused) read(folder).reading()).findings().getFirst().code();
  }

  @Test
  void H4_a_pull_that_is_kept_can_be_read_again_elsewhere() throws IOException {
    small();
    List<RosterRecord> first = pulled().sink().records;
    Path kept = Files.createDirectory(temporary.resolve("kept"));
    try (Stream<Path> files = Files.list(folder())) {
      for (Path file : files.toList()) {
        Files.copy(file, kept.resolve(file.getFileName()));
      }
    }

    assertThat(read(kept).sink().records).isEqualTo(first);
    assertThat(digest(kept)).isEqualTo(digest(folder())).hasSize(64);
    pull();
    assertThat(digest(folder())).isEqualTo(digest(kept));
    at("users", "5d2").put("email", "new@x.org");
    pull();
    assertThat(digest(folder())).isNotEqualTo(digest(kept));
  }

  private static String digest(Path folder) throws IOException {
    try (var source = ((SnapshotOpening.Ready) SnapshotFormats.open(folder)).source()) {
      assertThat(source.format()).isEqualTo("Clever API");
      return source.digest();
    }
  }

  @Test
  void L7_a_teachers_classes_come_with_everybody_in_them() throws IOException {
    small();
    ((ArrayNode) at("sections", "5e1").path("students")).add("5d8");
    clever.put("users", user("5d4", "teacher"));
    ((ArrayNode) at("sections", "5e1").path("teachers")).add("5d4");

    TaughtSections taught = visitor.api(clever).taughtBy("5d1");

    assertThat(taught.sections()).hasSize(1);
    assertThat(taught.users()).containsOnlyKeys("5d1", "5d2", "5d3", "5d4");
    assertThat(taught.unseen()).containsExactly("5d8");
    assertThat(clever.calls).hasSize(5);
  }
}
