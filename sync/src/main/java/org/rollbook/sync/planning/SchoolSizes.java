package org.rollbook.sync.planning;

import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import org.rollbook.core.guard.PlanGuard.SchoolSize;
import org.rollbook.core.roster.RecordId;
import org.rollbook.sync.connections.TargetConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** What schools have at the target by the baseline, for the guard (R2). */
final class SchoolSizes {
  /** Class by class over the seats' key: what it reads is what is asked for. */
  private static final String SIZES =
      """
      select c.school_id, count(*) as classes, sum(s.members) as memberships
      from class_baseline c
      cross join lateral (
        select count(*) as members from seat_baseline s
        where s.district_id = c.district_id and s.connection_id = c.connection_id
          and s.section_id = c.section_id and s.target <> 0) s
      where c.district_id = :district and c.connection_id = :connection and c.ended = 'NOT' %s
      group by c.school_id
      """;

  private final JdbcClient jdbc;
  private final TargetConnection connection;

  SchoolSizes(JdbcClient jdbc, TargetConnection connection) {
    this.jdbc = jdbc;
    this.connection = connection;
  }

  SortedMap<RecordId, SchoolSize> ofAll() {
    return read(jdbc.sql(SIZES.formatted("")));
  }

  SortedMap<RecordId, SchoolSize> of(Collection<RecordId> schools) {
    var numbers = schools.stream().map(RecordId::number).toArray(Long[]::new);
    return read(
        jdbc.sql(SIZES.formatted("and c.school_id = any (:schools)")).param("schools", numbers));
  }

  private SortedMap<RecordId, SchoolSize> read(StatementSpec statement) {
    var sizes = new TreeMap<RecordId, SchoolSize>();
    statement
        .param("district", connection.districtId())
        .param("connection", connection.id().number())
        .query(row -> {
          sizes.put(
              new RecordId(row.getLong("school_id")),
              new SchoolSize(row.getLong("memberships"), row.getLong("classes")));
        });
    return sizes;
  }
}
