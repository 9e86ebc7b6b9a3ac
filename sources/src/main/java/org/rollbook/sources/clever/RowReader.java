package org.rollbook.sources.clever;

/** Makes of the row in the buffer what its file holds. */
interface RowReader {
  /** Accepts or rejects the row, whose fields are as many as the header's. */
  void read(RowBuffer row);

  /** The reader for the rows of {@code reading}'s file. */
  static RowReader of(FileReading reading) {
    return switch (reading.header().file()) {
      case SCHOOLS -> new SchoolRows(reading);
      case TEACHERS, STAFF -> new AdultRows(reading);
      case STUDENTS -> new StudentRows(reading);
      case SECTIONS -> new SectionRows(reading);
      case ENROLLMENTS -> new EnrolmentRows(reading);
    };
  }
}
