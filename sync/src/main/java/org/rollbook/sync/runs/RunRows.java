package org.rollbook.sync.runs;

import java.time.OffsetDateTime;
import java.util.List;
import org.rollbook.core.guard.PlanHold;
import org.rollbook.sync.connections.TargetConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** The life of a run's own row. */
public final class RunRows {
  /** How many people of the connection of {@code run r} wait for an account now. */
  public static final String WAITING =
      """
      (select count(*) from account_match m
       where m.district_id = r.district_id and m.connection_id = r.connection_id
         and m.reason is not null)
      """;

  private final JdbcClient jdbc;

  public RunRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private static StatementSpec bind(
      StatementSpec statement, TargetConnection connection, RunId run) {
    return statement.param("district", connection.districtId()).param("run", run.number());
  }

  /** Plans of the connection that wait for a decision are no longer up to date. */
  public void supersede(TargetConnection connection) {
    jdbc.sql(
            """
            update run set status = 'SUPERSEDED'
            where district_id = :district and connection_id = :connection
              and status in ('PLANNED', 'HELD')
            """)
        .param("district", connection.districtId())
        .param("connection", connection.id().number())
        .update();
  }

  /**
   * What a plan is made from: whatever is newer than one of these makes it stale (R1).
   *
   * @param rosterEvent the newest event of the district's roster
   * @param pendingMark the newest marking of a pending class of the connection
   * @param knownTurn the newest turn of the connection's runs
   */
  public record MadeFrom(long rosterEvent, long pendingMark, long knownTurn) {}

  /** A new run, still without operations. */
  public RunId make(TargetConnection connection, MadeFrom from, OffsetDateTime at) {
    long number =
        jdbc.sql(
                """
                insert into run
                  (district_id, connection_id, status, roster_event, pending_mark, known_turn,
                   made_at)
                values (:district, :connection, 'PLANNED', :event, :mark, :turn, :at)
                returning id
                """)
            .param("district", connection.districtId())
            .param("connection", connection.id().number())
            .param("event", from.rosterEvent())
            .param("mark", from.pendingMark())
            .param("turn", from.knownTurn())
            .param("at", at)
            .query(Long.class)
            .single();
    return new RunId(number);
  }

  /** All operations of the plan are stored. */
  public void planned(
      TargetConnection connection, RunId run, int operations, List<PlanHold> holds) {
    bind(
            jdbc.sql(
                """
                update run r set planned = :operations, holds = cast(:holds as jsonb),
                  status = :status, waiting = %s
                where r.district_id = :district and r.id = :run
                """
                    .formatted(WAITING)),
            connection,
            run)
        .param("operations", operations)
        .param("holds", HoldJson.write(holds))
        .param("status", (holds.isEmpty() ? RunStatus.PLANNED : RunStatus.HELD).name())
        .update();
  }

  /**
   * Throws a plan away.
   *
   * @return whether it still waited: what somebody began meanwhile is never lost sight of
   */
  public boolean discard(TargetConnection connection, RunId run) {
    return bind(
                jdbc.sql(
                    """
                    update run set status = 'DISCARDED'
                    where district_id = :district and id = :run and status in ('PLANNED', 'HELD')
                    """),
                connection,
                run)
            .update()
        > 0;
  }

  /**
   * The run is being executed from now on.
   *
   * @return whether it is: not when somebody threw it away meanwhile; nor when it was held and a
   *     newer plan took its place, which nobody has approved (R2)
   */
  public boolean begun(TargetConnection connection, RunId run, OffsetDateTime at) {
    return bind(
                jdbc.sql(
                    """
                    update run set status = 'RUNNING', started_at = coalesce(started_at, :at),
                      turn = nextval('run_turn')
                    where district_id = :district and id = :run
                      and (status in ('PLANNED', 'HELD')
                        or status = 'SUPERSEDED' and holds = '[]')
                    """),
                connection,
                run)
            .param("at", at)
            .update()
        > 0;
  }

  /** So many calls were made for the run. */
  public void addCalls(TargetConnection connection, RunId run, long reads, long writes) {
    bind(
            jdbc.sql(
                """
                update run set reads = reads + :reads, writes = writes + :writes
                where district_id = :district and id = :run
                """),
            connection,
            run)
        .param("reads", reads)
        .param("writes", writes)
        .update();
  }
}
