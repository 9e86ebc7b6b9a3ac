package org.rollbook.registry.intake;

import java.util.stream.Collectors;
import org.rollbook.core.guard.KindChange;

/**
 * Writes a snapshot's events, numbered without gaps from the district's last one (H5): what is
 * created and updated in the order of the kinds, then what is deleted in the opposite order, so
 * that nobody is told of a record before what it refers to.
 */
final class EventLog {
  private final Statements sql;
  private long last;
  private ImportReport.Events told = ImportReport.Events.NONE;

  EventLog(Statements sql, long last) {
    this.sql = sql;
    this.last = last;
  }

  long last() {
    return last;
  }

  ImportReport.Events told() {
    return told;
  }

  void created(RosterTable table, KindChange change) {
    if (change.created() > 0) {
      long count =
          write(
              table,
              "created",
              "select id, null::jsonb as previous, null::jsonb as object from new_{kind}"
                  + " where change in ('c', 'r')");
      told = told.plus(new ImportReport.Events(count, 0, 0));
    }
  }

  /** Before the records are overwritten: an event tells their former values. */
  void updated(RosterTable table, KindChange change) {
    if (change.updated() > 0) {
      toldUpdates(
          write(
              table,
              "updated",
              "select id, previous, null::jsonb as object from (%s) u"
                  .formatted(formerValues(table))));
    }
  }

  /** A section's own values and its membership are told in one event. */
  void updatedSections() {
    toldUpdates(
        write(
            RosterTable.SECTION,
            "updated",
            """
            select coalesce(u.id, m.section_id) as id,
                   coalesce(u.previous, '{}') || coalesce(m.previous, '{}') as previous,
                   null::jsonb as object
            from (%s) u full join membership m on m.section_id = u.id
            """
                .formatted(formerValues(RosterTable.SECTION))));
  }

  /** Before the records are marked: an event tells what they last were. */
  void deleted(RosterTable table, KindChange change) {
    if (change.deleted() > 0) {
      String fields =
          table.columns().stream()
              .map(column -> "'%1$s', o.%1$s".formatted(column))
              .collect(Collectors.joining(", "));
      String students =
          table == RosterTable.SECTION
              ? """
              , 'students', coalesce((select jsonb_agg(c.student_id order by c.student_id)
                from enrolment_change c where c.section_id = o.id and not c.comes), '[]')\
              """
              : "";
      long count =
          write(
              table,
              "deleted",
              """
              select o.id, null::jsonb as previous,
                     jsonb_build_object('source_id', o.source_id, %s%s) as object
              from {kind} o join gone g on g.id = o.id where o.district_id = {district}
              """
                  .formatted(fields, students));
      told = told.plus(new ImportReport.Events(0, 0, count));
    }
  }

  private void toldUpdates(long count) {
    told = told.plus(new ImportReport.Events(0, count, 0));
  }

  private static String formerValues(RosterTable table) {
    String previous =
        table.columns().stream()
            .map(column ->
                """
                case when o.%1$s is distinct from n.%1$s
                then jsonb_build_object('%1$s', o.%1$s) else '{}' end\
                """
                    .formatted(column))
            .collect(Collectors.joining(" || "));
    return """
    select o.id, %s as previous from new_{kind} n
    join {kind} o on o.district_id = {district} and o.id = n.id
    where n.change = 'u'
    """
        .formatted(previous);
  }

  private long write(RosterTable table, String operation, String records) {
    long count =
        sql.run(
            """
            insert into event
              (district_id, seq, at, snapshot_id, kind, operation, record_id, previous, object)
            select {district}, {last} + row_number() over (order by e.id), {at}, {snapshot},
                   '{kind}', '{operation}', e.id, e.previous, e.object
            from ({records}) e
            """
                .replace("{records}", records),
            "last",
            Long.toString(last),
            "kind",
            table.table(),
            "operation",
            operation);
    last += count;
    return count;
  }
}
