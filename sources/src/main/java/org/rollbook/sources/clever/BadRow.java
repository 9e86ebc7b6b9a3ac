package org.rollbook.sources.clever;

import org.rollbook.sources.Unread;

/** Rows that fail as rows, before any column is looked at. */
final class BadRow {
  private BadRow() {}

  static void reject(RowBuffer row, int columns, FileReading reading) {
    if (row.fault() == RowBuffer.Fault.NONE) {
      rejectShifted(row, columns, reading);
    } else {
      rejectFault(row, columns, reading);
    }
  }

  private static void rejectShifted(RowBuffer row, int columns, FileReading reading) {
    boolean few = row.fields() < columns;
    String fault =
        few
            ? "has fewer fields (%d) than the header has columns (%d)"
            : "has more fields (%d) than the header has columns (%d), perhaps for a comma that is"
                + " not in quotation marks";
    reading.reject(
        -1,
        few ? Code.TOO_FEW_FIELDS : Code.TOO_MANY_FIELDS,
        fault.formatted(row.fields(), columns),
        reading.unreads().ofShifted(row));
  }

  private static void rejectFault(RowBuffer row, int columns, FileReading reading) {
    Unread named =
        row.fields() == columns ? reading.unreads().of(row) : reading.unreads().ofShifted(row);
    switch (row.fault()) {
      case NONE -> throw new IllegalArgumentException("the row has no fault");
      case NUL -> reject(row, Code.NUL_CHARACTER, "holds a NUL character", named, reading);
      case FIELD_TOO_LONG ->
          reject(
              row,
              Code.FIELD_TOO_LONG,
              "has a field of more than %d characters".formatted(RowBuffer.LONGEST_FIELD),
              named,
              reading);
      case ROW_TOO_LONG ->
          reject(
              row,
              Code.ROW_TOO_LONG,
              "has more than %d characters".formatted(RowBuffer.LONGEST_ROW),
              named,
              reading);
      case BROKEN_QUOTE ->
          reject(
              row,
              Code.BROKEN_QUOTE,
              "has a quotation mark too many or too few, which joins fields or lines",
              reading.unreads().whole(),
              reading);
    }
  }

  private static void reject(
      RowBuffer row, Code code, String fault, Unread named, FileReading reading) {
    reading.reject(row.faultColumn(), code, fault, named);
  }

  /** For a row with a quotation mark that takes in the rest of the file. */
  static void rejectRest(FileReading reading) {
    reading.reject(
        -1,
        Code.BROKEN_QUOTE,
        "opens a quotation mark that is never closed, so that nothing after it can be read",
        reading.unreads().whole());
  }
}
