package org.rollbook.sync.execution;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.rollbook.core.reconcile.ClassBaseline;
import org.rollbook.core.roster.RecordId;
import org.rollbook.sync.baseline.BaselineJson;
import org.rollbook.sync.baseline.BaselineRows;
import org.rollbook.sync.baseline.BaselineWriting;
import org.rollbook.sync.connections.TargetConnection;
import org.rollbook.sync.runs.RunId;
import org.rollbook.sync.runs.StoredOperation;
import org.rollbook.sync.target.ClassAddress;
import org.rollbook.sync.target.TargetClassId;

/** Reads the classes of a run in portions, in section order; what is withheld is no work. */
final class RunWork {
  private static final int PORTION = 200;

  /** Parameters: district, run, after. */
  private static final String IN_SCOPE =
      """
      c.district_id = ? and c.run_id = ? and c.section_id > ? and not c.withheld
      """;

  private static final String TO_DO =
      """
      select c.section_id, c.school_id, c.address, c.target_class from run_class c
      where %s
        and exists (select 1 from run_operation o where o.district_id = c.district_id
          and o.run_id = c.run_id and o.section_id = c.section_id and o.state < 2)
      order by c.section_id limit %d
      """
          .formatted(IN_SCOPE, PORTION);

  /** Also what no approval is asked for: a class that only has to be brought up to date. */
  private static final String TO_SETTLE =
      """
      select c.section_id, c.school_id, c.address, c.target_class, c.settled from run_class c
      where c.district_id = ? and c.run_id = ? and c.section_id > ? and c.settled is not null
        and (not c.withheld or not exists (
          select 1 from run_operation o where o.district_id = c.district_id
            and o.run_id = c.run_id and o.section_id = c.section_id))
      order by c.section_id limit %d
      """
          .formatted(PORTION);

  /**
   * An operation that an earlier run of the connection sent without an answer counts as sent: when
   * the first of these runs began, or this one.
   */
  private static final String OPERATIONS =
      """
      select o.section_id, o.number, o.kind, o.account_id, o.person_id, o.former, o.wanted, o.reason,
        least(case when o.state = 1 then mine.started_at end, (
          select min(r.started_at) from run_operation u
          join run r on r.district_id = u.district_id and r.id = u.run_id
            and r.connection_id = mine.connection_id
          where u.district_id = o.district_id and u.section_id = o.section_id and u.state = 7
            and u.kind = o.kind
            and u.account_id is not distinct from o.account_id)) as sent_since,
        o.state = 1 as noted
      from run_operation o
      join run mine on mine.district_id = o.district_id and mine.id = o.run_id
      where o.district_id = ? and o.run_id = ? and o.state < 2 and o.section_id = any (?)
      order by o.section_id, o.number
      """;

  private final DataSource dataSource;
  private final TargetConnection connection;
  private final RunId run;

  RunWork(DataSource dataSource, TargetConnection connection, RunId run) {
    this.dataSource = dataSource;
    this.connection = connection;
    this.run = run;
  }

  private record Found(RecordId section, RecordId school, ClassAddress address, String settled) {}

  private record Known(ClassBaseline baseline, RecordId school, TargetClassId id) {}

  /** The next classes after {@code after} with operations that are not over; empty at the end. */
  List<RunClass> next(long after) throws SQLException {
    try (var sql = dataSource.getConnection()) {
      var found = find(sql, TO_DO, after);
      var sections = sections(found);
      var baselines = baselines(sql, sections);
      var operations = operations(sql, sections);
      return found.stream()
          .map(row ->
              new RunClass(
                  row.section,
                  row.school,
                  address(row, baselines),
                  Optional.ofNullable(baselines.get(row.section)).map(Known::baseline),
                  operations.getOrDefault(row.section, List.of())))
          .toList();
    }
  }

  /**
   * Brings every baseline in scope to where the plan says it stands before any operation. Once: a
   * second approval of another part must not turn back what the first one's operations moved.
   */
  void settle(Connection sql, BaselineWriting writing, Instant at) throws SQLException {
    var found = find(sql, TO_SETTLE, 0);
    while (!found.isEmpty()) {
      var baselines = baselines(sql, sections(found));
      for (var row : found) {
        writing.add(change(row, baselines, at));
      }
      writing.send();
      settled(sql, sections(found));
      found = find(sql, TO_SETTLE, found.getLast().section().number());
    }
  }

  private static BaselineWriting.Change change(
      Found row, Map<RecordId, Known> baselines, Instant at) {
    var known = Optional.ofNullable(baselines.get(row.section));
    return new BaselineWriting.Change(
        row.school,
        known.filter(stored -> !stored.school.equals(row.school)).isPresent(),
        address(row, baselines),
        known.map(Known::baseline),
        BaselineJson.read(row.section, row.settled),
        at);
  }

  private void settled(Connection sql, Long[] sections) throws SQLException {
    try (var statement =
        sql.prepareStatement(
            """
            update run_class set settled = null
            where district_id = ? and run_id = ? and section_id = any (?)
            """)) {
      statement.setInt(1, connection.districtId());
      statement.setLong(2, run.number());
      statement.setArray(3, sql.createArrayOf("bigint", sections));
      statement.executeUpdate();
    }
  }

  private static ClassAddress address(Found row, Map<RecordId, Known> baselines) {
    var known = baselines.get(row.section);
    return known == null ? row.address : row.address.at(known.id);
  }

  private static Long[] sections(List<Found> found) {
    return found.stream().map(row -> row.section.number()).toArray(Long[]::new);
  }

  private List<Found> find(Connection sql, String query, long after) throws SQLException {
    try (var statement = sql.prepareStatement(query)) {
      statement.setInt(1, connection.districtId());
      statement.setLong(2, run.number());
      statement.setLong(3, after);
      var found = new ArrayList<Found>();
      try (var rows = statement.executeQuery()) {
        boolean settles = rows.getMetaData().getColumnCount() == 5;
        while (rows.next()) {
          found.add(
              new Found(
                  new RecordId(rows.getLong(1)),
                  new RecordId(rows.getLong(2)),
                  new ClassAddress(
                      rows.getString(3),
                      Optional.ofNullable(rows.getString(4)).map(TargetClassId::new)),
                  settles ? rows.getString(5) : ""));
        }
      }
      return found;
    }
  }

  private Map<RecordId, List<RunClass.Numbered>> operations(Connection sql, Long[] sections)
      throws SQLException {
    var operations = new TreeMap<RecordId, List<RunClass.Numbered>>();
    try (var statement = sql.prepareStatement(OPERATIONS)) {
      statement.setInt(1, connection.districtId());
      statement.setLong(2, run.number());
      statement.setArray(3, sql.createArrayOf("bigint", sections));
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          operations
              .computeIfAbsent(new RecordId(rows.getLong("section_id")), _ -> new ArrayList<>())
              .add(
                  new RunClass.Numbered(
                      rows.getInt("number"),
                      StoredOperation.read(rows),
                      Optional.ofNullable(rows.getObject("sent_since", OffsetDateTime.class))
                          .map(OffsetDateTime::toInstant),
                      rows.getBoolean("noted")));
        }
      }
    }
    return operations;
  }

  private Map<RecordId, Known> baselines(Connection sql, Long[] sections) throws SQLException {
    var seats = new TreeMap<RecordId, List<BaselineRows.Seated>>();
    try (var statement = prepare(sql, BaselineRows.SEATS, sections);
        var rows = statement.executeQuery()) {
      while (rows.next()) {
        seats
            .computeIfAbsent(new RecordId(rows.getLong("section_id")), _ -> new ArrayList<>())
            .add(BaselineRows.readSeat(rows));
      }
    }
    var baselines = new TreeMap<RecordId, Known>();
    try (var statement = prepare(sql, BaselineRows.CLASSES, sections);
        var rows = statement.executeQuery()) {
      while (rows.next()) {
        var known = known(rows, seats);
        baselines.put(known.baseline.section(), known);
      }
    }
    return baselines;
  }

  private static Known known(ResultSet row, Map<RecordId, List<BaselineRows.Seated>> seats)
      throws SQLException {
    var empty = BaselineRows.readClass(row);
    return new Known(
        BaselineRows.seated(empty, seats.getOrDefault(empty.section(), List.of())),
        new RecordId(row.getLong("school_id")),
        new TargetClassId(row.getString("target_class")));
  }

  private PreparedStatement prepare(Connection sql, String query, Long[] sections)
      throws SQLException {
    var statement = sql.prepareStatement(query.formatted("and section_id = any (?)"));
    statement.setInt(1, connection.districtId());
    statement.setLong(2, connection.id().number());
    statement.setArray(3, sql.createArrayOf("bigint", Arrays.copyOf(sections, sections.length)));
    return statement;
  }
}
