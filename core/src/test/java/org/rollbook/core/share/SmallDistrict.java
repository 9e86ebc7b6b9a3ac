package org.rollbook.core.share;

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

/**
 * Two schools, north and south, and a third, empty one. Algebra and biology are taught at north,
 * choir at south. Ann is in algebra and choir and at both schools, ben in algebra, cyd in biology,
 * dee in no section. Kim teaches algebra with lou, who is of south and teaches choir; mo teaches
 * nothing. Pat and quinn are staff. Biology has neither teacher, course nor term, and names records
 * that do not exist.
 */
final class SmallDistrict {
  private SmallDistrict() {}

  static WholeRoster roster() {
    var records = new ArrayList<RosterRecord>();
    for (var school : List.of("north", "south", "empty")) {
      records.add(new School(new SchoolId(school), school + " School", Attributes.NONE));
    }
    records.add(new Term(new TermId("t1"), "Fall", Optional.empty(), Optional.empty()));
    records.add(new Term(new TermId("t2"), "", Optional.empty(), Optional.empty()));
    records.add(new Course(new CourseId("c1"), "Algebra I", "A-1"));
    records.add(new Course(new CourseId("c2"), "", "M-7"));
    records.addAll(teachers());
    records.addAll(students());
    records.addAll(sections());
    enrol(records, "algebra", "ann", "ben", "nobody");
    enrol(records, "biology", "cyd");
    enrol(records, "choir", "ann");
    enrol(records, "no section", "dee");
    return WholeRoster.of(records);
  }

  private static List<RosterRecord> teachers() {
    return List.of(
        teacher("kim", Map.of("title", "Head"), "north"),
        teacher("lou", Map.of(), "south"),
        teacher("mo", Map.of(), "nowhere"),
        staff("pat", Map.of("title", "Principal"), "north"),
        staff("quinn", Map.of(), "south"));
  }

  private static List<RosterRecord> students() {
    return List.of(
        student("ann", "9", "north", "south"),
        student("ben", "10", "north"),
        student("cyd", "Kindergarten", "north"),
        new Student(
            new StudentId("dee"),
            schools("south"),
            name("dee"),
            Optional.empty(),
            Attributes.NONE,
            List.of()));
  }

  private static List<RosterRecord> sections() {
    return List.of(
        section("algebra", "north", "t1", "c1", Map.of("subject", "math", "grade", "9"), "kim")
            .apply("lou"),
        section("biology", "north", "no term", "no course", Map.of("period", "2"), "no teacher")
            .apply("nobody"),
        section("choir", "south", "t2", "c2", Map.of("grade", "Other"), "lou").apply());
  }

  private interface CoTeachers {
    Section apply(String... coTeachers);
  }

  private static CoTeachers section(
      String id,
      String school,
      String term,
      String course,
      Map<String, String> attributes,
      String primary) {
    return coTeachers ->
        new Section(
            new SectionId(id),
            new SchoolId(school),
            id + " class",
            Optional.of(new TeacherId(primary)),
            Arrays.stream(coTeachers).map(TeacherId::new).toList(),
            Optional.of(new CourseId(course)),
            Optional.of(new TermId(term)),
            Attributes.of(attributes));
  }

  private static Teacher teacher(String id, Map<String, String> attributes, String... schools) {
    return new Teacher(
        new TeacherId(id), schools(schools), name(id), email(id), Attributes.of(attributes));
  }

  private static StaffMember staff(String id, Map<String, String> attributes, String... schools) {
    return new StaffMember(
        new StaffId(id), schools(schools), name(id), email(id), Attributes.of(attributes));
  }

  private static Student student(String id, String grade, String... schools) {
    var attributes = Attributes.of(Map.of("grade", grade));
    return new Student(
        new StudentId(id), schools(schools), name(id), email(id), attributes, List.of());
  }

  private static void enrol(List<RosterRecord> records, String section, String... students) {
    for (var student : students) {
      records.add(new Enrolment(new SectionId(section), new StudentId(student)));
    }
  }

  private static List<SchoolId> schools(String... ids) {
    return Arrays.stream(ids).map(SchoolId::new).toList();
  }

  private static PersonName name(String id) {
    return new PersonName(id, "", "Hill");
  }

  private static Optional<String> email(String id) {
    return Optional.of(id + "@d.org");
  }
}
