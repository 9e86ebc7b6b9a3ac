package org.rollbook.sync.planning;

import java.util.Optional;
import org.rollbook.sync.connections.ForgottenEvents;
import org.rollbook.sync.connections.TargetConnection;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a plan is made from.
 *
 * @param rosterEvent the newest event of the district's roster
 * @param plannedEvent the event up to which the last executed plan went; absent before the first,
 *     and when later events are forgotten already
 * @param pendingMark the newest marking of a pending class
 * @param knownTurn the newest beginning or end of a run of the connection
 * @param sections 0 when the district shares no section at all, else more
 */
record PlanOrigin(
    long rosterEvent,
    Optional<Long> plannedEvent,
    long pendingMark,
    long knownTurn,
    long sections) {

  static PlanOrigin read(JdbcClient jdbc, TargetConnection connection) {
    return jdbc.sql(
            """
            select d.last_event, case when %s then null else c.planned_event end as planned_event,
              (select coalesce(max(p.mark), 0) from pending_class p
               where p.district_id = c.district_id and p.connection_id = c.id) as mark,
              (select coalesce(max(r.turn), 0) from run r
               where r.district_id = c.district_id and r.connection_id = c.id) as turn,
              (select count(*) from (select 1 from shared_section s
               where s.district_id = c.district_id limit 1) as any_section) as sections
            from connection c join district_state d on d.district_id = c.district_id
            where c.district_id = :district and c.id = :connection
            """
                .formatted(ForgottenEvents.since("c.planned_event")))
        .param("district", connection.districtId())
        .param("connection", connection.id().number())
        .query((row, number) ->
            new PlanOrigin(
                row.getLong("last_event"),
                Optional.ofNullable(row.getObject("planned_event", Long.class)),
                row.getLong("mark"),
                row.getLong("turn"),
                row.getLong("sections")))
        .single();
  }
}
