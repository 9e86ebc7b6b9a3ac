package org.rollbook.sources.clever;

import org.rollbook.core.roster.RecordKey;
import org.rollbook.core.roster.RecordKind;
import org.rollbook.core.roster.SchoolId;
import org.rollbook.core.roster.SectionId;
import org.rollbook.core.roster.StudentId;
import org.rollbook.sources.Unread;

/** What a row that is set aside would have named, as closely as its sure columns tell (H3). */
final class Unreads {
  /** Clever recommends 255 characters as safe for any text; an id beyond that is no id. */
  static final int LONGEST_ID = 255;

  private final RecordKind kind;
  private final int school;
  private final int own;
  private final int student;
  private final int sureColumns;

  Unreads(Header header) {
    CleverFile file = header.file();
    this.kind = file.kind();
    this.school = header.index("school_id");
    this.own =
        header.index(
            switch (file) {
              case SCHOOLS -> "school_id";
              case TEACHERS -> "teacher_id";
              case STAFF -> "staff_id";
              case STUDENTS -> "student_id";
              case SECTIONS, ENROLLMENTS -> "section_id";
            });
    this.student = header.index("student_id");
    this.sureColumns = header.sureColumns();
  }

  /** For a row with as many fields as the header. */
  Unread of(RowBuffer row) {
    return of(row, Integer.MAX_VALUE);
  }

  /** For a row with too few or too many fields. */
  Unread ofShifted(RowBuffer row) {
    return row.spansSeveralLines() || joinsFields(row) ? whole() : of(row, sureColumns);
  }

  /** An id with a comma is two fields that a quotation mark has joined: all after it have moved. */
  private boolean joinsFields(RowBuffer row) {
    for (int column = 0; column < sureColumns; column++) {
      if (row.get(column).indexOf(',') >= 0) {
        return true;
      }
    }
    return false;
  }

  /** For a row that may have swallowed others. */
  Unread whole() {
    return new Unread.Whole(kind);
  }

  private Unread of(RowBuffer row, int sure) {
    String ownId = id(row, own, sure);
    String schoolId = id(row, school, sure);
    if (kind == RecordKind.ENROLMENT) {
      return ofEnrolment(ownId, id(row, student, sure), schoolId);
    }
    if (!ownId.isEmpty()) {
      return new Unread.One(RecordKey.of(kind, ownId));
    }
    return inSchool(schoolId);
  }

  private Unread ofEnrolment(String section, String student, String schoolId) {
    if (section.isEmpty()) {
      return inSchool(schoolId);
    }
    return student.isEmpty()
        ? new Unread.InSection(new SectionId(section))
        : new Unread.One(RecordKey.of(new SectionId(section), new StudentId(student)));
  }

  private Unread inSchool(String schoolId) {
    return schoolId.isEmpty() || kind == RecordKind.SCHOOL
        ? new Unread.Whole(kind)
        : new Unread.InSchool(kind, new SchoolId(schoolId));
  }

  private static String id(RowBuffer row, int column, int sure) {
    String id = column < sure ? row.get(column) : "";
    return id.length() > LONGEST_ID ? "" : id;
  }
}
