package org.rollbook.registry.intake;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.postgresql.copy.CopyManager;
import org.rollbook.core.roster.Course;
import org.rollbook.core.roster.CourseId;
import org.rollbook.core.roster.Enrolment;
import org.rollbook.core.roster.PersonName;
import org.rollbook.core.roster.RecordKey;
import org.rollbook.core.roster.RecordKind;
import org.rollbook.core.roster.RosterRecord;
import org.rollbook.core.roster.School;
import org.rollbook.core.roster.SchoolId;
import org.rollbook.core.roster.Section;
import org.rollbook.core.roster.SectionId;
import org.rollbook.core.roster.StaffMember;
import org.rollbook.core.roster.Student;
import org.rollbook.core.roster.Teacher;
import org.rollbook.core.roster.TeacherId;
import org.rollbook.core.roster.Term;
import org.rollbook.core.roster.TermId;
import org.rollbook.sources.Finding;
import org.rollbook.sources.RosterSink;
import org.rollbook.sources.Unread;

/**
 * Streams a snapshot into its staging tables. A connection can copy into one table at a time, and
 * sections come interleaved with terms and courses: each table has a buffer, and the copy changes
 * tables only when one is full.
 */
final class StagedSnapshot implements RosterSink {
  private static final long PROGRESS_ROWS = 5_000;

  private final CopyAhead copies;
  private final Progress progress;
  private final Findings findings = new Findings();
  private final Map<StagingTable, CopyText> buffers = new EnumMap<>(StagingTable.class);

  private final Map<RecordKind, Map<RecordKind, String>> columns = new EnumMap<>(RecordKind.class);
  private String enrolmentFile = "";

  StagedSnapshot(CopyManager copies, Progress progress) {
    this.copies = new CopyAhead(copies);
    this.progress = progress;
  }

  Findings findings() {
    return findings;
  }

  /** The file that the enrolments came from, empty text when there were none. */
  String enrolmentFile() {
    return enrolmentFile;
  }

  long rows(StagingTable table) {
    CopyText buffer = buffers.get(table);
    return buffer == null ? 0 : buffer.rows();
  }

  long rows() {
    return buffers.values().stream().mapToLong(CopyText::rows).sum();
  }

  @Override
  public void reference(RecordKind of, RecordKind to, String column) {
    columns.computeIfAbsent(of, absent -> new EnumMap<>(RecordKind.class)).put(to, column);
  }

  /** Where records of one kind name those of another, as a text in SQL; empty when not known. */
  String column(RecordKind of, RecordKind to) {
    String column = columns.getOrDefault(of, Map.of()).getOrDefault(to, "");
    return Statements.literal(column);
  }

  @Override
  public void finding(Finding finding) {
    findings.add(finding);
  }

  @Override
  public void rejected(Finding finding, Unread unread) {
    findings.add(finding);
    switch (unread) {
      case Unread.One(RecordKey key) -> unread(finding, key.kind(), "one", key.id(), key.student());
      case Unread.OneOf(RecordKey likely, Set<String> readings) -> {
        unread(finding, likely.kind(), "one", likely.id(), likely.student());
        readings.forEach(reading -> unread(finding, likely.kind(), "beginning", reading, ""));
      }
      case Unread.InSchool(RecordKind kind, SchoolId school) ->
          unread(finding, kind, "school", school.value(), "");
      case Unread.InSection(SectionId section) ->
          unread(finding, RecordKind.ENROLMENT, "section", section.value(), "");
      case Unread.Whole(RecordKind kind) -> unread(finding, kind, "whole", "", "");
    }
  }

  private void unread(Finding finding, RecordKind kind, String scope, String a, String b) {
    CopyText row = row(StagingTable.UNREAD);
    row.text(kind.name()).text(scope).text(a).text(b);
    row.text(finding.file()).number(finding.line());
    end(StagingTable.UNREAD, row);
  }

  @Override
  public void record(RosterRecord record, String file, long line) {
    if (record instanceof Enrolment enrolment) {
      enrolment(enrolment, file, line);
      return;
    }
    RecordKind kind = record.key().kind();
    StagingTable table = StagingTable.of(kind);
    CopyText row = row(table);
    row.number(rows(table));
    write(record, row);
    row.text(file).number(line);
    tell(kind, end(table, row));
  }

  /** Nine of ten rows are these, so nothing is made or looked up for one that is not needed. */
  private void enrolment(Enrolment enrolment, String file, long line) {
    enrolmentFile = file;
    CopyText row = row(StagingTable.ENROLMENT);
    row.text(enrolment.section().value()).text(enrolment.student().value()).number(line);
    tell(RecordKind.ENROLMENT, end(StagingTable.ENROLMENT, row));
  }

  private void tell(RecordKind kind, long count) {
    if (count % PROGRESS_ROWS == 0) {
      progress.rows(kind, count);
    }
  }

  private static void write(RosterRecord record, CopyText row) {
    switch (record) {
      case School s -> row.text(s.id().value()).text(s.name()).json(s.attributes());
      case Term t ->
          row.text(t.id().value())
              .text(t.name())
              .textOrNull(t.start().map(LocalDate::toString))
              .textOrNull(t.end().map(LocalDate::toString));
      case Course c -> row.text(c.id().value()).text(c.name()).text(c.number());
      case Teacher t -> {
        person(row, t.id().value(), t.schools(), t.name(), t.email());
        row.json(t.attributes());
      }
      case StaffMember s -> {
        person(row, s.id().value(), s.schools(), s.name(), s.email());
        row.json(s.attributes());
      }
      case Student s -> {
        person(row, s.id().value(), s.schools(), s.name(), s.email());
        row.json(s.attributes()).json(s.contacts());
      }
      case Section s -> section(row, s);
      case Enrolment e -> throw new IllegalArgumentException("written elsewhere: " + e);
    }
  }

  private static void person(
      CopyText row, String id, List<SchoolId> schools, PersonName name, Optional<String> email) {
    row.text(id)
        .array(schools.stream().map(SchoolId::value).toList())
        .text(name.first())
        .text(name.middle())
        .text(name.last())
        .textOrNull(email);
  }

  private static void section(CopyText row, Section section) {
    row.text(section.id().value())
        .text(section.school().value())
        .text(section.name())
        .textOrNull(section.primaryTeacher().map(TeacherId::value))
        .array(section.coTeachers().stream().map(TeacherId::value).toList())
        .textOrNull(section.course().map(CourseId::value))
        .textOrNull(section.term().map(TermId::value))
        .json(section.attributes());
  }

  private CopyText row(StagingTable table) {
    return buffers.computeIfAbsent(table, absent -> new CopyText());
  }

  private long end(StagingTable table, CopyText row) {
    row.endRow();
    if (row.isFull()) {
      send(table, row);
    }
    return row.rows();
  }

  /** Sends what is left, and ends the copy: the connection can be asked things again. */
  void finish() {
    buffers.forEach((table, buffer) -> {
      if (!buffer.isEmpty()) {
        send(table, buffer);
      }
    });
    copies.finish();
    requireEveryRow();
  }

  /** A part taken for the whole would throw people out of their classes: it is counted. */
  private void requireEveryRow() {
    buffers.forEach((table, buffer) -> {
      if (copies.copied(table) != buffer.rows()) {
        throw new IllegalStateException(
            "%,d rows were read for %s and %,d arrived. Nothing was changed; import again."
                .formatted(buffer.rows(), table.table(), copies.copied(table)));
      }
    });
  }

  private void send(StagingTable table, CopyText buffer) {
    int length = buffer.length();
    copies.send(table, buffer.take(), length);
  }

  /** After a failure while reading: leaves the connection able to roll back. */
  void abandon() {
    copies.abandon();
  }
}
