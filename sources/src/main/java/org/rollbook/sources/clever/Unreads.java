package org.rollbook.sources.clever;

import org.rollbook.core.roster.RecordKey;
import org.rollbook.core.roster.RecordKind;
import org.rollbook.core.roster.SchoolId;
import org.rollbook.core.roster.SectionId;
import org.rollbook.core.roster.StudentId;
import org.rollbook.sources.Unread;

/** What a row that is set aside would have named, as closely as its ids tell (H3). */
final class Unreads {
  /** Clever recommends 255 characters as safe for any text; an id beyond that is no id. */
  static final int LONGEST_ID = 255;

  private final RecordKind kind;
  private final int school;
  private final int own;
  private final int student;
  private final ShiftedRows shifted;

  Unreads(Header header, KnownSchools knownSchools) {
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
    this.shifted = new ShiftedRows(header, own, knownSchools);
  }

  /** For a row with as many fields as the header. */
  Unread of(RowBuffer row) {
    String ownId = id(row, own);
    String schoolId = id(row, school);
    if (kind == RecordKind.ENROLMENT) {
      return ofEnrolment(ownId, id(row, student), schoolId);
    }
    if (!ownId.isEmpty()) {
      return new Unread.One(RecordKey.of(kind, ownId));
    }
    return inSchool(schoolId);
  }

  /** For a row with too few or too many fields. */
  Unread ofShifted(RowBuffer row) {
    return shifted.of(row);
  }

  /** For a row that may have swallowed others. */
  Unread whole() {
    return new Unread.Whole(kind);
  }

  private Unread ofEnrolment(String section, String studentId, String schoolId) {
    if (section.isEmpty()) {
      return inSchool(schoolId);
    }
    return studentId.isEmpty()
        ? new Unread.InSection(new SectionId(section))
        : new Unread.One(RecordKey.of(new SectionId(section), new StudentId(studentId)));
  }

  private Unread inSchool(String schoolId) {
    return schoolId.isEmpty() || kind == RecordKind.SCHOOL
        ? whole()
        : new Unread.InSchool(kind, new SchoolId(schoolId));
  }

  private static String id(RowBuffer row, int column) {
    String id = row.get(column);
    return id.length() > LONGEST_ID ? "" : id;
  }
}
