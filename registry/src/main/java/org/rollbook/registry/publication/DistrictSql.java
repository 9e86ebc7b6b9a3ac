package org.rollbook.registry.publication;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Runs the set-based SQL of one publication. Every statement knows {@code :district} and {@code
 * :at}; whatever else it names is given as pairs of a name and a value.
 */
final class DistrictSql {
  private static final long ALWAYS_WORTH_ANALYZING = 1_000;
  private static final long WORTH_ANALYZING = 100;

  private final JdbcClient jdbc;
  private final int district;
  private final OffsetDateTime at;

  DistrictSql(JdbcClient jdbc, int district, Instant at) {
    this.jdbc = jdbc;
    this.district = district;
    this.at = OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
  }

  long run(String sql, Object... namesAndValues) {
    return statement(sql, parameters(namesAndValues)).update();
  }

  long run(String sql, Map<String, ?> parameters) {
    return statement(sql, parameters).update();
  }

  /**
   * Makes a table's statistics anew after many rows were written, or a tenth of the table and not
   * just a few: without, the planner takes it, or this district's part of it, for empty and goes
   * through it once for every row of another, which costs seconds for some hundred rows. Tables of
   * all districts are given in one order throughout, for the lock is held until the transaction
   * ends.
   *
   * @param columns those that statements look for, in parentheses
   */
  void refreshStatistics(String table, String columns, long written) {
    if (written > ALWAYS_WORTH_ANALYZING || isMuchOf(table, written)) {
      run("analyze " + table + columns);
    }
  }

  private boolean isMuchOf(String table, long written) {
    return written > WORTH_ANALYZING && written > rowsWhenLastCounted(table) / 10;
  }

  /** Negative for a table that was never counted. */
  private long rowsWhenLastCounted(String table) {
    return query(
            "select reltuples::bigint from pg_class where oid = to_regclass(:table)",
            "table",
            table)
        .query(Long.class)
        .single();
  }

  JdbcClient.StatementSpec query(String sql, Object... namesAndValues) {
    return statement(sql, parameters(namesAndValues));
  }

  private JdbcClient.StatementSpec statement(String sql, Map<String, ?> parameters) {
    return jdbc.sql(sql).param("district", district).param("at", at).params(parameters);
  }

  private static Map<String, ?> parameters(Object... namesAndValues) {
    var parameters = new HashMap<String, Object>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      parameters.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return parameters;
  }
}
