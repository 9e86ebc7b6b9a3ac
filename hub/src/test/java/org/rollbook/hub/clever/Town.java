package org.rollbook.hub.clever;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A small district's files with everything odd in them: a section without teacher, a teacher
 * without sections, a student at two schools, a teacher who is staff too, a contact of three
 * students, and records without any value that may be missing.
 */
final class Town {
  private static final String STUDENT_COLUMNS =
      "School_id,Student_id,Student_number,State_id,Last_name,Middle_name,First_name,Grade,Gender,"
          + "Graduation_year,DOB,Race,Hispanic_Latino,Home_language,Ell_status,Frl_status,"
          + "IEP_status,Section_504_status,Gifted_status,Student_street,Student_city,Student_state,"
          + "Student_zip,Student_email,Contact_relationship,Contact_type,Contact_name,"
          + "Contact_phone,Contact_phone_type,Contact_email,Contact_sis_id,Username,ext.locker";

  private final List<String> schools =
      new ArrayList<>(
          List.of(
              "A,Adams,001,S1,N1,Kindergarten,8,Pat Head,head@town.example,1 Hill,Town,NY,10001,1",
              "B,Bell,002,,,,,,,,,,,"));
  private final List<String> students =
      new ArrayList<>(
          List.of(
              full("A", "s1", "Ada", "Mother,Parent/Guardian,Mo One,5551,Cell,mo@home.example,m1"),
              full("A", "s2", "Bo", "Aunt,Family,Mo One,5551,Cell,mo@home.example,m1"),
              full("B", "s2", "Bo", "Aunt,Family,Mo One,5551,Cell,mo@home.example,m1"),
              bare("B", "s3", "Cy", "Grandmother,Emergency,Mo One,5551,Cell,mo@home.example,m1"),
              bare("A", "s4", "Di", ",,,,,,"),
              full("A", "s5", "Ed", ",,Somebody,,,,")));
  private final List<String> teachers =
      new ArrayList<>(
          List.of(
              "A,t1,11,ST1,t1@town.example,Tea,M,One,Ms,tone",
              "A,t2,,,t2@town.example,Tea,,Two,,",
              "B,t2,,,t2@town.example,Tea,,Two,,",
              "A,t3,,,,Tea,,Three,,"));
  private final List<String> staff =
      new ArrayList<>(
          List.of(
              "A,f1,t1@town.example,Tea,One,Arts,Head of Arts,,Librarian",
              "A,f2,boss@town.example,Bo,Ss,,,bo,District Admin",
              "B,f3,f3@town.example,St,Aff,,,,"));
  private final List<String> sections =
      new ArrayList<>(
          List.of(
              "A,c1,t1,t2,Algebra 1,01,7,Algebra,M1,Sums,1,math,Autumn,8/25/2026,1/20/2027",
              "A,c2,,,Study hall,,,,,,,,,,",
              "B,c3,t2,,Band,,,Band,,,,,Autumn,8/25/2026,1/20/2027"));
  private final Map<String, List<String>> coTeachers = new HashMap<>();
  private final List<String> enrolments =
      new ArrayList<>(List.of("A,c1,s1", "A,c1,s2", "A,c1,s5", "A,c2,s1", "B,c3,s2", "B,c3,s3"));

  private static String full(String school, String id, String first, String contact) {
    return "%s,%s,N%s,ST%s,Last,Mid,%s,7,F,2032,01/02/2013,Asian,N,Spanish,Y,Free,Y,N,Y,1 Elm,Town,NY,10001,%s@town.example,%s,user-%s,17"
        .formatted(school, id, id, id, first, id, contact, id);
  }

  private static String bare(String school, String id, String first, String contact) {
    return "%s,%s,,,Last,,%s,,,,,,,,,,,,,,,,,,%s,,".formatted(school, id, first, contact);
  }

  Town without(String row) {
    for (var rows : List.of(schools, students, teachers, staff, sections, enrolments)) {
      rows.removeIf(each -> each.startsWith(row));
    }
    return this;
  }

  Town student(String school, String id, String first) {
    students.add(full(school, id, first, ",,,,,,"));
    return this;
  }

  /** One more row of a student, with a contact's relationship, type, name, phone … and SIS id. */
  Town contact(String school, String id, String first, String contact) {
    students.add(full(school, id, first, contact));
    return this;
  }

  Town staffMember(String row) {
    staff.add(row);
    return this;
  }

  Town section(String row) {
    sections.add(row);
    return this;
  }

  Town teacher(String row) {
    teachers.add(row);
    return this;
  }

  /** The third to tenth teacher of the section whose row begins so. */
  Town coTeachers(String row, List<String> teachers) {
    coTeachers.put(row, teachers);
    return this;
  }

  private List<String> sectionsWithAllTeachers() {
    return sections.stream()
        .map(row -> {
          var more = new ArrayList<String>();
          coTeachers.forEach((begin, ids) -> more.addAll(row.startsWith(begin) ? ids : List.of()));
          more.addAll(Collections.nCopies(8 - more.size(), ""));
          return row + "," + String.join(",", more);
        })
        .toList();
  }

  Town enrolled(String school, String section, String student) {
    enrolments.add(school + "," + section + "," + student);
    return this;
  }

  Town replaced(String from, String to) {
    for (var rows : List.of(schools, students, teachers, staff, sections, enrolments)) {
      rows.replaceAll(each -> each.replace(from, to));
    }
    return this;
  }

  /** Writes the files. */
  Path written() {
    try {
      Path folder = Files.createTempDirectory("rollbook-town-");
      write(
          folder.resolve("schools.csv"),
          "School_id,School_name,School_number,State_id,Nces_id,Low_grade,High_grade,Principal,"
              + "Principal_email,School_address,School_city,School_state,School_zip,School_phone",
          schools);
      write(folder.resolve("students.csv"), STUDENT_COLUMNS, students);
      write(
          folder.resolve("teachers.csv"),
          "School_id,Teacher_id,Teacher_number,State_teacher_id,Teacher_email,First_name,"
              + "Middle_name,Last_name,Title,Username",
          teachers);
      write(
          folder.resolve("staff.csv"),
          "School_id,Staff_id,Staff_email,First_name,Last_name,Department,Title,Username,Role",
          staff);
      write(
          folder.resolve("sections.csv"),
          "School_id,Section_id,Teacher_id,Teacher_2_id,Name,Section_number,Grade,Course_name,"
              + "Course_number,Course_description,Period,Subject,Term_name,Term_start,Term_end"
              + IntStream.rangeClosed(3, 10)
                  .mapToObj(",Teacher_%d_id"::formatted)
                  .collect(Collectors.joining()),
          sectionsWithAllTeachers());
      write(folder.resolve("enrollments.csv"), "School_id,Section_id,Student_id", enrolments);
      return folder;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void write(Path file, String header, List<String> rows) throws IOException {
    var lines = new ArrayList<String>(List.of(header));
    lines.addAll(rows);
    Files.write(file, lines);
  }
}
