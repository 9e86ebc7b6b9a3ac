package org.rollbook.sources.clever;

import org.rollbook.core.roster.RosterRecord;
import org.rollbook.sources.Finding;
import org.rollbook.sources.Reading;
import org.rollbook.sources.RosterSink;
import org.rollbook.sources.Unread;

/**
 * The reading of one file: hands over what its rows say and counts what became of them. Each row
 * ends in exactly one {@link #accept} or {@link #reject}.
 */
final class FileReading {
  private static final int SHOWN = 60;

  private final String name;
  private final Header header;
  private final RowBuffer row;
  private final RosterSink sink;
  private final KnownSchools knownSchools;
  private final Unreads unreads;
  private long accepted;
  private long dropped;
  private long rejected;
  private long swallowed;
  private boolean droppedFromRow;

  FileReading(
      String name, Header header, RowBuffer row, RosterSink sink, KnownSchools knownSchools) {
    this.name = name;
    this.header = header;
    this.row = row;
    this.sink = sink;
    this.unreads = new Unreads(header, knownSchools);
    this.knownSchools = knownSchools;
  }

  Header header() {
    return header;
  }

  KnownSchools knownSchools() {
    return knownSchools;
  }

  Unreads unreads() {
    return unreads;
  }

  /** A record that the row leads to beside its own, such as a section's term. */
  void also(RosterRecord record) {
    sink.record(record, name, row.line());
  }

  void accept(RosterRecord record) {
    sink.record(record, name, row.line());
    accepted++;
    if (droppedFromRow) {
      dropped++;
      droppedFromRow = false;
    }
  }

  /**
   * Sets the row aside.
   *
   * @param column the column at fault, -1 when it is the row
   * @param fault how the sentence goes on after "Line 7 of students.csv"
   */
  void reject(int column, Code code, String fault, Unread unread) {
    String message =
        "Line %d of %s %s; the row is set aside and what it names stays as it was."
            .formatted(row.line(), name, fault);
    sink.rejected(finding(column, code, message), unread);
    rejected++;
    droppedFromRow = false;
  }

  /**
   * Leaves one value out of the row.
   *
   * @param message the whole sentence
   */
  void drop(int column, Code code, String message) {
    sink.finding(finding(column, code, message));
    droppedFromRow = true;
  }

  /** Something to know about a row of which nothing is left out. */
  void note(int column, Code code, String message) {
    sink.finding(finding(column, code, message));
  }

  /** The value of a column, or empty text with a finding when it is none of the column's domain. */
  String value(int column, Domain domain) {
    String text = row.get(column);
    if (text.isEmpty()) {
      return text;
    }
    String canonical = domain.canonical(text).orElse("");
    if (canonical.isEmpty()) {
      dropUnknown(column, domain, text);
    }
    return canonical;
  }

  void dropUnknown(int column, Domain domain, String text) {
    String message =
        "\"%s\" is not a value that %s can have; the row is taken without it, please write %s."
            .formatted(shown(text), header.name(column), domain.examples());
    drop(column, domain.fault(), message);
  }

  /** A value as it may stand in a sentence. */
  static String shown(String text) {
    String plain = text.replaceAll("\\p{Cntrl}", "?");
    return plain.length() <= SHOWN ? plain : plain.substring(0, SHOWN) + "…";
  }

  /** Nobody has read the lines between these two, which seemed to be of the row in the first. */
  void swallowed(long line, long next) {
    swallowed += Math.max(0, next - line - 1);
  }

  long swallowed() {
    return swallowed;
  }

  Reading.Rows rows() {
    return new Reading.Rows(accepted + rejected, accepted, dropped, rejected);
  }

  private Finding finding(int column, Code code, String message) {
    return new Finding(name, row.line(), header.name(column), code.name(), message);
  }
}
