package org.rollbook.sync.runs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.rollbook.core.reconcile.OperationKind;
import org.rollbook.core.reconcile.Reason;
import org.rollbook.core.roster.RecordId;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A run's operations, schools and classes for people: with names and the source's own ids, also of
 * those who left the roster since.
 */
public final class RunDetails {
  private static final int PORTION = 2_000;

  private static final String LINES =
      """
      select o.kind, o.reason, o.state, o.code, o.message, o.advice, o.account_id,
             c.name as class_name, s.source_id as section,
             school.source_id as school, school.name as school_name,
             p.source_id as person, p.given_name, p.family_name, p.email
      from run_operation o
      join run_class c on c.district_id = o.district_id and c.run_id = o.run_id
        and c.section_id = o.section_id
      join known_section s on s.district_id = o.district_id and s.section_id = o.section_id
      join known_school school on school.district_id = o.district_id
        and school.school_id = c.school_id
      left join known_person p on p.district_id = o.district_id and p.person_id = o.person_id
      where o.district_id = ? and o.run_id = ?
      """;

  private static final String ORDER = " order by o.section_id, o.number";

  private static final String REMOVALS =
      Stream.of(OperationKind.values())
          .filter(kind -> kind.removes() || kind.ends())
          .map(kind -> "'" + kind.name() + "'")
          .collect(Collectors.joining(", "));

  private final DataSource dataSource;
  private final JdbcClient jdbc;

  public RunDetails(DataSource dataSource) {
    this.dataSource = dataSource;
    this.jdbc = JdbcClient.create(dataSource);
  }

  /** Hands over every operation, class by class, as a stream: a first plan has a million. */
  public void operations(RunId run, Consumer<OperationLine> each) {
    stream(run, "", each);
  }

  /** Hands over the operations that the target refused for good or never answered. */
  public void refused(RunId run, Consumer<OperationLine> each) {
    stream(run, "and o.state in (4, 7, 8)", each);
  }

  /** Hands over the first operations that take somebody's seat away or end a class. */
  public void removals(RunId run, int most, Consumer<OperationLine> each) {
    // Apart from the names: with them the database might sort all before it takes the first.
    stream(
        run,
        """
        and (o.section_id, o.number) in (
          select f.section_id, f.number from run_operation f
          where f.district_id = %d and f.run_id = %d and f.kind in (%s)
          order by f.section_id, f.number limit %d)
        """
            .formatted(district(run), run.number(), REMOVALS, most),
        each);
  }

  private void stream(RunId run, String condition, Consumer<OperationLine> each) {
    int district = district(run);
    try (var sql = dataSource.getConnection()) {
      sql.setAutoCommit(false);
      try (var statement = sql.prepareStatement(LINES + condition + ORDER)) {
        statement.setFetchSize(PORTION);
        statement.setInt(1, district);
        statement.setLong(2, run.number());
        try (var rows = statement.executeQuery()) {
          while (rows.next()) {
            each.accept(read(rows));
          }
        }
      } finally {
        sql.rollback();
        sql.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the operations of " + run + " could not be read", e);
    }
  }

  private int district(RunId run) {
    return jdbc.sql("select district_id from run where id = :run")
        .param("run", run.number())
        .query(Integer.class)
        .optional()
        .orElseThrow(() -> new IllegalArgumentException("There is no run " + run + "."));
  }

  private static OperationLine read(ResultSet row) throws SQLException {
    var kind = OperationKind.valueOf(row.getString("kind"));
    var known = Optional.ofNullable(row.getString("person"));
    var account = Optional.ofNullable(row.getString("account_id"));
    var name = "%s %s".formatted(text(row, "given_name"), text(row, "family_name")).strip();
    return new OperationLine(
        kind,
        row.getString("section"),
        row.getString("class_name"),
        row.getString("school"),
        row.getString("school_name"),
        known.or(() -> account),
        name,
        Optional.ofNullable(row.getString("email")),
        Reason.valueOf(row.getString("reason")),
        OperationState.of(row.getInt("state")),
        text(row, "code"),
        text(row, "message"),
        text(row, "advice"));
  }

  private static String text(ResultSet row, String column) throws SQLException {
    @Nullable String value = row.getString(column);
    return value == null ? "" : value;
  }

  /** How many operations of each kind the run has, in the order of the kinds. */
  public SortedMap<OperationKind, Long> counts(RunId run) {
    var counts = new TreeMap<OperationKind, Long>();
    jdbc.sql(
            """
            select kind, count(*) as operations from run_operation
            where district_id = :district and run_id = :run group by kind
            """)
        .param("district", district(run))
        .param("run", run.number())
        .query(row -> {
          counts.put(OperationKind.valueOf(row.getString("kind")), row.getLong("operations"));
        });
    return Collections.unmodifiableSortedMap(counts);
  }

  /**
   * The same by what has become of them: of each kind there is, how many of each outcome there is.
   */
  public SortedMap<OperationKind, SortedMap<OperationOutcome, Long>> outcomes(RunId run) {
    var outcomes = new TreeMap<OperationKind, SortedMap<OperationOutcome, Long>>();
    jdbc.sql(
            """
            select kind, state, count(*) as operations from run_operation
            where district_id = :district and run_id = :run group by kind, state
            """)
        .param("district", district(run))
        .param("run", run.number())
        .query(row -> {
          var outcome = OperationOutcome.of(OperationState.of(row.getInt("state")));
          outcomes
              .computeIfAbsent(OperationKind.valueOf(row.getString("kind")), _ -> new TreeMap<>())
              .merge(outcome, row.getLong("operations"), Long::sum);
        });
    return Collections.unmodifiableSortedMap(outcomes);
  }

  /**
   * What a run has to do with one school or class.
   *
   * @param id its record
   * @param sourceId its id in the source
   * @param in the school's name for a class, empty text for a school
   * @param refused operations that the target refused for good or never answered
   * @param leftOut operations that this run does not do any more
   * @param open operations that are neither answered nor given up
   */
  public record Part(
      RecordId id,
      String sourceId,
      String name,
      String in,
      long planned,
      long done,
      long refused,
      long leftOut,
      long open) {}

  private static final String PARTS =
      """
      with part as (
        select c.district_id, c.school_id, c.section_id, c.name,
               count(o.number) as planned,
               count(*) filter (where o.state in (2, 3)) as done,
               count(*) filter (where o.state in (4, 7, 8)) as refused,
               count(*) filter (where o.state in (5, 6)) as left_out,
               count(*) filter (where o.state < 2) as open
        from run_class c
        join run_operation o on o.district_id = c.district_id and o.run_id = c.run_id
          and o.section_id = c.section_id
        where c.district_id = :district and c.run_id = :run
        group by c.district_id, c.school_id, c.section_id, c.name)
      """;

  /** The schools that the run concerns, in the order of their names. */
  public List<Part> schools(RunId run) {
    return parts(
        run,
        """
        select p.school_id as id, s.source_id, s.name, '' as in_school,
               sum(p.planned) as planned, sum(p.done) as done, sum(p.refused) as refused,
               sum(p.left_out) as left_out,
               sum(p.open) as open
        from part p
        join known_school s on s.district_id = p.district_id and s.school_id = p.school_id
        group by p.school_id, s.source_id, s.name order by s.name, p.school_id
        """);
  }

  /** The classes that the run concerns, by school and name. */
  public List<Part> classes(RunId run) {
    return parts(
        run,
        """
        select p.section_id as id, k.source_id, p.name, s.name as in_school,
               p.planned, p.done, p.refused, p.left_out, p.open
        from part p
        join known_section k on k.district_id = p.district_id and k.section_id = p.section_id
        join known_school s on s.district_id = p.district_id and s.school_id = p.school_id
        order by s.name, p.name, p.section_id
        """);
  }

  private List<Part> parts(RunId run, String select) {
    return jdbc.sql(PARTS + select)
        .param("district", district(run))
        .param("run", run.number())
        .query((row, number) ->
            new Part(
                new RecordId(row.getLong("id")),
                row.getString("source_id"),
                row.getString("name"),
                row.getString("in_school"),
                row.getLong("planned"),
                row.getLong("done"),
                row.getLong("refused"),
                row.getLong("left_out"),
                row.getLong("open")))
        .list();
  }
}
