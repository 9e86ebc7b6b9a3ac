package org.rollbook.sources.clever;

import org.rollbook.core.roster.Student;
import org.rollbook.core.roster.StudentId;

/** Rows of students.csv. */
final class StudentRows implements RowReader {
  private final FileReading reading;
  private final RequiredColumns required;
  private final PersonColumns person;
  private final AttributeReader attributes;
  private final ContactReader contacts;
  private final int id;

  StudentRows(FileReading reading) {
    this.reading = reading;
    this.required = new RequiredColumns(reading);
    this.person = new PersonColumns(reading, "student_email");
    this.attributes = new AttributeReader(reading);
    this.contacts = new ContactReader(reading);
    this.id = reading.header().index("student_id");
  }

  @Override
  public void read(RowBuffer row) {
    if (required.areThere(row)) {
      String student = row.get(id);
      reading.accept(
          new Student(
              new StudentId(student),
              person.schools(row),
              person.name(row),
              person.email(),
              attributes.read(),
              contacts.read(row, student)));
    }
  }
}
