package org.rollbook.sources.clever;

/** The columns without which a row says nothing. */
final class RequiredColumns {
  private final FileReading reading;
  private final int[] required;
  private final boolean[] ids;

  RequiredColumns(FileReading reading) {
    this.reading = reading;
    Header header = reading.header();
    this.required =
        header.file().columns().stream()
            .filter(column -> column.use() == Column.Use.REQUIRED)
            .mapToInt(column -> header.index(column.name()))
            .toArray();
    Header.Mode[] modes = header.modes();
    this.ids = new boolean[required.length];
    for (int i = 0; i < required.length; i++) {
      ids[i] = modes[required[i]] == Header.Mode.ID;
    }
  }

  /** Whether the row has them all; if not it has been rejected. */
  boolean areThere(RowBuffer row) {
    for (int i = 0; i < required.length; i++) {
      String value = row.get(required[i]);
      if (value.isEmpty()) {
        reject(row, required[i], Code.MISSING_VALUE, "has no");
        return false;
      }
      if (ids[i] && value.length() > Unreads.LONGEST_ID) {
        reject(row, required[i], Code.ID_TOO_LONG, "has more than 255 characters in");
        return false;
      }
    }
    return true;
  }

  private void reject(RowBuffer row, int column, Code code, String fault) {
    reading.reject(
        column,
        code,
        fault + " " + reading.header().name(column) + ", without which it cannot be used",
        reading.unreads().of(row));
  }
}
