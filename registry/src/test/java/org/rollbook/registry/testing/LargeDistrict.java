package org.rollbook.registry.testing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rollbook.core.roster.Attributes;
import org.rollbook.core.roster.Contact;
import org.rollbook.core.roster.Course;
import org.rollbook.core.roster.CourseId;
import org.rollbook.core.roster.Enrolment;
import org.rollbook.core.roster.PersonName;
import org.rollbook.core.roster.RecordKind;
import org.rollbook.core.roster.School;
import org.rollbook.core.roster.SchoolId;
import org.rollbook.core.roster.Section;
import org.rollbook.core.roster.SectionId;
import org.rollbook.core.roster.Student;
import org.rollbook.core.roster.StudentId;
import org.rollbook.core.roster.Teacher;
import org.rollbook.core.roster.TeacherId;
import org.rollbook.core.roster.Term;
import org.rollbook.core.roster.TermId;
import org.rollbook.sources.Reading;
import org.rollbook.sources.RosterSink;
import org.rollbook.sources.SnapshotSource;

/**
 * A district of any size, made as it is read: for a hundred students one school's share of
 * teachers, thirty sections and nine hundred enrolments.
 *
 * @param day students whose number is divisible by 100 have another name on each day
 */
public record LargeDistrict(int students, int day) implements SnapshotSource {
  private int sections() {
    return students * 3 / 10;
  }

  @Override
  public String format() {
    return "Made";
  }

  @Override
  public String digest() {
    return "%064x".formatted(students * 1000L + day);
  }

  @Override
  public Reading read(RosterSink sink) {
    int schools = Math.max(1, students / 1000);
    for (int i = 0; i < schools; i++) {
      sink.record(
          new School(new SchoolId("" + i), "School " + i, Attributes.NONE), "schools.csv", i + 2);
    }
    int teachers = Math.max(1, students / 16);
    for (int i = 0; i < teachers; i++) {
      sink.record(teacher(i, schools), "teachers.csv", i + 2);
    }
    for (int i = 0; i < students; i++) {
      sink.record(student(i, schools), "students.csv", i + 2);
    }
    for (int i = 0; i < sections(); i++) {
      section(sink, i, schools, teachers);
    }
    for (int i = 0; i < students; i++) {
      for (int n = 0; n < 9; n++) {
        sink.record(enrolment(i, n), "enrollments.csv", i * 9L + n + 2);
      }
    }
    return new Reading.Complete(
        Map.of(
            RecordKind.SCHOOL, rows(schools),
            RecordKind.TEACHER, rows(teachers),
            RecordKind.STUDENT, rows(students),
            RecordKind.SECTION, rows(sections()),
            RecordKind.ENROLMENT, rows(students * 9L)),
        List.of());
  }

  private static Reading.Rows rows(long count) {
    return new Reading.Rows(count, count, 0, 0);
  }

  private static Teacher teacher(int i, int schools) {
    return new Teacher(
        new TeacherId("t" + i),
        List.of(new SchoolId("" + i % schools)),
        new PersonName("Given" + i, "", "Family" + i),
        Optional.of("t" + i + "@district.example"),
        Attributes.of(Map.of("title", "Ms", "teacher_number", "" + i)));
  }

  private Student student(int i, int schools) {
    boolean changes = i % 100 == 0;
    return new Student(
        new StudentId("" + (1_000_000 + i)),
        List.of(new SchoolId("" + i % schools)),
        new PersonName("Given" + i, "M", "Family" + i + (changes ? "-" + day : "")),
        Optional.of("s" + i + "@students.example"),
        Attributes.of(
            Map.of(
                "student_number",
                "" + i,
                "state_id",
                "S" + i,
                "grade",
                "" + i % 13,
                "gender",
                "F",
                "dob",
                "01/02/2012",
                "race",
                "W",
                "home_language",
                "English")),
        List.of(
            new Contact(
                "Parent " + i, Attributes.of(Map.of("phone", "555-" + i, "type", "Family")))));
  }

  private void section(RosterSink sink, int i, int schools, int teachers) {
    var course = new CourseId("course-" + i % 500);
    var term = new TermId("term-" + i % 4);
    if (i < 500) {
      sink.record(new Course(course, "Course " + i, "C" + i), "sections.csv", i + 2);
    }
    if (i < 4) {
      var start = Optional.of(LocalDate.of(2026, 8, 1 + i));
      sink.record(new Term(term, "Term " + i, start, start), "sections.csv", i + 2);
    }
    List<TeacherId> others =
        i % 10 == 0 ? List.of(new TeacherId("t" + (i + 1) % teachers)) : List.of();
    sink.record(
        new Section(
            new SectionId("section-" + i),
            new SchoolId("" + i % schools),
            "Course " + i % 500 + " - Family" + i % teachers + " - " + i % 8,
            Optional.of(new TeacherId("t" + i % teachers)),
            teachers > 1 ? others : List.of(),
            Optional.of(course),
            Optional.of(term),
            Attributes.of(Map.of("period", "" + i % 8, "subject", "Math"))),
        "sections.csv",
        i + 2);
  }

  private Enrolment enrolment(int student, int n) {
    int section = (int) ((student / 30L * 9 + n + (long) n * 7919 * (student % 3)) % sections());
    return new Enrolment(
        new SectionId("section-" + section), new StudentId("" + (1_000_000 + student)));
  }

  @Override
  public void close() {}
}
