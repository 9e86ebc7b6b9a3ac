package org.rollbook.sync.connections;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rollbook.core.guard.PlanLimits;
import org.rollbook.core.reconcile.Policy;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The connections of this installation. */
public final class Connections {
  private static final String SELECT =
      """
      select c.*, d.key as district_key
      from connection c join district_state d on d.district_id = c.district_id
      """;

  private final JdbcClient jdbc;
  private final SecretBox secrets;
  private final InstantSource clock;

  public Connections(JdbcClient jdbc, SecretBox secrets, InstantSource clock) {
    this.jdbc = jdbc;
    this.secrets = secrets;
    this.clock = clock;
  }

  /**
   * Joins a district to a target. Where it is joined already to the same kind of target, at the
   * same address and in the same Workspace, that connection is renewed instead and keeps its
   * baseline and limits: there is never a second one.
   *
   * @throws IllegalArgumentException when there is no such district
   */
  public Connected connect(NewConnection wanted) {
    int districtId =
        jdbc.sql("select district_id from district_state where key = :key")
            .param("key", wanted.districtKey())
            .query(Integer.class)
            .optional()
            .orElseThrow(() -> unknownDistrict(wanted.districtKey()));
    var sealed = secrets.seal(wanted.credentials(), context(wanted.districtKey()));
    return new ConnectionMaking(jdbc, clock).connect(wanted, districtId, sealed);
  }

  private IllegalArgumentException unknownDistrict(String key) {
    var known = jdbc.sql("select key from district_state order by key").query(String.class).list();
    return new IllegalArgumentException(
        "There is no district '"
            + key
            + "'. "
            + (known.isEmpty()
                ? "Import a snapshot first: that makes it."
                : "Known are: " + String.join(", ", known) + "."));
  }

  /**
   * @throws IllegalArgumentException when there is no such connection
   */
  public TargetConnection get(ConnectionId id) {
    return jdbc.sql(SELECT + " where c.id = :id")
        .param("id", id.number())
        .query(Connections::read)
        .optional()
        .orElseThrow(() -> unknown(id));
  }

  /** Sets what a connection's plans may do without approval (R2), from the next one on. */
  public void limit(ConnectionId id, PlanLimits limits) {
    int found =
        jdbc.sql(
                """
                update connection set school_removals = :sr, school_removals_from = :srf,
                  class_removals = :cr, class_removals_from = :crf,
                  school_endings = :se, school_endings_from = :sef
                where id = :id
                """)
            .params(parameters(limits))
            .param("id", id.number())
            .update();
    if (found == 0) {
      throw unknown(id);
    }
  }

  static Map<String, Object> parameters(PlanLimits limits) {
    return Map.of(
        "sr", limits.schoolRemovals(),
        "srf", limits.schoolRemovalsFrom(),
        "cr", limits.classRemovals(),
        "crf", limits.classRemovalsFrom(),
        "se", limits.schoolEndings(),
        "sef", limits.schoolEndingsFrom());
  }

  private static IllegalArgumentException unknown(ConnectionId id) {
    return new IllegalArgumentException("There is no connection " + id + ".");
  }

  /**
   * Why the target could not be used when it was last asked; absent when it could be, or nobody has
   * asked.
   */
  public Optional<ConnectionTrouble> trouble(ConnectionId id) {
    return jdbc.sql(
            "select trouble, trouble_at from connection where id = :id and trouble is not null")
        .param("id", id.number())
        .query((row, number) ->
            new ConnectionTrouble(
                row.getString("trouble"),
                row.getObject("trouble_at", OffsetDateTime.class).toInstant()))
        .optional();
  }

  /** Notes what somebody found who asked the target: what is missing, or that nothing is. */
  public void found(ConnectionId id, Optional<String> missing) {
    jdbc.sql(
            """
            update connection set trouble = :trouble, trouble_at = :at
            where id = :id and (trouble is not null or :trouble is not null)
            """)
        .param("trouble", missing.orElse(null), Types.VARCHAR)
        .param("at", now())
        .param("id", id.number())
        .update();
  }

  private OffsetDateTime now() {
    return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  /** Every connection, in the order in which they were made. */
  public List<TargetConnection> all() {
    return jdbc.sql(SELECT + " order by c.id").query(Connections::read).list();
  }

  /** The credentials as the target gave them. Never to be logged or shown. */
  public String credentials(TargetConnection connection) {
    var sealed =
        jdbc.sql("select credentials from connection where district_id = :district and id = :id")
            .param("district", connection.districtId())
            .param("id", connection.id().number())
            .query(byte[].class)
            .single();
    return secrets.open(sealed, context(connection.districtKey()));
  }

  /** Notes that the connection's target asked not to be called for so long from now on (R4). */
  public void leaveAlone(TargetConnection connection, Duration asked) {
    jdbc.sql(
            """
            update connection set not_before = greatest(not_before, :until)
            where district_id = :district and id = :id
            """)
        .param("district", connection.districtId())
        .param("id", connection.id().number())
        .param("until", OffsetDateTime.ofInstant(clock.instant().plus(asked), ZoneOffset.UTC))
        .update();
  }

  /** Until when the connection's target asked not to be called; absent when it may be called. */
  public Optional<Instant> leftAloneUntil(TargetConnection connection) {
    return jdbc.sql(
            """
            select not_before from connection
            where district_id = :district and id = :id and not_before > :now
            """)
        .param("district", connection.districtId())
        .param("id", connection.id().number())
        .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
        .query(OffsetDateTime.class)
        .optional()
        .map(OffsetDateTime::toInstant);
  }

  private static String context(String districtKey) {
    return "district " + districtKey;
  }

  private static TargetConnection read(ResultSet row, int number) throws SQLException {
    int calls = row.getInt("calls_per_minute");
    return new TargetConnection(
        new ConnectionId(row.getLong("id")),
        row.getInt("district_id"),
        row.getString("district_key"),
        row.getString("target"),
        row.getString("administrator"),
        Optional.ofNullable(row.getString("root_url")).map(URI::create),
        Policy.valueOf(row.getString("policy")),
        Duration.ofDays(row.getInt("grace_days")),
        calls == 0 ? Optional.empty() : Optional.of(calls),
        new PlanLimits(
            row.getDouble("school_removals"),
            row.getInt("school_removals_from"),
            row.getDouble("class_removals"),
            row.getInt("class_removals_from"),
            row.getDouble("school_endings"),
            row.getInt("school_endings_from")));
  }
}
