package org.rollbook.sync.execution;

import java.sql.Connection;
import java.sql.SQLException;
import org.rollbook.sync.connections.TargetConnection;
import org.rollbook.sync.runs.RunId;

/**
 * Keeps with the plan which classes a person approved (R2), before anything is sent: a run that is
 * killed is gone on with by a process that was not told, and must not do more than was approved.
 */
final class Approval {
  private static final String WITHHOLD =
      """
      with asked as (
        select section_id,
               not (cast(? as boolean) or school_id = any (?) or section_id = any (?)) as outside
        from run_class where district_id = ? and run_id = ?)
      update run_class c set withheld = a.outside from asked a
      where c.district_id = ? and c.run_id = ? and c.section_id = a.section_id
        and c.withheld <> a.outside
      """;

  private Approval() {}

  /** Withholds every class outside of {@code scope}, and no other. */
  static void write(Connection sql, TargetConnection connection, RunId run, RunScope scope)
      throws SQLException {
    try (var statement = sql.prepareStatement(WITHHOLD)) {
      statement.setBoolean(1, scope.whole());
      statement.setArray(2, sql.createArrayOf("bigint", scope.schoolNumbers()));
      statement.setArray(3, sql.createArrayOf("bigint", scope.sectionNumbers()));
      statement.setInt(4, connection.districtId());
      statement.setLong(5, run.number());
      statement.setInt(6, connection.districtId());
      statement.setLong(7, run.number());
      statement.executeUpdate();
    }
  }
}
