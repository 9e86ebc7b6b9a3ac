package org.rollbook.registry.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.rollbook.core.guard.Hold;
import org.rollbook.core.guard.SnapshotLimits;
import org.rollbook.core.roster.RecordKind;
import org.rollbook.sources.Finding;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** The history of snapshots: what came, what became of it, and what was found in it. */
final class SnapshotLog {
  private final JdbcClient jdbc;
  private final ObjectMapper json = JsonMapper.builder().build();

  SnapshotLog(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What of a report is kept as JSON; its findings have a table of their own.
   *
   * @param kept absent in reports from before it was counted
   * @param limits absent in reports from before they were kept
   */
  record StoredReport(
      SortedMap<RecordKind, ImportReport.Rows> records,
      ImportReport.Events events,
      List<Hold> held,
      Optional<List<Kept>> kept,
      Optional<SnapshotLimits> limits,
      SortedMap<String, Long> findingCounts) {}

  /**
   * A snapshot as it was received.
   *
   * @param limits what it could change without a person
   */
  record Received(
      int district,
      DistrictKey key,
      Instant at,
      String format,
      String digest,
      String file,
      Optional<SnapshotLimits> limits) {}

  SnapshotNumber nextNumber() {
    return new SnapshotNumber(
        jdbc.sql("select nextval('snapshot_number')").query(Long.class).single());
  }

  /** Writes a report, or writes it anew after a decision. */
  void write(Received received, ImportReport report) {
    jdbc.sql(
            """
            insert into snapshot
              (district_id, id, received_at, format, digest, status, enrolment_file, report)
            values (:district, :id, :at, :format, :digest, :status, :file, cast(:report as jsonb))
            on conflict (district_id, id) do update
              set status = excluded.status, report = excluded.report,
                  enrolment_file = excluded.enrolment_file
            """)
        .param("district", received.district())
        .param("id", report.snapshot().value())
        .param("at", OffsetDateTime.ofInstant(received.at(), ZoneOffset.UTC))
        .param("format", received.format())
        .param("digest", received.digest())
        .param("status", report.status().word())
        .param("file", received.file())
        .param("report", stored(received, report))
        .update();
  }

  private String stored(Received received, ImportReport report) {
    return json.writeValueAsString(
        new StoredReport(
            report.records(),
            report.events(),
            report.held(),
            Optional.of(report.kept()),
            received.limits(),
            report.findingCounts()));
  }

  /** The snapshot that waits for a person: at most one does, since newer ones take its place. */
  Optional<SnapshotNumber> held(int district) {
    return newest(district, List.of(SnapshotStatus.HELD));
  }

  /** The newest snapshot of a district that any of these became of. */
  Optional<SnapshotNumber> newest(int district, List<SnapshotStatus> statuses) {
    return jdbc.sql(
            """
            select id from snapshot where district_id = :district and status in (:statuses)
            order by id desc limit 1
            """)
        .param("district", district)
        .param("statuses", statuses.stream().map(SnapshotStatus::word).toList())
        .query((row, number) -> new SnapshotNumber(row.getLong(1)))
        .optional();
  }

  /** A newer snapshot takes the place of the one that is held, and of its files. */
  void supersedeHeld(int district, SnapshotNumber by) {
    int superseded =
        jdbc.sql(
                """
                update snapshot set status = 'superseded'
                where district_id = :district and status = 'held' and id < :by
                """)
            .param("district", district)
            .param("by", by.value())
            .update();
    if (superseded > 0) {
      HeldFiles.forgetBefore(jdbc, district, by);
    }
  }

  void writeFindings(int district, SnapshotNumber snapshot, List<Finding> findings) {
    jdbc.sql("delete from finding where district_id = :district and snapshot_id = :snapshot")
        .param("district", district)
        .param("snapshot", snapshot.value())
        .update();
    if (findings.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            insert into finding
              (district_id, snapshot_id, number, file, line, column_name, code, message)
            select :district, :snapshot, row_number() over (), f.*
            from unnest(:files, :lines, :columns, :codes, :messages) f
            """)
        .param("district", district)
        .param("snapshot", snapshot.value())
        .param("files", texts(findings.stream().map(Finding::file)))
        .param("lines", findings.stream().map(Finding::line).toArray(Long[]::new))
        .param("columns", texts(findings.stream().map(Finding::column)))
        .param("codes", texts(findings.stream().map(Finding::code)))
        .param("messages", texts(findings.stream().map(Finding::message)))
        .update();
  }

  /** PostgreSQL has no text with a zero byte in it. */
  private static String[] texts(java.util.stream.Stream<String> values) {
    return values.map(value -> value.replace('\0', '\uFFFD')).toArray(String[]::new);
  }

  /** The report of a snapshot, and its digest. */
  record Entry(Received received, SnapshotSummary summary) {
    ImportReport report() {
      return summary.report();
    }
  }

  Optional<Entry> entry(SnapshotNumber snapshot) {
    return jdbc.sql(
            """
            select s.*, d.key from snapshot s join district d on d.id = s.district_id
            where s.id = :id
            """)
        .param("id", snapshot.value())
        .query((row, number) -> entryOf(row))
        .optional()
        .map(this::withFindings);
  }

  /** Newest first, without their findings. */
  List<SnapshotSummary> of(DistrictKey district) {
    return jdbc.sql(
            """
            select s.*, d.key from snapshot s join district d on d.id = s.district_id
            where d.key = :key order by s.id desc
            """)
        .param("key", district.value())
        .query((row, number) -> entryOf(row).summary())
        .list();
  }

  private Entry entryOf(ResultSet row) throws SQLException {
    StoredReport stored = json.readValue(row.getString("report"), StoredReport.class);
    Instant at = row.getObject("received_at", OffsetDateTime.class).toInstant();
    var report =
        new ImportReport(
            new SnapshotNumber(row.getLong("id")),
            SnapshotStatus.of(row.getString("status")),
            stored.records(),
            stored.events(),
            stored.held(),
            stored.kept().orElse(List.of()),
            List.of(),
            stored.findingCounts());
    var received =
        new Received(
            row.getInt("district_id"),
            new DistrictKey(row.getString("key")),
            at,
            row.getString("format"),
            row.getString("digest"),
            row.getString("enrolment_file"),
            stored.limits());
    return new Entry(received, new SnapshotSummary(at, received.format(), report));
  }

  /** The same bytes again have the findings of the import that read them: kept there once. */
  private List<Finding> findings(Entry entry) {
    return jdbc.sql(
            """
            select file, line, column_name, code, message from finding
            where district_id = :district and snapshot_id = (
              select max(s.id) from snapshot s
              where s.district_id = :district and s.id <= :snapshot
                and (s.id = :snapshot or s.digest = :digest)
                and exists (select from finding f
                            where f.district_id = s.district_id and f.snapshot_id = s.id))
            order by number
            """)
        .param("district", entry.received().district())
        .param("snapshot", entry.report().snapshot().value())
        .param("digest", entry.received().digest())
        .query((row, number) ->
            new Finding(
                row.getString(1),
                row.getLong(2),
                row.getString(3),
                row.getString(4),
                row.getString(5)))
        .list();
  }

  private Entry withFindings(Entry entry) {
    ImportReport report = entry.report();
    List<Finding> findings = report.findingCounts().isEmpty() ? List.of() : findings(entry);
    return new Entry(
        entry.received(),
        new SnapshotSummary(
            entry.received().at(), entry.received().format(), report.with(findings)));
  }
}
