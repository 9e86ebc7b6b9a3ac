package org.rollbook.sync.accounts;

import java.sql.Connection;
import java.sql.ResultSet;
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

  /**
   * Whoever finds each time that somebody else has matched meanwhile need not go on: what they
   * wrote is as new as what would be written here.
   */
  private static final int ATTEMPTS = 5;

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
        boolean written = false;
        for (int attempt = 1; !written && attempt <= ATTEMPTS; attempt++) {
          written = refresh(sql, connection, target);
          if (written) {
            sql.commit();
          } else {
            sql.rollback();
          }
        }
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

  /**
   * Asks the target first and locks then: who only looks at a plan must keep no run of another
   * process from its end while a directory is slow.
   *
   * @return whether the matches are written; not when somebody else has written some meanwhile
   */
  private boolean refresh(Connection sql, TargetConnection connection, Target target)
      throws SQLException, TargetUnavailable, InterruptedException {
    var jdbc = JdbcClient.create(new SingleConnectionDataSource(sql, true));
    var scope = new MatchScope(connection.districtId(), connection.id().number());
    var now = clock.instant();
    var state = state(jdbc, scope);
    var people = new PeopleToMatch(jdbc, scope);
    var asked = ask(sql, state, now, people, target);
    if (!lock(jdbc, scope).equals(state.matched())) {
      return false;
    }
    people.forgetTheGone();
    if (asked != Asked.NOTHING) {
      // Whoever was matched before may be in a plan already, executed or not.
      new MatchWriting(jdbc, scope).write(state.matched().event().isPresent());
    }
    if (asked == Asked.FOR_ALL) {
      listedAt(jdbc, scope, now);
    }
    matchedUpTo(jdbc, scope, state.lastEvent());
    return true;
  }

  /** What the target was asked for. */
  private enum Asked {
    NOTHING,
    FOR_SOME,
    FOR_ALL
  }

  private static Asked ask(
      Connection sql, State state, Instant now, PeopleToMatch people, Target target)
      throws SQLException, TargetUnavailable, InterruptedException {
    boolean everybody = state.wantsEverybody(now);
    if (everybody) {
      people.takeEverybody();
    } else if (!people.takeChangedAndWaiting(
        state.matched().event().orElseThrow(), state.lastEvent())) {
      return Asked.NOTHING;
    }
    var found = new FoundAccounts(sql);
    var addresses = people.addressesToAskFor();
    if (!everybody
        && addresses.size()
            <= Math.max(ALWAYS_ONE_BY_ONE, people.known() / ACCOUNTS_PER_PAGE + 1)) {
      found.ask(target, addresses);
      return Asked.FOR_SOME;
    }
    found.list(target);
    if (!everybody) {
      people.takeEverybody();
    }
    return Asked.FOR_ALL;
  }

  /** Up to where accounts were matched; empty before the first time. */
  private record Matched(Optional<Long> event, Optional<Instant> listedAt) {
    static Matched read(ResultSet row, int number) throws SQLException {
      long event = row.getLong("matched_event");
      boolean everMatched = !row.wasNull();
      return new Matched(
          everMatched ? Optional.of(event) : Optional.empty(),
          Optional.ofNullable(row.getObject("accounts_listed_at", OffsetDateTime.class))
              .map(OffsetDateTime::toInstant));
    }
  }

  private record State(Matched matched, long lastEvent, boolean forgotten) {
    boolean wantsEverybody(Instant now) {
      return matched.event().isEmpty()
          || forgotten
          || matched.listedAt().filter(at -> at.plus(LISTING_IS_GOOD_FOR).isAfter(now)).isEmpty();
    }
  }

  private static State state(JdbcClient jdbc, MatchScope scope) {
    return scope
        .bind(
            jdbc.sql(
                """
                select c.matched_event, c.accounts_listed_at, d.last_event, %s as forgotten
                from connection c join district_state d on d.district_id = c.district_id
                where c.district_id = :district and c.id = :connection
                """
                    .formatted(ForgottenEvents.since("c.matched_event"))))
        .query((row, number) ->
            new State(
                Matched.read(row, number), row.getLong("last_event"), row.getBoolean("forgotten")))
        .single();
  }

  /** One process at a time writes the matches of a connection; a second one waits. */
  private static Matched lock(JdbcClient jdbc, MatchScope scope) {
    return scope
        .bind(
            jdbc.sql(
                """
                select matched_event, accounts_listed_at from connection
                where district_id = :district and id = :connection for update
                """))
        .query(Matched::read)
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
