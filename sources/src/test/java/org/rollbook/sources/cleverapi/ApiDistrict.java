package org.rollbook.sources.cleverapi;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.rollbook.core.roster.Attributes;
import org.rollbook.core.roster.Contact;
import org.rollbook.core.roster.Course;
import org.rollbook.core.roster.Enrolment;
import org.rollbook.core.roster.PersonName;
import org.rollbook.core.roster.RosterRecord;
import org.rollbook.core.roster.School;
import org.rollbook.core.roster.SchoolId;
import org.rollbook.core.roster.Section;
import org.rollbook.core.roster.StaffMember;
import org.rollbook.core.roster.Student;
import org.rollbook.core.roster.Teacher;
import org.rollbook.core.roster.Term;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Puts a district, as it was read from Clever's files, into the stand-in, as Clever would. */
final class ApiDistrict {
  private final StandIn clever;
  private final Map<String, String> ids = new HashMap<>();
  private final Map<String, ObjectNode> contacts = new LinkedHashMap<>();
  private int lastId = 0x1000;

  ApiDistrict(StandIn clever) {
    this.clever = clever;
  }

  /** The id that Clever gives what the SIS calls {@code id}. */
  String id(String kind, String id) {
    return ids.computeIfAbsent(kind + " " + id, absent -> "5f000000%016x".formatted(++lastId));
  }

  void put(List<RosterRecord> records) {
    for (RosterRecord record : records) {
      switch (record) {
        case School school -> put(school);
        case Term term -> put(term);
        case Course course -> put(course);
        case Teacher teacher -> put(teacher);
        case StaffMember staff -> put(staff);
        case Student student -> put(student);
        case Section section -> put(section);
        case Enrolment enrolment -> put(enrolment);
      }
    }
    contacts.values().forEach(contact -> clever.put("users", contact));
  }

  private static ObjectNode object(String id) {
    return StandIn.object(id)
        .put("district", StandIn.DISTRICT)
        .put("created", "2026-08-01T00:00:00.000Z")
        .put("last_modified", "2026-08-02T00:00:00.000Z");
  }

  private void put(School school) {
    Attributes about = school.attributes();
    ObjectNode json = object(id("school", school.id().value()));
    json.put("name", school.name()).put("sis_id", school.id().value());
    copy(json, about, "school_number", "state_id", "nces_id", "low_grade", "high_grade");
    about.get("school_phone").ifPresent(phone -> json.put("phone", phone));
    ObjectNode principal = json.putObject("principal");
    about.get("principal").ifPresent(name -> principal.put("name", name));
    about.get("principal_email").ifPresent(email -> principal.put("email", email));
    location(json, about, "school_address", "school_");
    clever.put("schools", json);
  }

  private static void location(ObjectNode json, Attributes about, String street, String prefix) {
    ObjectNode location = json.putObject("location");
    about.get(street).ifPresent(value -> location.put("address", value));
    for (String field : List.of("city", "state", "zip")) {
      about.get(prefix + field).ifPresent(value -> location.put(field, value));
    }
    location.putNull("lat");
  }

  private static void copy(ObjectNode json, Attributes about, String... names) {
    for (String name : names) {
      about.get(name).ifPresentOrElse(value -> json.put(name, value), () -> json.putNull(name));
    }
  }

  private void put(Term term) {
    ObjectNode json = object(id("term", term.id().value())).put("name", term.name());
    term.start().ifPresent(day -> json.put("start_date", day + "T00:00:00.000Z"));
    term.end().ifPresent(day -> json.put("end_date", day + "T00:00:00.000Z"));
    clever.put("terms", json);
  }

  private void put(Course course) {
    clever.put(
        "courses",
        object(id("course", course.id().value()))
            .put("name", course.name())
            .put("number", course.number()));
  }

  private ObjectNode user(String id, PersonName name, Optional<String> email) {
    ObjectNode json = object(id);
    email.ifPresentOrElse(address -> json.put("email", address), () -> json.putNull("email"));
    json.putObject("name")
        .put("first", name.first())
        .put("middle", name.middle())
        .put("last", name.last());
    return json;
  }

  private ObjectNode role(ObjectNode user, String role, List<SchoolId> schools) {
    ObjectNode json = user.putObject("roles").putObject(role);
    json.put("legacy_id", "legacy-" + user.path("id").asString());
    ArrayNode all = json.putArray("schools");
    schools.forEach(school -> all.add(id("school", school.value())));
    json.put("school", id("school", schools.getFirst().value()));
    return json;
  }

  private static void userName(ObjectNode role, Attributes about) {
    about
        .get("username")
        .ifPresent(name -> role.putObject("credentials").put("district_username", name));
  }

  private void put(Teacher teacher) {
    String id = id("user", "teacher " + teacher.id().value());
    ObjectNode user = user(id, teacher.name(), teacher.email());
    ObjectNode role = role(user, "teacher", teacher.schools()).put("sis_id", teacher.id().value());
    copy(role, teacher.attributes(), "teacher_number", "title");
    teacher.attributes().get("state_teacher_id").ifPresent(state -> role.put("state_id", state));
    userName(role, teacher.attributes());
    clever.put("users", user);
  }

  private void put(StaffMember staff) {
    String id = id("user", "staff " + staff.id().value());
    ObjectNode user = user(id, staff.name(), staff.email());
    ObjectNode role = role(user, "staff", staff.schools()).put("staff_id", staff.id().value());
    copy(role, staff.attributes(), "title", "department");
    ArrayNode roles = role.putArray("roles");
    staff.attributes().get("role").ifPresent(roles::add);
    userName(role, staff.attributes());
    clever.put("users", user);
  }

  private void put(Student student) {
    String id = id("user", "student " + student.id().value());
    ObjectNode user = user(id, student.name(), student.email());
    Attributes about = student.attributes();
    ObjectNode role = role(user, "student", student.schools()).put("sis_id", student.id().value());
    copy(role, about, "student_number", "state_id", "grade", "gender", "graduation_year", "dob");
    copy(role, about, "race", "ell_status", "frl_status", "iep_status", "home_language");
    copy(role, about, "home_language_code", "section_504_status", "gifted_status");
    about.get("hispanic_latino").ifPresent(value -> role.put("hispanic_ethnicity", value));
    location(role, about, "student_street", "student_");
    userName(role, about);
    role.putArray("enrollments");
    clever.put("users", user);
    student.contacts().forEach(contact -> put(contact, id));
  }

  private void put(Contact contact, String student) {
    Map<String, String> about = new TreeMap<>(contact.attributes().values());
    String relationship = Optional.ofNullable(about.remove("relationship")).orElse("");
    String type = Optional.ofNullable(about.remove("type")).orElse("");
    ObjectNode user =
        contacts.computeIfAbsent(
            contact.name() + about,
            key -> {
              ObjectNode made = object(id("contact", key));
              made.putObject("name").put("last", contact.name());
              contact.attributes().get("email").ifPresent(email -> made.put("email", email));
              ObjectNode role = made.putObject("roles").putObject("contact");
              copy(role, contact.attributes(), "sis_id", "phone", "phone_type");
              role.putArray("student_relationships");
              return made;
            });
    ((ArrayNode) user.path("roles").path("contact").path("student_relationships"))
        .addObject()
        .put("student", student)
        .put("relationship", relationship)
        .put("type", type);
  }

  private void put(Section section) {
    ObjectNode json = object(id("section", section.id().value()));
    json.put("name", section.name())
        .put("sis_id", section.id().value())
        .put("school", id("school", section.school().value()));
    copy(json, section.attributes(), "section_number", "grade", "period", "subject");
    section.course().ifPresent(course -> json.put("course", id("course", course.value())));
    section.term().ifPresent(term -> json.put("term_id", id("term", term.value())));
    ArrayNode teachers = json.putArray("teachers");
    section.primaryTeacher().map(t -> id("user", "teacher " + t.value())).ifPresent(teachers::add);
    section.coTeachers().forEach(t -> teachers.add(id("user", "teacher " + t.value())));
    json.put("teacher", teachers.isEmpty() ? null : teachers.get(0).asString());
    json.putArray("students");
    clever.put("sections", json);
  }

  private void put(Enrolment enrolment) {
    ObjectNode section = clever.list("sections").get(id("section", enrolment.section().value()));
    ((ArrayNode) Optional.ofNullable(section).orElseThrow().path("students"))
        .add(id("user", "student " + enrolment.student().value()));
  }
}
