package org.rollbook.sync.runs;

import java.time.OffsetDateTime;
import org.rollbook.sync.connections.TargetConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Closes a run in the caller's transaction: says how it ended, how far the next plan may take the
 * roster as planned, and which classes it has to look at again.
 */
final class RunEnding {
  private final JdbcClient jdbc;
  private final TargetConnection connection;
  private final RunId run;

  RunEnding(JdbcClient jdbc, TargetConnection connection, RunId run) {
    this.jdbc = jdbc;
    this.connection = connection;
    this.run = run;
  }

  /**
   * @return how the run ended: incomplete when something got no answer, held when a person approved
   *     a part of it and the rest waits, else done or unchanged
   */
  RunStatus end(boolean partly, OffsetDateTime at) {
    long sent = count("o.state = 1");
    long planned = count("o.state = 0");
    RunStatus status;
    if (sent > 0 || (planned > 0 && !partly)) {
      status = RunStatus.INCOMPLETE;
    } else if (planned > 0) {
      status = RunStatus.HELD;
    } else {
      markPending();
      status = count("true") == 0 ? RunStatus.UNCHANGED : RunStatus.DONE;
    }
    bind(jdbc.sql(
            """
            update run set status = :status, finished_at = :at
            where district_id = :district and id = :run
            """))
        .param("status", status.name())
        .param("at", at)
        .update();
    return status;
  }

  private long count(String condition) {
    return bind(jdbc.sql(
            """
            select count(*) from run_operation o
            where o.district_id = :district and o.run_id = :run and %s
            """
                .formatted(condition)))
        .query(Long.class)
        .single();
  }

  /** Forgets the markings that the plan saw, and marks what did not come to its end. */
  private void markPending() {
    bind(jdbc.sql(
            """
            delete from pending_class p using run r
            where r.district_id = :district and r.id = :run
              and p.district_id = r.district_id and p.connection_id = r.connection_id
              and p.mark <= r.pending_mark
            """))
        .update();
    bind(jdbc.sql(
            """
            insert into pending_class (district_id, connection_id, section_id)
            select :district, :connection, section_id from run_class
            where district_id = :district and run_id = :run and pending
            union
            select :district, :connection, section_id from run_operation
            where district_id = :district and run_id = :run and state in (4, 5, 6)
            on conflict (district_id, connection_id, section_id)
            do update set mark = nextval('pending_mark')
            """))
        .param("connection", connection.id().number())
        .update();
    bind(jdbc.sql(
            """
            update connection c set planned_event = greatest(c.planned_event, r.roster_event)
            from run r
            where r.district_id = :district and r.id = :run
              and c.district_id = r.district_id and c.id = r.connection_id
            """))
        .update();
  }

  private StatementSpec bind(StatementSpec statement) {
    return statement.param("district", connection.districtId()).param("run", run.number());
  }
}
