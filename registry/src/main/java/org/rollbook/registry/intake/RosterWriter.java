package org.rollbook.registry.intake;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.rollbook.core.guard.KindChange;
import org.rollbook.core.roster.RecordKind;

/** Writes the differences, and nothing else, into the roster, each with its event. */
final class RosterWriter {
  /** Above this many written rows, and a fifth of the table, its statistics are made anew. */
  private static final long WORTH_ANALYZING = 1_000;

  private final Statements sql;
  private final EventLog events;
  private final RosterChanges changes;
  private final Progress progress;

  RosterWriter(Statements sql, EventLog events, RosterChanges changes, Progress progress) {
    this.sql = sql;
    this.events = events;
    this.changes = changes;
    this.progress = progress;
  }

  void write() {
    progress.step(Progress.Step.APPLYING_RECORDS);
    for (RosterTable table : RosterTable.values()) {
      KindChange change = changes.of(table.kind());
      events.created(table, change);
      if (table == RosterTable.SECTION) {
        tellSections();
      } else {
        events.updated(table, change);
      }
      overwrite(table, change);
      add(table, change);
      refreshStatistics(table.table() + " (district_id, id, source_id, deleted_event)", change);
    }
    progress.step(Progress.Step.APPLYING_ENROLMENTS);
    writeEnrolments();
    progress.step(Progress.Step.APPLYING_DELETIONS);
    for (RosterTable table : Arrays.asList(RosterTable.values()).reversed()) {
      delete(table, changes.of(table.kind()));
    }
  }

  private void tellSections() {
    KindChange enrolments = changes.of(RecordKind.ENROLMENT);
    boolean first = changes.of(RecordKind.SECTION).before() == 0;
    if (first || enrolments.created() + enrolments.deleted() == 0) {
      events.updated(RosterTable.SECTION, changes.of(RecordKind.SECTION));
      return;
    }
    sql.tables()
        .fill(
            "membership",
            """
            select c.section_id, jsonb_build_object('students', jsonb_build_object(
              'added', coalesce(jsonb_agg(c.student_id order by c.student_id)
                         filter (where c.comes), '[]'),
              'removed', coalesce(jsonb_agg(c.student_id order by c.student_id)
                         filter (where not c.comes), '[]'))) as previous
            from enrolment_change c
            where not exists (select from new_section n
                              where n.id = c.section_id and n.change in ('c', 'r'))
              and not exists (select from gone g where g.id = c.section_id)
            group by 1
            """);
    events.updatedSections();
  }

  private void add(RosterTable table, KindChange change) {
    if (change.created() > 0) {
      // Ids were given in the table's own order: where all are new, it is that of the key.
      String order = change.before() == 0 ? "" : "order by n.id";
      run(
          table,
          """
          insert into {kind} (district_id, id, source_id, {columns}, snapshot_id, file, line)
          select {district}, n.id, n.source_id, {values}, {snapshot}, n.file, n.line
          from new_{kind} n where n.change = 'c'
          """
              + order);
    }
  }

  /** Also those that return: the id that they had is theirs again (H8). */
  private void overwrite(RosterTable table, KindChange change) {
    if (change.updated() + change.created() > 0) {
      run(
          table,
          """
          update {kind} o set ({columns}) = row({values}), snapshot_id = {snapshot},
                 file = n.file, line = n.line, deleted_event = null
          from new_{kind} n
          where n.change in ('u', 'r') and o.district_id = {district} and o.id = n.id
          """);
    }
  }

  private void delete(RosterTable table, KindChange change) {
    if (change.deleted() > 0) {
      long before = events.last();
      events.deleted(table, change);
      sql.run(
          """
          update {kind} o set deleted_event = e.seq
          from event e
          where e.district_id = {district} and e.seq > {before} and o.district_id = {district}
            and o.id = e.record_id
          """,
          "kind",
          table.table(),
          "before",
          Long.toString(before));
    }
  }

  private void writeEnrolments() {
    KindChange change = changes.of(RecordKind.ENROLMENT);
    if (change.deleted() > 0) {
      sql.run(
          """
          delete from enrolment e using enrolment_change c
          where not c.comes and e.district_id = {district} and e.section_id = c.section_id
            and e.student_id = c.student_id
          """);
    }
    var partition = new EnrolmentPartition(sql);
    if (change.created() > 0) {
      addEnrolments(partition, change.before() == 0);
    }
    refreshStatistics(partition.keys(), change);
  }

  /** The first ones of a district are in the order of the key already. */
  private void addEnrolments(EnrolmentPartition partition, boolean first) {
    String rows =
        """
        select {district}, section_id, student_id, ({snapshot}::bigint << 28) | line
        from enrolment_change where comes
        """;
    if (first && !partition.isThere()) {
      partition.make(rows);
    } else {
      sql.run("insert into enrolment %s order by section_id, student_id".formatted(rows));
    }
  }

  private void refreshStatistics(String keys, KindChange change) {
    long written = change.created() + change.updated() + change.deleted();
    if (written > WORTH_ANALYZING && written > change.before() / 5) {
      sql.run("analyze " + keys);
    }
  }

  private void run(RosterTable table, String template) {
    sql.run(
        template,
        "kind",
        table.table(),
        "columns",
        String.join(", ", table.columns()),
        "values",
        values(table.columns()));
  }

  private static String values(List<String> columns) {
    return columns.stream().map(c -> "n." + c).collect(Collectors.joining(", "));
  }
}
