package org.rollbook.sources.cleverapi;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.rollbook.core.roster.Attributes;
import org.rollbook.core.roster.Contact;
import org.rollbook.core.roster.Enrolment;
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

/** A district as files give it, under the ids that Clever gives it: what the API has to give. */
record Renamed(ApiDistrict ids) {
  Set<RosterRecord> all(List<RosterRecord> records) {
    Set<RosterRecord> all = new HashSet<>();
    Map<StudentId, Student> students = new LinkedHashMap<>();
    for (RosterRecord record : records) {
      if (record instanceof Student student) {
        students.merge(student.id(), student, Renamed::joined);
      } else {
        all.add(renamed(record));
      }
    }
    students.values().forEach(student -> all.add(renamed(student)));
    return all;
  }

  /** Each contact is a row of the student's. */
  private static Student joined(Student one, Student other) {
    List<Contact> contacts =
        Stream.concat(one.contacts().stream(), other.contacts().stream()).distinct().toList();
    return new Student(
        one.id(), one.schools(), one.name(), one.email(), one.attributes(), contacts);
  }

  private RosterRecord renamed(RosterRecord record) {
    return switch (record) {
      case School s -> new School(school(s.id()), s.name(), with(s.attributes(), s.id().value()));
      case Teacher t ->
          new Teacher(
              teacher(t.id()),
              schools(t.schools()),
              t.name(),
              t.email(),
              with(t.attributes(), t.id().value()));
      case StaffMember s ->
          new StaffMember(
              new StaffId(ids.id("user", "staff " + s.id().value())),
              schools(s.schools()),
              s.name(),
              s.email(),
              with(s.attributes(), s.id().value()));
      case Student s ->
          new Student(
              student(s.id()),
              schools(s.schools()),
              s.name(),
              s.email(),
              with(s.attributes(), s.id().value()),
              sorted(s.contacts()));
      case Section s ->
          new Section(
              section(s.id()),
              school(s.school()),
              s.name(),
              s.primaryTeacher().map(this::teacher),
              s.coTeachers().stream().map(this::teacher).toList(),
              s.course(),
              s.term(),
              with(s.attributes(), s.id().value()));
      case Enrolment e -> new Enrolment(section(e.section()), student(e.student()));
      case org.rollbook.core.roster.Term term -> term;
      case org.rollbook.core.roster.Course course -> course;
    };
  }

  /** The order of contacts is not the API's to keep. */
  static Student sorted(Student student) {
    return new Student(
        student.id(),
        student.schools(),
        student.name(),
        student.email(),
        student.attributes(),
        sorted(student.contacts()));
  }

  private static List<Contact> sorted(List<Contact> contacts) {
    List<Contact> sorted = new ArrayList<>(contacts);
    sorted.sort(Comparator.comparing(Contact::toString));
    return sorted;
  }

  private static Attributes with(Attributes attributes, String sisId) {
    return attributes.orElse(Attributes.of(Map.of("sis_id", sisId)));
  }

  private SchoolId school(SchoolId id) {
    return new SchoolId(ids.id("school", id.value()));
  }

  private List<SchoolId> schools(List<SchoolId> schools) {
    return schools.stream().map(this::school).toList();
  }

  private TeacherId teacher(TeacherId id) {
    return new TeacherId(ids.id("user", "teacher " + id.value()));
  }

  private StudentId student(StudentId id) {
    return new StudentId(ids.id("user", "student " + id.value()));
  }

  private SectionId section(SectionId id) {
    return new SectionId(ids.id("section", id.value()));
  }
}
