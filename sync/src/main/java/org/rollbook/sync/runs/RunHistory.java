package org.rollbook.sync.runs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.rollbook.sync.connections.ConnectionId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What runs there were, and what became of them. */
public final class RunHistory {
  private static final String SELECT =
      """
      select r.*, s.done, s.already, s.refused, s.unanswered, s.left_out
      from run r
      -- A plan that was being made while its connection was removed is nobody's.
      join connection k on k.district_id = r.district_id and k.id = r.connection_id
      cross join lateral (
        select count(*) filter (where o.state in (2, 3)) as done,
               count(*) filter (where o.state = 3) as already,
               count(*) filter (where o.state in (4, 7, 8)) as refused,
               count(*) filter (where o.state in (7, 8)) as unanswered,
               count(*) filter (where o.state in (5, 6)) as left_out
        from run_operation o
        -- Statistics know nothing of a new run: without this the database reads all operations of
        -- all runs to find that an empty plan has none.
        where r.planned > 0 and o.district_id = r.district_id and o.run_id = r.id) s
      """;

  private final JdbcClient jdbc;

  public RunHistory(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @throws IllegalArgumentException when there is no such run
   */
  public RunReport get(RunId run) {
    return jdbc.sql(SELECT + " where r.id = :run")
        .param("run", run.number())
        .query(RunHistory::read)
        .optional()
        .orElseThrow(() -> new IllegalArgumentException("There is no run " + run + "."));
  }

  /** The newest runs, newest first. */
  public List<RunReport> newest(Optional<ConnectionId> connection, int most) {
    return jdbc.sql(
            SELECT
                + """
                 where cast(:connection as bigint) is null or r.connection_id = :connection
                order by r.id desc limit :most
                """)
        .param("connection", connection.map(ConnectionId::number).orElse(null))
        .param("most", most)
        .query(RunHistory::read)
        .list();
  }

  /** The begun and unfinished run of a connection, if any. */
  public Optional<RunId> begun(ConnectionId connection) {
    return jdbc.sql(
            """
            select r.id from run r join connection c
              on c.district_id = r.district_id and c.id = r.connection_id
            where c.id = :connection and r.status in ('RUNNING', 'INCOMPLETE')
            order by r.id limit 1
            """)
        .param("connection", connection.number())
        .query(Long.class)
        .optional()
        .map(RunId::new);
  }

  /**
   * Whether the roster or the accounts have moved on, or another run has begun or ended, since the
   * plan was made (R1). What the plan's own run did, of a part that was approved, is no reason: the
   * other parts may still be approved.
   */
  public boolean stale(RunId run) {
    return jdbc.sql(
            """
            select d.last_event > r.roster_event
              or exists (
                select 1 from pending_class p
                where p.district_id = r.district_id and p.connection_id = r.connection_id
                  and p.mark > r.pending_mark)
              or exists (
                select 1 from run o
                where o.district_id = r.district_id and o.connection_id = r.connection_id
                  and o.id <> r.id and o.turn > r.known_turn)
            from run r join district_state d on d.district_id = r.district_id where r.id = :run
            """)
        .param("run", run.number())
        .query(Boolean.class)
        .single();
  }

  private static OptionalLong waiting(ResultSet row) throws SQLException {
    long waiting = row.getLong("waiting");
    return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(waiting);
  }

  private static RunReport read(ResultSet row, int number) throws SQLException {
    return new RunReport(
        new RunId(row.getLong("id")),
        new ConnectionId(row.getLong("connection_id")),
        RunStatus.valueOf(row.getString("status")),
        row.getLong("planned"),
        row.getLong("done"),
        row.getLong("already"),
        row.getLong("refused"),
        row.getLong("unanswered"),
        row.getLong("left_out"),
        waiting(row),
        row.getLong("reads"),
        row.getLong("writes"),
        HoldJson.read(row.getString("holds")),
        row.getObject("made_at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getObject("finished_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant),
        "");
  }
}
