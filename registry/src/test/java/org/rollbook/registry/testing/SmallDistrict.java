package org.rollbook.registry.testing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rollbook.core.roster.Attributes;
import org.rollbook.core.roster.Course;
import org.rollbook.core.roster.CourseId;
import org.rollbook.core.roster.Enrolment;
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
import org.rollbook.core.roster.Term;
import org.rollbook.core.roster.TermId;

/** Short ways to say records in tests. */
public final class SmallDistrict {
  private SmallDistrict() {}

  public static School school(String id) {
    return new School(new SchoolId(id), "School " + id, Attributes.NONE);
  }

  public static Teacher teacher(String id, String... schools) {
    return new Teacher(
        new TeacherId(id),
        schools(schools),
        new PersonName("Tea", "", "Cher " + id),
        Optional.of(id + "@district.example"),
        Attributes.of(Map.of("title", "Ms")));
  }

  public static StaffMember staff(String id, String... schools) {
    return new StaffMember(
        new StaffId(id),
        schools(schools),
        new PersonName("St", "", "Aff " + id),
        Optional.empty(),
        Attributes.NONE);
  }

  public static Student student(String id, String... schools) {
    return new Student(
        new StudentId(id),
        schools(schools),
        new PersonName("Stu", "", "Dent " + id),
        Optional.of(id + "@students.example"),
        Attributes.of(Map.of("grade", "7")),
        List.of());
  }

  public static Student renamed(Student student, String family) {
    return new Student(
        student.id(),
        student.schools(),
        new PersonName(student.name().first(), student.name().middle(), family),
        student.email(),
        student.attributes(),
        student.contacts());
  }

  public static Section section(String id, String school, String teacher, String... others) {
    return new Section(
        new SectionId(id),
        new SchoolId(school),
        "Section " + id,
        Optional.of(teacher).filter(t -> !t.isEmpty()).map(TeacherId::new),
        Arrays.stream(others).map(TeacherId::new).toList(),
        Optional.of(new CourseId("algebra")),
        Optional.of(new TermId("autumn")),
        Attributes.NONE);
  }

  public static Course course() {
    return new Course(new CourseId("algebra"), "Algebra I", "M1");
  }

  public static Term term() {
    return new Term(new TermId("autumn"), "Autumn", Optional.empty(), Optional.empty());
  }

  public static Enrolment enrolment(String section, String student) {
    return new Enrolment(new SectionId(section), new StudentId(student));
  }

  /** One school, one teacher, one section, and so many students in it. */
  public static List<RosterRecord> oneClassOf(int students) {
    var records =
        new ArrayList<RosterRecord>(List.of(school("A"), teacher("t1", "A"), term(), course()));
    for (int i = 1; i <= students; i++) {
      records.add(student("s" + i, "A"));
    }
    records.add(section("c1", "A", "t1"));
    for (int i = 1; i <= students; i++) {
      records.add(enrolment("c1", "s" + i));
    }
    return List.copyOf(records);
  }

  private static List<SchoolId> schools(String... ids) {
    return Arrays.stream(ids).map(SchoolId::new).toList();
  }
}
