package org.rollbook.sources.cleverapi;

import java.util.Optional;
import org.rollbook.core.roster.RecordKey;
import org.rollbook.core.roster.RecordKind;
import org.rollbook.core.roster.RosterRecord;
import org.rollbook.sources.Finding;
import org.rollbook.sources.Reading;
import org.rollbook.sources.RosterSink;
import org.rollbook.sources.Unread;

/** The reading of one kind of record: hands over what its objects say, and counts. */
final class DumpRows {
  private static final int SHOWN = 60;

  private final String file;
  private final RecordKind kind;
  private final RosterSink sink;
  private long line;
  private String id = "";
  private long accepted;
  private long dropped;
  private long rejected;
  private boolean droppedFromRow;

  DumpRows(String file, RecordKind kind, RosterSink sink) {
    this.file = file;
    this.kind = kind;
    this.sink = sink;
  }

  RecordKind kind() {
    return kind;
  }

  /** Goes on to the object on {@code newLine}. */
  void on(long newLine, String newId) {
    line = newLine;
    id = newId;
    droppedFromRow = false;
  }

  void accept(RosterRecord record) {
    sink.record(record, file, line);
    accepted++;
    if (droppedFromRow) {
      dropped++;
      droppedFromRow = false;
    }
  }

  /** A record that the object leads to beside its own, such as a section's term. */
  void also(RosterRecord record) {
    sink.record(record, file, line);
  }

  /** Sets the object aside for want of {@code field}; what it names stays as it was (H3). */
  void rejectWithout(String field) {
    sink.rejected(
        finding(
            field,
            "MISSING_VALUE",
            "The %s %s comes without its %s; it is set aside and stays as it was."
                .formatted(kind.name().toLowerCase(java.util.Locale.ROOT), id, field)),
        new Unread.One(RecordKey.of(kind, id)));
    rejected++;
  }

  /** As {@link #rejectWithout}, for what the object says beyond its own record. */
  void reject(String field, String message, Unread unread) {
    sink.rejected(finding(field, "MISSING_VALUE", message), unread);
    rejected++;
  }

  void note(String field, String code, String message) {
    sink.finding(finding(field, code, message));
  }

  void drop(String field, String code, String message) {
    note(field, code, message);
    droppedFromRow = true;
  }

  /** What is there and canonical; what is there and not is dropped with a finding. */
  Optional<String> checked(String field, String text, Optional<String> canonical) {
    if (canonical.isEmpty()) {
      drop(
          field,
          "UNKNOWN_VALUE",
          "\"%s\" is not a value that %s can have; the record %s is taken without it."
              .formatted(shown(text), field, id));
    }
    return canonical;
  }

  private static String shown(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }

  private Finding finding(String field, String code, String message) {
    return new Finding(file, line, field, code, message);
  }

  Reading.Rows rows() {
    return new Reading.Rows(accepted + rejected, accepted, dropped, rejected);
  }
}
