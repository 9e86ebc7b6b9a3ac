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
  private static final long WORTH_ANALYZING = 1_000;

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
   * Makes a table's statistics anew after so many rows were written: without, the planner takes it
   * for empty and goes through it once for every row of another. Tables of all districts are given
   * in one order throughout, for the lock is held until the transaction ends.
   */
  void refreshStatistics(String tableAndColumns, long written) {
    if (written > WORTH_ANALYZING) {
      run("analyze " + tableAndColumns);
    }
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
