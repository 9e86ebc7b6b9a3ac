package org.rollbook.registry.testing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.rollbook.core.roster.RecordKind;
import org.rollbook.core.roster.RosterRecord;
import org.rollbook.sources.Finding;
import org.rollbook.sources.Reading;
import org.rollbook.sources.RosterSink;
import org.rollbook.sources.SnapshotDigest;
import org.rollbook.sources.SnapshotSource;
import org.rollbook.sources.Unread;

/** A snapshot in memory: the rows that a reader would hand over. */
public record FakeSnapshot(List<Row> rows, List<RecordKind> headerOnly, boolean refused) {
  /** One row, as the reader sees it. */
  public sealed interface Row {
    record Read(RosterRecord record) implements Row {}

    record Unreadable(RecordKind kind, Unread unread) implements Row {}
  }

  public FakeSnapshot {
    rows = List.copyOf(rows);
  }

  public static FakeSnapshot of(RosterRecord... records) {
    return of(List.of(records));
  }

  public static FakeSnapshot of(List<? extends RosterRecord> records) {
    return new FakeSnapshot(
        records.stream().map(r -> (Row) new Row.Read(r)).toList(), List.of(), false);
  }

  public static FakeSnapshot unusable() {
    return new FakeSnapshot(List.of(), List.of(), true);
  }

  public FakeSnapshot and(RecordKind kind, Unread unread) {
    var more = new ArrayList<>(rows);
    more.add(new Row.Unreadable(kind, unread));
    return new FakeSnapshot(more, headerOnly, refused);
  }

  public FakeSnapshot headerOnly(RecordKind kind) {
    return new FakeSnapshot(rows, List.of(kind), refused);
  }

  public SnapshotSource source() {
    return new SnapshotSource() {
      @Override
      public String format() {
        return "Fake";
      }

      @Override
      public SnapshotDigest digest() {
        return new SnapshotDigest.Whole(sha256(FakeSnapshot.this.toString()));
      }

      @Override
      public Reading read(RosterSink sink) {
        return FakeSnapshot.this.read(sink);
      }

      @Override
      public void close() {}
    };
  }

  private Reading read(RosterSink sink) {
    if (refused) {
      return new Reading.Refused(
          List.of(new Finding("students.csv", 0, "", "MISSING_FILE", "students.csv is missing.")));
    }
    sink.reference(RecordKind.STUDENT, RecordKind.SCHOOL, "school ID");
    sink.reference(RecordKind.SECTION, RecordKind.SCHOOL, "a school's id");
    sink.reference(RecordKind.SECTION, RecordKind.TEACHER, "Teacher_id");
    sink.reference(RecordKind.ENROLMENT, RecordKind.SECTION, "Section_id");
    sink.reference(RecordKind.ENROLMENT, RecordKind.STUDENT, "Student_id");
    Map<RecordKind, long[]> counts = new EnumMap<>(RecordKind.class);
    for (Row row : rows) {
      long[] count = counts.computeIfAbsent(kindOf(row), k -> new long[2]);
      long line = count[0] + count[1] + 2;
      switch (row) {
        case Row.Read(RosterRecord record) -> {
          count[0]++;
          sink.record(record, kindOf(row).plural() + ".csv", line);
        }
        case Row.Unreadable(RecordKind kind, Unread unread) -> {
          count[1]++;
          sink.rejected(
              new Finding(kind.plural() + ".csv", line, "", "UNREADABLE", "Cannot be read."),
              unread);
        }
      }
    }
    Map<RecordKind, Reading.Rows> read = new EnumMap<>(RecordKind.class);
    counts.forEach((kind, c) -> read.put(kind, new Reading.Rows(c[0] + c[1], c[0], 0, c[1])));
    return new Reading.Complete(read, headerOnly, Map.of());
  }

  private static RecordKind kindOf(Row row) {
    return switch (row) {
      case Row.Read(RosterRecord record) -> record.key().kind();
      case Row.Unreadable(RecordKind kind, Unread unread) -> kind;
    };
  }

  private static String sha256(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
