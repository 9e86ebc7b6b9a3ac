package org.rollbook.sync.baseline;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.rollbook.core.reconcile.AccountId;
import org.rollbook.core.reconcile.BaselineSeat;
import org.rollbook.core.reconcile.ClassBaseline;
import org.rollbook.core.roster.RecordId;
import org.rollbook.sync.connections.TargetConnection;
import org.rollbook.sync.target.ClassAddress;

/**
 * Writes what changed in baselines as JDBC batches inside the caller's transaction. Statements are
 * kept and reused: make one per database connection.
 */
public final class BaselineWriting implements AutoCloseable {
  private static final String CLASS =
      """
      insert into class_baseline (district_id, connection_id, section_id, school_id, address,
        target_class, name_source, name_target, owner_source, owner_target, state, ended, gone_since)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (district_id, connection_id, section_id) do update
      set school_id = excluded.school_id, target_class = excluded.target_class,
          name_source = excluded.name_source, name_target = excluded.name_target,
          owner_source = excluded.owner_source, owner_target = excluded.owner_target,
          state = excluded.state, ended = excluded.ended, gone_since = excluded.gone_since
      """;

  private static final String SEAT =
      """
      insert into seat_baseline (district_id, connection_id, section_id, account_id, person_id,
        source, target, by_hand, since)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (district_id, connection_id, section_id, account_id) do update
      set person_id = excluded.person_id, source = excluded.source, target = excluded.target,
          by_hand = excluded.by_hand, since = excluded.since
      """;

  private static final String UNSEAT =
      """
      delete from seat_baseline
      where district_id = ? and connection_id = ? and section_id = ? and account_id = ?
      """;

  private final PreparedStatement classes;
  private final PreparedStatement seats;
  private final PreparedStatement unseats;
  private final TargetConnection connection;

  public BaselineWriting(Connection sql, TargetConnection connection) throws SQLException {
    this.connection = connection;
    this.classes = sql.prepareStatement(CLASS);
    this.seats = sql.prepareStatement(SEAT);
    this.unseats = sql.prepareStatement(UNSEAT);
  }

  /**
   * One class's way from one baseline to the next.
   *
   * @param school the class's school
   * @param moved whether the tables have another school for it
   * @param address the class at the target, its id known
   * @param before what the tables have; absent when they have nothing
   * @param at when it came about, for kept changes
   */
  public record Change(
      RecordId school,
      boolean moved,
      ClassAddress address,
      Optional<ClassBaseline> before,
      ClassBaseline after,
      Instant at) {}

  /** Adds one class's changes to the batches. */
  public void add(Change change) throws SQLException {
    var after = change.after();
    var before = change.before();
    if (change.moved() || before.isEmpty() || !sameClass(before.get(), after)) {
      addClass(change);
    }
    for (var seat : after.seats().entrySet()) {
      var former = before.map(b -> b.seats().get(seat.getKey()));
      if (!former.equals(Optional.of(seat.getValue()))) {
        addSeat(after.section(), seat.getKey(), seat.getValue(), change.at());
      }
    }
    if (before.isPresent()) {
      for (var account : before.get().seats().keySet()) {
        if (!after.seats().containsKey(account)) {
          key(unseats, after.section()).setString(4, account.value());
          unseats.addBatch();
        }
      }
    }
  }

  private static boolean sameClass(ClassBaseline before, ClassBaseline after) {
    return before.name().equals(after.name())
        && before.owner().equals(after.owner())
        && before.state() == after.state()
        && before.ended() == after.ended()
        && before.goneSince().equals(after.goneSince());
  }

  private PreparedStatement key(PreparedStatement statement, RecordId section) throws SQLException {
    statement.setInt(1, connection.districtId());
    statement.setLong(2, connection.id().number());
    statement.setLong(3, section.number());
    return statement;
  }

  private void addClass(Change change) throws SQLException {
    var after = change.after();
    var row = key(classes, after.section());
    row.setLong(4, change.school().number());
    row.setString(5, change.address().name());
    row.setString(6, change.address().id().orElseThrow().value());
    row.setString(7, after.name().source());
    row.setString(8, after.name().target());
    row.setString(9, after.owner().source().value());
    row.setString(10, after.owner().target().value());
    row.setString(11, after.state().name());
    row.setString(12, after.ended().name());
    row.setObject(13, after.goneSince().map(BaselineWriting::utc).orElse(null));
    row.addBatch();
  }

  private void addSeat(RecordId section, AccountId account, BaselineSeat seat, Instant at)
      throws SQLException {
    var row = key(seats, section);
    row.setString(4, account.value());
    if (seat.person().isPresent()) {
      row.setLong(5, seat.person().get().number());
    } else {
      row.setNull(5, Types.BIGINT);
    }
    row.setInt(6, BaselineRows.number(seat.agreement().source()));
    row.setInt(7, BaselineRows.number(seat.agreement().target()));
    row.setBoolean(8, seat.agreement().byHand());
    row.setObject(9, utc(at));
    row.addBatch();
  }

  private static OffsetDateTime utc(Instant instant) {
    return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
  }

  /** Drops what was added and not sent: the transaction it belonged to is rolled back. */
  public void forget() throws SQLException {
    classes.clearBatch();
    unseats.clearBatch();
    seats.clearBatch();
  }

  /** Sends the batches; the caller commits. */
  public void send() throws SQLException {
    classes.executeBatch();
    unseats.executeBatch();
    seats.executeBatch();
  }

  @Override
  public void close() throws SQLException {
    try (classes;
        seats;
        unseats) {
      // Closing is all that is left to do.
    }
  }
}
