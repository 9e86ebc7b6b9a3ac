package org.rollbook.sources.clever;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollbook.core.roster.Contact;
import org.rollbook.core.roster.Course;
import org.rollbook.core.roster.Enrolment;
import org.rollbook.core.roster.PersonName;
import org.rollbook.core.roster.RecordKind;
import org.rollbook.core.roster.School;
import org.rollbook.core.roster.SchoolId;
import org.rollbook.core.roster.Section;
import org.rollbook.core.roster.SectionId;
import org.rollbook.core.roster.StaffMember;
import org.rollbook.core.roster.Student;
import org.rollbook.core.roster.StudentId;
import org.rollbook.core.roster.Teacher;
import org.rollbook.core.roster.TeacherId;
import org.rollbook.core.roster.Term;
import org.rollbook.sources.Finding;
import org.rollbook.sources.Reading;

/** What becomes of a row that is read. */
class RowRulesTest {
  @TempDir Path folder;

  private Snapshot.Read students(String text) {
    return new Snapshot().with("students.csv", text).read(folder);
  }

  private Snapshot.Read sections(String text) {
    return new Snapshot().with("sections.csv", text).read(folder);
  }

  private static List<String> codes(Snapshot.Read read) {
    return read.sink().findings.stream().map(Finding::code).toList();
  }

  private static Student student(Snapshot.Read read) {
    return read.sink().of(Student.class).getFirst();
  }

  @Test
  void records_come_in_the_order_of_the_files_and_say_where_they_stood() {
    var read =
        new Snapshot()
            .with(
                "staff.csv",
                "School_id,Staff_id,First_name,Last_name,Staff_email\nS1,F1,Eve,Fox,\n")
            .read(folder);

    assertThat(read.sink().records)
        .extracting(record -> record.key().kind())
        .containsExactly(
            RecordKind.SCHOOL,
            RecordKind.TEACHER,
            RecordKind.STAFF,
            RecordKind.STUDENT,
            RecordKind.SECTION,
            RecordKind.ENROLMENT);
    assertThat(read.sink().places).endsWith("sections.csv:2", "enrollments.csv:2");
    assertThat(read.sink().of(StaffMember.class).getFirst().email()).isEmpty();
    assertThat(read.sink().of(Enrolment.class))
        .containsExactly(new Enrolment(new SectionId("C1"), new StudentId("P1")));
  }

  @Test
  void headers_match_whatever_their_case_order_spaces_and_underscores() {
    var read =
        students(
            "LAST NAME,student-id,FirstName, School_ID ,DOB,IEP_status\nDog,P1,Cem,S1,8/1/09,Y\n");

    assertThat(read.sink().findings).isEmpty();
    assertThat(student(read).name()).isEqualTo(new PersonName("Cem", "", "Dog"));
    assertThat(student(read).attributes().values())
        .containsExactly(entry("dob", "08/01/2009"), entry("iep_status", "Y"));
  }

  @Test
  void other_names_of_columns_are_known() {
    var read =
        students(
            """
            School_id,Student_id,First_name,Last_name,Email_address,Hispanic_ethnicity
            S1,P1,Cem,Dog,cem@x.org,Yes
            """);

    assertThat(student(read).email()).contains("cem@x.org");
    assertThat(student(read).attributes().get("hispanic_latino")).contains("Y");
    assertThat(read.sink().findings).isEmpty();
  }

  @Test
  void names_keep_their_case_and_addresses_lose_theirs() {
    var read =
        students(
            "School_id,Student_id,First_name,Last_name,Student_email\nS1,P1, McKenzie ,de la Cruz, Mc@X.Org \n");

    assertThat(student(read).name()).isEqualTo(new PersonName("McKenzie", "", "de la Cruz"));
    assertThat(student(read).email()).contains("mc@x.org");
  }

  @Test
  void a_malformed_address_is_dropped_and_the_person_is_taken() {
    var read =
        students(
            "School_id,Student_id,First_name,Last_name,Student_email\nS1,P1,Cem,Dog,cem at x.org\n");

    assertThat(student(read).email()).isEmpty();
    assertThat(read.rows(RecordKind.STUDENT)).isEqualTo(new Reading.Rows(1, 1, 1, 0));
    assertThat(read.sink().findings)
        .containsExactly(
            new Finding(
                "students.csv",
                2,
                "Student_email",
                "MALFORMED_EMAIL",
                "\"cem at x.org\" is not a value that Student_email can have; the row is taken"
                    + " without it, please write an address such as name@school.org."));
  }

  @Test
  void an_unknown_value_is_dropped_with_file_line_column_and_value() {
    var read =
        students("School_id,Student_id,First_name,Last_name,Frl status\nS1,P1,Cem,Dog,Fre\n");

    assertThat(student(read).attributes().values()).isEmpty();
    Finding finding = read.sink().findings.getFirst();
    assertThat(finding.file()).isEqualTo("students.csv");
    assertThat(finding.line()).isEqualTo(2);
    assertThat(finding.column()).isEqualTo("Frl status");
    assertThat(finding.code()).isEqualTo("UNKNOWN_VALUE");
    assertThat(finding.message()).contains("\"Fre\"", "please write Free");
  }

  @Test
  void a_language_gets_its_name_and_its_code() {
    var read =
        students("School_id,Student_id,First_name,Last_name,Home_language\nS1,P1,Cem,Dog,spa\n");

    assertThat(student(read).attributes().get("home_language")).contains("Spanish");
    assertThat(student(read).attributes().get("home_language_code")).contains("spa");
  }

  @Test
  void passwords_are_read_into_nothing() {
    var read =
        students(
            "School_id,Student_id,First_name,Last_name,Username,Password\nS1,P1,Cem,Dog,cem,hunter2\n");

    assertThat(student(read).toString()).contains("cem").doesNotContain("hunter2");
    assertThat(read.sink().findings).isEmpty();
  }

  @Test
  void a_districts_own_columns_become_attributes_and_unknown_columns_one_finding() {
    var read =
        students(
            "School_id,Student_id,First_name,Last_name,ext.Locker Number,Shoe,Hat\nS1,P1,Cem,Dog,42,9,7\nS1,P2,Eve,Fox,43,9,7\n");

    assertThat(student(read).attributes().get("ext.locker_number")).contains("42");
    assertThat(codes(read)).containsExactly("COLUMN_NOT_READ");
    assertThat(read.sink().findings.getFirst().message()).contains("\"Shoe\", \"Hat\"");
    assertThat(read.rows(RecordKind.STUDENT).dropped()).isZero();
  }

  @Test
  void contacts_repeat_the_students_row() {
    var read =
        students(
            """
            School_id,Student_id,First_name,Last_name,Contact_name,Contact_type,Contact_email,Contact_sis_id
            S1,P1,Cem,Dog,Ann Dog,Mother,Ann@X.org,K1
            S1,P1,Cem,Dog,Bob Dog,Uncle,,
            """);

    assertThat(read.sink().of(Student.class)).hasSize(2);
    Contact ann = student(read).contacts().getFirst();
    assertThat(ann.name()).isEqualTo("Ann Dog");
    assertThat(ann.attributes().values())
        .containsEntry("relationship", "Parent")
        .containsEntry("type", "Parent/Guardian")
        .containsEntry("email", "ann@x.org")
        .containsEntry("sis_id", "K1")
        .hasSize(4);
  }

  @Test
  void a_broken_contact_costs_the_contact_only() {
    var read =
        students(
            "School_id,Student_id,First_name,Last_name,Contact_name,Contact_phone\nS1,P1,Cem,Dog,,555\n");

    assertThat(student(read).contacts()).isEmpty();
    assertThat(codes(read)).containsExactly("CONTACT_WITHOUT_NAME");
    assertThat(read.rows(RecordKind.STUDENT)).isEqualTo(new Reading.Rows(1, 1, 1, 0));
  }

  @Test
  void a_sixth_contact_is_dropped() {
    var text = new StringBuilder("School_id,Student_id,First_name,Last_name,Contact_name\n");
    for (String name : List.of("A", "B", "C", "A", "D", "E", "F")) {
      text.append("S1,P1,Cem,Dog,").append(name).append('\n');
    }
    var read = students(text + "S1,P2,Eve,Fox,A\n");

    assertThat(read.sink().of(Student.class).stream().mapToInt(s -> s.contacts().size()))
        .containsExactly(1, 1, 1, 1, 1, 1, 0, 1);
    assertThat(codes(read)).containsExactly("TOO_MANY_CONTACTS");
  }

  @Test
  void somebody_at_two_schools_has_two_rows() {
    var read =
        new Snapshot()
            .with(
                "teachers.csv",
                "School_id,Teacher_id,First_name,Last_name\nS1,T1,Ada,Bee\nS2,T1,Ada,Bee\n")
            .read(folder);

    assertThat(read.sink().of(Teacher.class))
        .extracting(Teacher::schools)
        .containsExactly(List.of(new SchoolId("S1")), List.of(new SchoolId("S2")));
  }

  @Test
  void co_teachers_stand_in_columns_and_never_repeat_the_primary_teacher() {
    var read =
        sections(
            "School_id,Section_id,Teacher_id,Teacher_2_id,Teacher 3 id,Teacher_10_id,Name\nS1,C1,T1,T2,T1,T2,Maths\nS1,C2,T1,,,,Art\n");

    List<Section> sections = read.sink().of(Section.class);
    assertThat(sections.getFirst().primaryTeacher()).contains(new TeacherId("T1"));
    assertThat(sections.getFirst().coTeachers()).containsExactly(new TeacherId("T2"));
    assertThat(sections.getLast().coTeachers()).isEmpty();
    assertThat(read.sink().findings).isEmpty();
  }

  @Test
  void a_section_without_teacher_is_taken_with_a_finding() {
    var read = sections("School_id,Section_id,Teacher_id,Teacher_2_id,Name\nS1,C1,,T2,Maths\n");

    Section section = read.sink().of(Section.class).getFirst();
    assertThat(section.primaryTeacher()).isEmpty();
    assertThat(section.coTeachers()).containsExactly(new TeacherId("T2"));
    assertThat(codes(read)).containsExactly("MISSING_TEACHER");
    assertThat(read.rows(RecordKind.SECTION)).isEqualTo(new Reading.Rows(1, 1, 0, 0));
  }

  @Test
  void a_section_without_name_is_called_by_course_number_and_period() {
    var read =
        sections(
            """
            School_id,Section_id,Teacher_id,Name,Course_name,Course_number,Section_number,Period
            S1,C1,T1,,Algebra I,101,02,3
            S1,C2,T1,,,101,,
            S1,C3,T1,,,,,
            S1,C4,T1,Own,Algebra I,101,02,3
            """);

    assertThat(read.sink().of(Section.class))
        .extracting(Section::name)
        .containsExactly("Algebra I - 02 - Period 3", "101", "Section C3", "Own");
  }

  @Test
  void terms_and_courses_come_once_before_the_first_section_that_names_them() {
    var read =
        sections(
            """
            School_id,Section_id,Teacher_id,Name,Course_name,Course_number,Term_name,Term_start,Term_end
            S1,C1,T1,One,Algebra,101,Y1,8/1/15,6/1/16
            S1,C2,T1,Two,Algebra,101,Y1,2015-08-01,06/01/2016
            S1,C3,T1,Three,Algebra,102,Y2,,
            """);

    assertThat(read.sink().records.stream().map(r -> r.key().kind()).skip(3).limit(7))
        .containsExactly(
            RecordKind.COURSE,
            RecordKind.TERM,
            RecordKind.SECTION,
            RecordKind.SECTION,
            RecordKind.COURSE,
            RecordKind.TERM,
            RecordKind.SECTION);
    Term term = read.sink().of(Term.class).getFirst();
    assertThat(term.start()).contains(LocalDate.of(2015, 8, 1));
    assertThat(term.end()).contains(LocalDate.of(2016, 6, 1));
    Section second = read.sink().of(Section.class).get(1);
    assertThat(second.term()).contains(term.id());
    assertThat(second.course()).contains(read.sink().of(Course.class).getFirst().id());
    // The ids are part of what districts have stored (H8).
    assertThat(term.id().value()).isEqualTo("f8af35cfd6b12f53ea3f1ed7");
  }

  @Test
  void a_term_that_ends_before_it_starts_loses_its_end() {
    var read =
        sections(
            "School_id,Section_id,Teacher_id,Name,Term_start,Term_end\nS1,C1,T1,One,8/1/16,6/1/16\n");

    assertThat(read.sink().of(Term.class).getFirst().end()).isEqualTo(Optional.empty());
    assertThat(codes(read)).containsExactly("TERM_ENDS_BEFORE_START");
  }

  @Test
  void a_term_that_begins_in_the_year_nought_loses_its_beginning() {
    var read =
        sections(
            "School_id,Section_id,Teacher_id,Name,Term_start,Term_end\nS1,C1,T1,One,01/01/0000,6/1/16\n");

    assertThat(read.sink().of(Term.class).getFirst().start()).isEqualTo(Optional.empty());
    assertThat(codes(read)).containsExactly("MALFORMED_DATE");
  }

  @Test
  void line_breaks_inside_a_value_become_spaces() {
    var read =
        new Snapshot()
            .with(
                "schools.csv", "School_id,School_name,School_address\nS1,City,\"1 Road\r\nTown\"\n")
            .read(folder);

    assertThat(read.sink().of(School.class).getFirst().attributes().get("school_address"))
        .contains("1 Road Town");
  }

  @Test
  void a_name_with_stray_quotation_marks_is_no_reason_to_lose_a_row() {
    var read =
        students(
            "School_id,Student_id,First_name,Last_name\nS1,P1,\"Jan \"JJ\" X\",Dog\nS1,P2,Bob \"B\",\"O\"\"Neil\"\n");

    assertThat(read.rows(RecordKind.STUDENT)).isEqualTo(new Reading.Rows(2, 2, 0, 0));
    assertThat(read.sink().of(Student.class).get(1).name())
        .isEqualTo(new PersonName("Bob \"B\"", "", "O\"Neil"));
  }

  @Test
  void invisible_characters_around_a_value_are_no_part_of_it() {
    var read =
        students("School_id,Student_id,First_name,Last_name\n\u00a0S1\u200b,\ufeffP1\t,Cem,Dog\n");

    assertThat(student(read).id()).isEqualTo(new StudentId("P1"));
    assertThat(student(read).schools()).containsExactly(new SchoolId("S1"));
  }

  @Test
  void rows_that_agree_with_no_other_are_not_the_readers_to_judge() {
    var read =
        new Snapshot()
            .with("teachers.csv", "School_id,Teacher_id,First_name,Last_name\nS9,T1,Ada,Bee\n")
            .with("students.csv", "School_id,Student_id,First_name,Last_name\nS9,P1,Cem,Dog\n")
            .with("sections.csv", "School_id,Section_id,Teacher_id,Name\nS9,C1,T9,Maths\n")
            .with("enrollments.csv", "School_id,Section_id,Student_id\nS9,C9,P1\nS1,C1,P9\n")
            .read(folder);

    assertThat(read.sink().rejected).isEmpty();
    assertThat(read.sink().findings).isEmpty();
    assertThat(read.sink().of(Teacher.class)).hasSize(1);
    assertThat(student(read).schools()).containsExactly(new SchoolId("S9"));
    var section = read.sink().of(Section.class).getFirst();
    assertThat(section.school()).isEqualTo(new SchoolId("S9"));
    assertThat(section.primaryTeacher()).contains(new TeacherId("T9"));
    assertThat(read.sink().of(Enrolment.class))
        .as("of a section and of a student that are in no row; C1 is left without students")
        .containsExactly(
            new Enrolment(new SectionId("C9"), new StudentId("P1")),
            new Enrolment(new SectionId("C1"), new StudentId("P9")));
  }
}
