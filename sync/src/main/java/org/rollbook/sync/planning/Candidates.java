package org.rollbook.sync.planning;

import org.rollbook.sync.connections.TargetConnection;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The classes that something happened to since the last plan, or may have happened to. */
final class Candidates {
  private Candidates() {}

  /**
   * Collects them in the transaction's temporary table {@code class_to_plan}.
   *
   * @return how many there are
   */
  static int collect(JdbcClient jdbc, TargetConnection connection, long plannedEvent) {
    jdbc.sql(
            """
            create temporary table if not exists class_to_plan
              (section_id bigint primary key) on commit delete rows
            """)
        .update();
    int found =
        jdbc.sql(
                """
                insert into class_to_plan
                select section_id from section_change where district_id = :district and seq > :event
                union
                select section_id from pending_class
                where district_id = :district and connection_id = :connection
                union
                select o.section_id from run_operation o
                join run r on r.district_id = o.district_id and r.id = o.run_id
                where o.district_id = :district and o.state = 7
                  and r.connection_id = :connection
                """)
            .param("district", connection.districtId())
            .param("connection", connection.id().number())
            .param("event", plannedEvent)
            .update();
    jdbc.sql("analyze class_to_plan").update();
    return found;
  }
}
