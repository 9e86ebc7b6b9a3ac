package org.rollbook.sync.connections;

import java.net.URI;
import java.sql.Types;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Joins districts to targets, each to the same one once: a second time renews what is there, also
 * when two processes do it at once (a unique index decides who makes it).
 */
final class ConnectionMaking {
  /**
   * Homes may have connections from before there was an index: the one that is no twin goes first.
   */
  private static final String RENEW =
      """
      update connection set administrator = :administrator, credentials = :credentials,
        grace_days = coalesce(:grace, grace_days),
        calls_per_minute = coalesce(:calls, calls_per_minute), trouble = null, trouble_at = null,
        not_before = null
      where id = (select c.id from connection c
        where c.district_id = :district and c.target = :target and c.workspace = :workspace
          and coalesce(c.root_url, '') = coalesce(:root, '')
        order by c.twin, c.id limit 1)
      returning id
      """;

  private static final String INSERT =
      """
      insert into connection (district_id, target, administrator, workspace, root_url, credentials,
        policy, grace_days, calls_per_minute, school_removals, school_removals_from,
        class_removals, class_removals_from, school_endings, school_endings_from, created_at)
      values (:district, :target, :administrator, :workspace, :root, :credentials,
        :policy, coalesce(:grace, :usual), :calls, :sr, :srf, :cr, :crf, :se, :sef, :at)
      on conflict do nothing
      returning id
      """;

  private final JdbcClient jdbc;
  private final InstantSource clock;

  ConnectionMaking(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  Connected connect(NewConnection wanted, int districtId, byte[] sealed) {
    return renewed(wanted, districtId, sealed)
        .or(() -> made(wanted, districtId, sealed))
        // Somebody else made it between the two.
        .or(() -> renewed(wanted, districtId, sealed))
        .orElseThrow(() -> new IllegalStateException(wanted + " was made and removed meanwhile"));
  }

  private Optional<Connected> renewed(NewConnection wanted, int districtId, byte[] sealed) {
    return bind(RENEW, wanted, districtId, sealed)
        .query(Long.class)
        .optional()
        .map(id -> new Connected(new ConnectionId(id), true));
  }

  private Optional<Connected> made(NewConnection wanted, int districtId, byte[] sealed) {
    return bind(INSERT, wanted, districtId, sealed)
        .param("policy", wanted.policy().name())
        .param("usual", NewConnection.USUAL_GRACE_DAYS)
        .params(Connections.parameters(wanted.limits()))
        .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
        .query(Long.class)
        .optional()
        .map(id -> new Connected(new ConnectionId(id), false));
  }

  private StatementSpec bind(String sql, NewConnection wanted, int districtId, byte[] sealed) {
    return jdbc.sql(sql)
        .param("district", districtId)
        .param("target", wanted.target())
        .param("administrator", wanted.administrator())
        .param("workspace", wanted.workspace())
        .param("root", wanted.rootUrl().map(URI::toString).orElse(null), Types.VARCHAR)
        .param("credentials", sealed)
        .param("grace", wanted.graceDays().orElse(null), Types.INTEGER)
        .param("calls", wanted.callsPerMinute().orElse(null), Types.INTEGER);
  }
}
