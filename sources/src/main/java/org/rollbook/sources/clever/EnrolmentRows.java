package org.rollbook.sources.clever;

import org.rollbook.core.roster.Enrolment;
import org.rollbook.core.roster.SectionId;
import org.rollbook.core.roster.StudentId;

/**
 * Rows of enrollments.csv. Hot: a large district has a million. The typed ids of the row before are
 * kept where the text is the same, which {@link RowBuffer} then hands out as the same object.
 */
final class EnrolmentRows implements RowReader {
  private final FileReading reading;
  private final RequiredColumns required;
  private final int sectionColumn;
  private final int studentColumn;
  private SectionId section = new SectionId("none");
  private StudentId student = new StudentId("none");

  EnrolmentRows(FileReading reading) {
    this.reading = reading;
    this.required = new RequiredColumns(reading);
    this.sectionColumn = reading.header().index("section_id");
    this.studentColumn = reading.header().index("student_id");
  }

  @Override
  public void read(RowBuffer row) {
    if (required.areThere(row)) {
      reading.accept(
          new Enrolment(section(row.get(sectionColumn)), student(row.get(studentColumn))));
    }
  }

  private SectionId section(String id) {
    if (!section.value().equals(id)) {
      section = new SectionId(id);
    }
    return section;
  }

  private StudentId student(String id) {
    if (!student.value().equals(id)) {
      student = new StudentId(id);
    }
    return student;
  }
}
