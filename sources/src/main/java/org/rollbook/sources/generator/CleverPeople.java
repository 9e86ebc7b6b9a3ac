package org.rollbook.sources.generator;

import java.time.LocalDate;
import java.time.Month;
import java.util.stream.Stream;

/** Clever's columns of schools, students, teachers and staff. */
final class CleverPeople {
  private static final String STATE = "IL";
  private static final long FIRST_NCES_ID = 170_999_000_001L;

  private final District district;
  private final Ground ground;
  private final Names names;
  private final Directory directory;
  private final Contacts contacts;

  CleverPeople(District district) {
    this.district = district;
    this.ground = district.ground();
    this.names = ground.names();
    this.directory = district.directory();
    this.contacts = new Contacts(ground);
  }

  /** One row of {@code students.csv}. */
  record StudentRow(
      GeneratedStudent student, Background background, Contacts.Contact contact, String email) {}

  /** A student's rows: one, or one for each contact. */
  Stream<StudentRow> rows(GeneratedStudent student) {
    Background background = Background.of(ground, student);
    String email = directory.email(student);
    return contacts.of(student).stream()
        .map(contact -> new StudentRow(student, background, contact, email));
  }

  Columns<GeneratedSchool> schools() {
    return new Columns<GeneratedSchool>()
        .and("School_id", GeneratedSchool::id)
        .and("School_name", GeneratedSchool::name)
        .and("School_number", GeneratedSchool::id)
        .and("State_id", school -> "IL" + school.id())
        .and("Nces_id", school -> Long.toString(FIRST_NCES_ID + school.number()))
        .and("Low_grade", school -> Level.gradeName(school.level().lowGrade()))
        .and("High_grade", school -> Level.gradeName(school.level().highGrade()))
        .and("Principal", school -> name(principal(school)))
        .and("Principal_email", school -> directory.email(principal(school)))
        .and("School_address", GeneratedSchool::street)
        .and("School_city", GeneratedSchool::town)
        .and("School_state", school -> STATE)
        .and("School_zip", school -> Integer.toString(60_001 + school.number() % 99))
        .and("School_phone", school -> "(217) 555-01" + (10 + school.number() % 90));
  }

  Columns<StudentRow> students() {
    return contact(background(identity(new Columns<>())));
  }

  private Columns<StudentRow> identity(Columns<StudentRow> columns) {
    return columns
        .and("School_id", row -> school(row.student().school()).id())
        .and("Student_id", row -> row.student().id())
        .and("Student_number", row -> row.student().id())
        .and("State_id", row -> row.background().stateId())
        .and("Last_name", row -> names.family(row.student().family()))
        .and("Middle_name", row -> row.background().middleName())
        .and("First_name", row -> names.given(row.student().given()))
        .and("Grade", row -> Level.gradeName(row.student().grade()))
        .and("Gender", row -> row.background().gender())
        .and("Graduation_year", row -> Integer.toString(firstYear(row.student()) + Level.GRADES))
        .and("DOB", row -> CleverClasses.date(born(row)));
  }

  private Columns<StudentRow> background(Columns<StudentRow> columns) {
    return columns
        .and("Race", row -> row.background().race())
        .and("Hispanic_Latino", row -> yesOrNo(row.background().hispanic()))
        .and("Home_language", row -> row.background().homeLanguage())
        .and("Ell_status", row -> yesOrNo(row.background().englishLearner()))
        .and("Frl_status", row -> row.background().mealStatus())
        .and("IEP_status", row -> yesOrNo(row.background().individualPlan()))
        .and("Student_street", row -> row.background().street())
        .and("Student_city", row -> school(row.student().school()).town())
        .and("Student_state", row -> STATE)
        .and("Student_zip", row -> row.background().zip())
        .and("Student_email", StudentRow::email);
  }

  private Columns<StudentRow> contact(Columns<StudentRow> columns) {
    return columns
        .and("Contact_relationship", row -> row.contact().relationship())
        .and("Contact_type", row -> row.contact().type())
        .and("Contact_name", row -> row.contact().name())
        .and("Contact_phone", row -> row.contact().phone())
        .and("Contact_phone_type", row -> row.contact().phone().isEmpty() ? "" : "Cell")
        .and("Contact_email", row -> row.contact().email())
        .and("Contact_sis_id", row -> row.contact().id())
        .and("Username", row -> row.student().id());
  }

  Columns<GeneratedTeacher> teachers() {
    return new Columns<GeneratedTeacher>()
        .and("School_id", teacher -> school(teacher.school()).id())
        .and("Teacher_id", GeneratedTeacher::id)
        .and("Teacher_number", GeneratedTeacher::id)
        .and("State_teacher_id", teacher -> "IL" + teacher.id())
        .and("Teacher_email", directory::email)
        .and("First_name", teacher -> names.given(teacher.given()))
        .and("Middle_name", teacher -> "")
        .and("Last_name", teacher -> names.family(teacher.family()))
        .and("Title", teacher -> teacher.department().title())
        .and("Username", teacher -> local(directory.email(teacher)));
  }

  Columns<GeneratedStaff> staff() {
    return new Columns<GeneratedStaff>()
        .and("School_id", staff -> school(staff.school()).id())
        .and("Staff_id", GeneratedStaff::id)
        .and("Staff_email", directory::email)
        .and("First_name", staff -> names.given(staff.given()))
        .and("Last_name", staff -> names.family(staff.family()))
        .and("Department", GeneratedStaff::department)
        .and("Title", GeneratedStaff::title)
        .and("Username", staff -> local(directory.email(staff)))
        .and("Role", GeneratedStaff::role);
  }

  private GeneratedSchool school(int number) {
    return ground.schools().get(number);
  }

  /** Each school's staff stand together, the principal first. */
  private GeneratedStaff principal(GeneratedSchool school) {
    int perSchool = ground.staff().size() / ground.schools().size();
    return ground.staff().get(school.number() * perSchool);
  }

  private String name(GeneratedStaff staff) {
    return directory.name(staff.given(), staff.family());
  }

  /** The calendar year in which the student was in kindergarten first. */
  private int firstYear(GeneratedStudent student) {
    return district.year().start() - student.grade();
  }

  private LocalDate born(StudentRow row) {
    LocalDate oldest = LocalDate.of(firstYear(row.student()) - 6, Month.SEPTEMBER, 1);
    return oldest.plusDays(row.background().bornAfterDays());
  }

  private static String local(String email) {
    return email.substring(0, email.indexOf('@'));
  }

  private static String yesOrNo(boolean value) {
    return value ? "Y" : "N";
  }
}
