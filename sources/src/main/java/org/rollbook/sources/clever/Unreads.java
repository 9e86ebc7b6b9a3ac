package org.rollbook.sources.clever;

import java.util.function.IntFunction;
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
  private final int columns;
  private final int sureColumns;
  private final KnownSchools knownSchools;

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
    this.columns = header.size();
    this.sureColumns = header.sureColumns();
    this.knownSchools = knownSchools;
  }

  /** For a row with as many fields as the header. */
  Unread of(RowBuffer row) {
    return of(row::get);
  }

  /**
   * For a row with too few or too many fields: the ids on its left, where nothing speaks against
   * them.
   */
  Unread ofShifted(RowBuffer row) {
    boolean mayHoldSeveral = row.spansSeveralLines() || row.fields() >= 2 * columns - 1;
    if (mayHoldSeveral || startsInNoSchool(row)) {
      return whole();
    }
    // The last field of a row that is too short may itself be cut off.
    int sure = Math.min(sureColumns, row.fields() - 1);
    return of(column -> column < sure ? row.get(column) : "");
  }

  /** For a row that may have swallowed others. */
  Unread whole() {
    return new Unread.Whole(kind);
  }

  /** A school that the snapshot does not have is likely to be something else, or a part of it. */
  private boolean startsInNoSchool(RowBuffer row) {
    return kind != RecordKind.SCHOOL && school < sureColumns && !knownSchools.has(row.get(school));
  }

  private Unread of(IntFunction<String> row) {
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

  private static String id(IntFunction<String> row, int column) {
    String id = row.apply(column);
    return id.length() > LONGEST_ID ? "" : id;
  }
}
