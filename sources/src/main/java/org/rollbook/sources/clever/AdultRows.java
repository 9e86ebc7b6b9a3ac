package org.rollbook.sources.clever;

import java.util.List;
import java.util.Optional;
import org.rollbook.core.roster.Attributes;
import org.rollbook.core.roster.PersonName;
import org.rollbook.core.roster.SchoolId;
import org.rollbook.core.roster.StaffId;
import org.rollbook.core.roster.StaffMember;
import org.rollbook.core.roster.Teacher;
import org.rollbook.core.roster.TeacherId;

/** Rows of teachers.csv and staff.csv. */
final class AdultRows implements RowReader {
  private final FileReading reading;
  private final RequiredColumns required;
  private final PersonColumns person;
  private final AttributeReader attributes;
  private final boolean teachers;
  private final int id;

  AdultRows(FileReading reading) {
    this.reading = reading;
    this.required = new RequiredColumns(reading);
    this.attributes = new AttributeReader(reading);
    this.teachers = reading.header().file() == CleverFile.TEACHERS;
    this.person = new PersonColumns(reading, teachers ? "teacher_email" : "staff_email");
    this.id = reading.header().index(teachers ? "teacher_id" : "staff_id");
  }

  @Override
  public void read(RowBuffer row) {
    if (!required.areThere(row)) {
      return;
    }
    List<SchoolId> schools = person.schools(row);
    PersonName name = person.name(row);
    Optional<String> email = person.email();
    Attributes about = attributes.read();
    reading.accept(
        teachers
            ? new Teacher(new TeacherId(row.get(id)), schools, name, email, about)
            : new StaffMember(new StaffId(row.get(id)), schools, name, email, about));
  }
}
