package org.rollbook.sync.accounts;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import org.rollbook.sync.connections.ForgottenEvents;
import org.rollbook.sync.connections.TargetConnection;
import org.rollbook.sync.target.Target;
import org.rollbook.sync.target.TargetUnavailable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Keeps who has which account (G2, G3). What it costs follows what changed: people whose address
 * changed and people who wait are asked for one by one while they are few; when that would take
 * more calls than reading the directory's pages, or the last reading is a day old, the directory is
 * read whole. Nobody waiting and nothing changed costs no call.
 */
public final class AccountMatching {
  private static final Duration LISTING_IS_GOOD_FOR = Duration.ofHours(24);
  private static final int ACCOUNTS_PER_PAGE = 500;
  private static final int ALWAYS_ONE_BY_ONE = 20;

  private final DataSource dataSource;
  private final InstantSource clock;

  public AccountMatching(DataSource dataSource, InstantSource clock) {
    this.dataSource = dataSource;
    this.clock = clock;
  }

  /**
   * Brings the matches of a connection up to date with roster and directory. Classes of people
   * whose match changed are marked for the next plan.
   */
  public void refresh(TargetConnection connection, Target target)
      throws TargetUnavailable, InterruptedException {
    try (var sql = dataSource.getConnection()) {
      sql.setAutoCommit(false);
      try {
        refresh(sql, connection, target);
        sql.commit();
      } catch (Throwable e) {
        sql.rollback();
        throw e;
      } finally {
        sql.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("accounts of " + connection.id() + " not matched", e);
    }
  }

  private void refresh(Connection sql, TargetConnection connection, Target target)
      throws SQLException, TargetUnavailable, InterruptedException {
    var jdbc = JdbcClient.create(new SingleConnectionDataSource(sql, true));
    var scope = new MatchScope(connection.districtId(), connection.id().number());
    var state = lock(jdbc, scope);
    var now = clock.instant();
    boolean everybody =
        state.matchedEvent().isEmpty()
            || state.forgotten()
            || state.listedAt().filter(at -> at.plus(LISTING_IS_GOOD_FOR).isAfter(now)).isEmpty();
    var people = new PeopleToMatch(jdbc, scope);
    if (everybody) {
      people.takeEverybody();
    } else if (!people.takeChangedAndWaiting(
        state.matchedEvent().orElseThrow(), state.lastEvent())) {
      matchedUpTo(jdbc, scope, state.lastEvent());
      return;
    }
    var addresses = people.addressesToAskFor();
    var found = new FoundAccounts(sql);
    boolean list =
        everybody
            || addresses.size()
                > Math.max(ALWAYS_ONE_BY_ONE, people.known() / ACCOUNTS_PER_PAGE + 1);
    if (list) {
      found.list(target);
      listedAt(jdbc, scope, now);
      if (!everybody) {
        people.takeEverybody();
      }
    } else {
      found.ask(target, addresses);
    }
    // Whoever was matched before may be in a plan already, executed or not.
    new MatchWriting(jdbc, scope).write(state.matchedEvent().isPresent());
    matchedUpTo(jdbc, scope, state.lastEvent());
  }

  private record State(
      Optional<Long> matchedEvent, Optional<Instant> listedAt, long lastEvent, boolean forgotten) {}

  /** One process at a time matches the accounts of a connection; a second one waits. */
  private static State lock(JdbcClient jdbc, MatchScope scope) {
    return scope
        .bind(
            jdbc.sql(
                """
                select c.matched_event, c.accounts_listed_at, d.last_event, %s as forgotten
                from connection c join district_state d on d.district_id = c.district_id
                where c.district_id = :district and c.id = :connection
                for update of c
                """
                    .formatted(ForgottenEvents.since("c.matched_event"))))
        .query((row, number) -> {
          var listed = row.getObject("accounts_listed_at", OffsetDateTime.class);
          long matched = row.getLong("matched_event");
          boolean everMatched = !row.wasNull();
          return new State(
              everMatched ? Optional.of(matched) : Optional.empty(),
              Optional.ofNullable(listed).map(OffsetDateTime::toInstant),
              row.getLong("last_event"),
              row.getBoolean("forgotten"));
        })
        .single();
  }

  private static void matchedUpTo(JdbcClient jdbc, MatchScope scope, long event) {
    scope
        .bind(
            jdbc.sql(
                """
                update connection set matched_event = :event
                where district_id = :district and id = :connection
                  and matched_event is distinct from :event
                """))
        .param("event", event)
        .update();
  }

  private static void listedAt(JdbcClient jdbc, MatchScope scope, Instant now) {
    scope
        .bind(
            jdbc.sql(
                """
                update connection set accounts_listed_at = :now
                where district_id = :district and id = :connection
                """))
        .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
        .update();
  }
}
