package org.rollbook.registry.sharing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.rollbook.core.roster.RecordId;
import org.rollbook.registry.intake.DistrictKey;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Says who may read what, each in one SELECT: it is asked at every call of an app. */
final class Readers {
  private static final String SELECT =
      """
      select d.id, d.record_id, s.app_id, s.withheld_paths
      from share s join district d on d.id = s.district_id
      where s.selection <> 'none'\
      """;

  private final JdbcClient jdbc;

  Readers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Reader> withToken(String token) {
    return jdbc.sql(SELECT + " and s.token_hash = :hash")
        .param("hash", Digest.sha256(token))
        .query((row, n) -> reader(row))
        .optional();
  }

  Optional<Reader> of(AppId app, DistrictKey district) {
    return jdbc.sql(SELECT + " and s.app_id = :app and d.key = :key")
        .param("app", app.number())
        .param("key", district.value())
        .query((row, n) -> reader(row))
        .optional();
  }

  private static Reader reader(ResultSet row) throws SQLException {
    return new Reader(
        row.getInt("id"),
        new RecordId(row.getLong("record_id")),
        new AppId(row.getInt("app_id")),
        List.of((String[]) row.getArray("withheld_paths").getArray()));
  }

  Optional<String> why(AppId app, DistrictKey district, RecordId record) {
    return jdbc.sql(
            """
            select r.text
            from district d
            join share_member m on m.district_id = d.id and m.app_id = :app
              and m.kind between 0 and 7 and m.id = :record
            join share_rule r on r.district_id = d.id and r.app_id = :app and r.number = m.rule
            where d.key = :key
            """)
        .param("app", app.number())
        .param("key", district.value())
        .param("record", record.number())
        .query(String.class)
        .optional();
  }
}
