package org.rollbook.sources.clever;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.rollbook.core.roster.RecordKind;
import org.rollbook.sources.Finding;
import org.rollbook.sources.Reading;
import org.rollbook.sources.RosterSink;
import org.rollbook.sources.files.RosterFiles;

/** Reads the rows of all files, after their headers were found in order. */
final class SnapshotReading {
  private static final int COLUMNS_SHOWN = 10;

  private static final Map<RecordKind, String> ID_COLUMNS =
      Map.of(
          RecordKind.SCHOOL, "school_id",
          RecordKind.TEACHER, "teacher_id",
          RecordKind.STUDENT, "student_id",
          RecordKind.SECTION, "section_id");

  private final RosterFiles files;
  private final RosterSink sink;
  private final KnownSchools schools = new KnownSchools();

  SnapshotReading(RosterFiles files, RosterSink sink) {
    this.files = files;
    this.sink = sink;
  }

  Reading.Complete read(Map<CleverFile, Header> headers) throws IOException {
    Map<RecordKind, Reading.Rows> rows = new EnumMap<>(RecordKind.class);
    List<RecordKind> headerOnly = new ArrayList<>();
    Map<RecordKind, Long> swallowed = new EnumMap<>(RecordKind.class);
    for (Map.Entry<CleverFile, Header> file : headers.entrySet()) {
      RecordKind kind = file.getKey().kind();
      FileReading ofFile = read(file.getKey(), file.getValue());
      rows.put(kind, ofFile.rows());
      if (ofFile.rows().rows() == 0) {
        headerOnly.add(kind);
      }
      if (ofFile.swallowed() > 0) {
        swallowed.put(kind, ofFile.swallowed());
      }
    }
    return new Reading.Complete(
        Collections.unmodifiableMap(rows),
        List.copyOf(headerOnly),
        Collections.unmodifiableMap(swallowed));
  }

  private FileReading read(CleverFile file, Header header) throws IOException {
    String name = files.find(file.fileName()).orElseThrow();
    reportUnreadColumns(name, header);
    tellReferences(file.kind(), header);
    try (var rows = RowStream.open(files, name)) {
      rows.next();
      rows.row().expect(header.modes());
      var reading = new FileReading(name, header, rows.row(), sink, schools);
      long broken = readRows(rows, reading);
      if (broken > 0) {
        reading.swallowed(broken, lastLine(name) + 1);
      }
      return reading;
    }
  }

  private void tellReferences(RecordKind kind, Header header) {
    ID_COLUMNS.forEach((named, column) -> {
      if (named != kind && header.index(column) >= 0) {
        sink.reference(kind, named, header.name(header.index(column)));
      }
    });
  }

  private long lastLine(String name) throws IOException {
    try (InputStream in = files.open(name)) {
      return LastLine.of(in);
    }
  }

  /**
   * @return the line of a quotation mark that may have taken in the rest of the file, 0 without one
   */
  private static long readRows(RowStream rows, FileReading reading) throws IOException {
    RowReader reader = RowReader.of(reading);
    RowBuffer row = rows.row();
    int columns = reading.header().size();
    long broken = 0;
    while (rows.next()) {
      if (broken > 0) {
        reading.swallowed(broken, row.line());
        broken = 0;
      }
      if (row.isBlank()) {
        continue;
      }
      if (row.fields() == columns && row.fault() == RowBuffer.Fault.NONE) {
        reader.read(row);
      } else {
        BadRow.reject(row, columns, reading);
        broken = row.fault() == RowBuffer.Fault.BROKEN_QUOTE ? row.line() : 0;
      }
    }
    if (rows.isBroken()) {
      BadRow.rejectRest(reading);
      broken = row.line();
    }
    return broken;
  }

  private void reportUnreadColumns(String name, Header header) {
    List<String> unread =
        header.unread().stream().map(column -> "\"" + FileReading.shown(column) + "\"").toList();
    if (unread.isEmpty()) {
      return;
    }
    String shown = String.join(", ", unread.subList(0, Math.min(COLUMNS_SHOWN, unread.size())));
    String more = unread.size() > COLUMNS_SHOWN ? " and others" : "";
    String message =
        "%s has columns that are not part of the format and are not read (%s%s); nothing needs to be done."
            .formatted(name, shown, more);
    sink.finding(new Finding(name, 1, "", Code.COLUMN_NOT_READ.name(), message));
  }
}
