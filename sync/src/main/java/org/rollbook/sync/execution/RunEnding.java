package org.rollbook.sync.execution;

import java.time.OffsetDateTime;
import org.rollbook.sync.connections.TargetConnection;
import org.rollbook.sync.runs.RunId;
import org.rollbook.sync.runs.RunRows;
import org.rollbook.sync.runs.RunStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Closes a run in the caller's transaction: says how it ended, how far the next plan may take the
 * roster as planned, and which classes it has to look at again.
 */
final class RunEnding {
  /** Whether {@code run_operation o} waits for another approval. */
  private static final String WITHHELD =
      """
      exists (select 1 from run_class c where c.district_id = o.district_id
        and c.run_id = o.run_id and c.section_id = o.section_id and c.withheld)
      """;

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
  RunStatus end(OffsetDateTime at) {
    RunStatus status;
    if (count("o.state < 2 and not " + WITHHELD) > 0) {
      status = RunStatus.INCOMPLETE;
    } else if (count("o.state < 2") > 0) {
      lookedAfter();
      status = RunStatus.HELD;
    } else {
      markPending();
      lookedAfter();
      status = count("true") == 0 ? RunStatus.UNCHANGED : RunStatus.DONE;
    }
    bind(jdbc.sql(
            """
            update run r set status = :status, finished_at = :at, waiting = %s,
              turn = nextval('run_turn')
            where r.district_id = :district and r.id = :run
            """
                .formatted(RunRows.WAITING)))
        .param("status", status.name())
        .param("at", at)
        .update();
    return status;
  }

  /**
   * Statistics know nothing of a new run: without a look at how much was planned the database reads
   * all operations of all runs to find that an empty plan has none.
   */
  private long count(String condition) {
    return bind(jdbc.sql(
            """
            select count(*) from run_operation o
            where exists (select 1 from run r
                where r.district_id = :district and r.id = :run and r.planned > 0)
              and o.district_id = :district and o.run_id = :run and %s
            """
                .formatted(condition)))
        .query(Long.class)
        .single();
  }

  /**
   * Gives up what got no answer although the target works otherwise: one class that Google cannot
   * serve must not keep all others from their next plan. The next plan looks at the class, since it
   * may have taken effect. Classes that nothing was sent for are left to the next sync, as they are
   * approved.
   */
  void giveUpUnanswered() {
    bind(jdbc.sql(
            """
            update run_operation o set state = 6
            where o.district_id = :district and o.run_id = :run and o.state = 0
              and exists (select 1 from run_operation s where s.district_id = o.district_id
                and s.run_id = o.run_id and s.section_id = o.section_id and s.state = 1)
            """))
        .update();
    bind(jdbc.sql(
            """
            update run_operation set state = 7, code = 'NO_ANSWER',
              message = 'the target kept failing on this class and gave no answer',
              advice = 'Nothing needs to be done: the next sync tries again.'
            where district_id = :district and run_id = :run and state = 1
            """))
        .update();
  }

  /**
   * What earlier runs left unanswered is no question any more for the classes of this run: its plan
   * looked at every one of them, and what the look showed is in their baselines. Not before the run
   * is over: until then an operation that it repeats has to count as repeated, since a target may
   * show late what it did. For the same reason not where the run left out all that it was to do.
   */
  private void lookedAfter() {
    bind(jdbc.sql(
            """
            update run_operation u set state = 8
            from run_class c, run r
            where u.district_id = :district and u.state = 7 and u.run_id < :run
              and r.district_id = :district and r.id = u.run_id
              and r.connection_id = :connection
              and c.district_id = :district and c.run_id = :run
              and c.section_id = u.section_id and not c.withheld
              and not exists (
                select 1 from class_baseline b
                where b.district_id = c.district_id and b.connection_id = r.connection_id
                  and b.section_id = c.section_id and b.state = 'DELETED')
              and not coalesce((
                select bool_and(o.state = 6) from run_operation o
                where o.district_id = c.district_id and o.run_id = c.run_id
                  and o.section_id = c.section_id), false)
            """))
        .param("connection", connection.id().number())
        .update();
  }

  /** Forgets the markings that the plan saw, and marks what did not come to its end. */
  private void markPending() {
    // In the order in which matching accounts takes its locks, or the two could wait for each
    // other.
    jdbc.sql("select 1 from connection where district_id = :district and id = :id for update")
        .param("district", connection.districtId())
        .param("id", connection.id().number())
        .query(Integer.class)
        .single();
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
            select :district, :connection, o.section_id from run_operation o
            where exists (select 1 from run r
                where r.district_id = :district and r.id = :run and r.planned > 0)
              and o.district_id = :district and o.run_id = :run and o.state in (4, 5, 6, 7)
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
