package org.rollbook.sources.clever;

import static org.rollbook.sources.clever.Column.attribute;
import static org.rollbook.sources.clever.Column.expected;
import static org.rollbook.sources.clever.Column.part;
import static org.rollbook.sources.clever.Column.required;
import static org.rollbook.sources.clever.Column.secret;
import static org.rollbook.sources.clever.Column.text;

import java.util.List;
import org.rollbook.core.roster.RecordKind;

/**
 * The files of Clever's format and their columns, in the order in which they are read. After
 * Clever's SFTP instructions; a column that real files leave out is not required here, for a school
 * year should not wait for a telephone number.
 */
enum CleverFile {
  SCHOOLS(
      RecordKind.SCHOOL,
      "a school",
      List.of(
          required("school_id"),
          required("school_name"),
          text("school_number"),
          text("state_id"),
          text("nces_id"),
          text("mdr_number"),
          attribute("low_grade", Domain.GRADE),
          attribute("high_grade", Domain.GRADE),
          text("principal"),
          attribute("principal_email", Domain.EMAIL),
          text("school_address"),
          text("school_city"),
          text("school_state"),
          text("school_zip"),
          text("school_phone"))),
  TEACHERS(
      RecordKind.TEACHER,
      "a teacher",
      List.of(
          required("school_id"),
          required("teacher_id"),
          required("first_name"),
          required("last_name"),
          part("middle_name"),
          part("teacher_email", "email_address"),
          text("teacher_number"),
          text("state_teacher_id"),
          text("title"),
          text("username"),
          secret())),
  STAFF(
      RecordKind.STAFF,
      "a staff member",
      List.of(
          required("school_id"),
          required("staff_id"),
          required("first_name"),
          required("last_name"),
          part("middle_name"),
          expected("staff_email"),
          text("department"),
          text("title"),
          text("username"),
          text("role"),
          secret())),
  STUDENTS(
      RecordKind.STUDENT,
      "a student",
      List.of(
          required("school_id"),
          required("student_id"),
          required("first_name"),
          required("last_name"),
          part("middle_name"),
          part("student_email", "email_address"),
          part("contact_name"),
          part("contact_sis_id"),
          part("contact_relationship"),
          part("contact_type"),
          part("contact_phone"),
          part("contact_phone_type"),
          part("contact_email"),
          text("student_number"),
          text("state_id"),
          attribute("grade", Domain.GRADE),
          attribute("gender", Domain.GENDER),
          text("graduation_year"),
          attribute("dob", Domain.DATE),
          attribute("race", Domain.RACE),
          attribute("hispanic_latino", Domain.YES_NO, "hispanic_ethnicity"),
          attribute("home_language", Domain.LANGUAGE, "home_language_code"),
          attribute("ell_status", Domain.YES_NO),
          attribute("frl_status", Domain.LUNCH),
          text("iep_status"),
          attribute("section_504_status", Domain.YES_NO),
          attribute("gifted_status", Domain.YES_NO),
          attribute("disability_status", Domain.YES_NO),
          attribute("disability_type", Domain.DISABILITY_TYPE),
          attribute("disability_code", Domain.DISABILITY_CODE),
          text("preferred_first_name"),
          text("preferred_middle_name"),
          text("preferred_last_name"),
          text("student_street"),
          text("student_city"),
          text("student_state"),
          text("student_zip"),
          text("unweighted_gpa"),
          text("weighted_gpa"),
          text("username"),
          secret())),
  SECTIONS(
      RecordKind.SECTION,
      "a section",
      List.of(
          required("school_id"),
          required("section_id"),
          expected("teacher_id"),
          part("teacher_2_id"),
          part("teacher_3_id"),
          part("teacher_4_id"),
          part("teacher_5_id"),
          part("teacher_6_id"),
          part("teacher_7_id"),
          part("teacher_8_id"),
          part("teacher_9_id"),
          part("teacher_10_id"),
          part("name", "section_name"),
          part("course_name"),
          part("course_number"),
          part("term_name"),
          part("term_start"),
          part("term_end"),
          text("course_description"),
          text("section_number"),
          attribute("grade", Domain.GRADE),
          text("period"),
          attribute("subject", Domain.SUBJECT))),
  ENROLLMENTS(
      RecordKind.ENROLMENT,
      "a student in a section",
      List.of(required("school_id"), required("section_id"), required("student_id")));

  private final RecordKind kind;
  private final String about;

  // Made by List.of; the checker knows only Guava's immutable lists.
  @SuppressWarnings("ImmutableEnumChecker")
  private final List<Column> columns;

  CleverFile(RecordKind kind, String about, List<Column> columns) {
    this.kind = kind;
    this.about = about;
    this.columns = columns;
  }

  RecordKind kind() {
    return kind;
  }

  /** What one row is about, for sentences. */
  String rowIsAbout() {
    return about;
  }

  List<Column> columns() {
    return columns;
  }

  /** The name that Clever gives the file. */
  String fileName() {
    return kind.plural() + ".csv";
  }

  /** Whether a snapshot without this file is refused. */
  boolean isRequired() {
    return this != STAFF;
  }
}
