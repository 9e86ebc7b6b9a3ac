package org.rollbook.sources.clever;

import org.rollbook.core.roster.School;
import org.rollbook.core.roster.SchoolId;

/** Rows of schools.csv. */
final class SchoolRows implements RowReader {
  private final FileReading reading;
  private final RequiredColumns required;
  private final AttributeReader attributes;
  private final int id;
  private final int name;

  SchoolRows(FileReading reading) {
    this.reading = reading;
    this.required = new RequiredColumns(reading);
    this.attributes = new AttributeReader(reading);
    this.id = reading.header().index("school_id");
    this.name = reading.header().index("school_name");
  }

  @Override
  public void read(RowBuffer row) {
    if (required.areThere(row)) {
      reading.knownSchools().add(row.get(id));
      reading.accept(new School(new SchoolId(row.get(id)), row.get(name), attributes.read()));
    }
  }
}
