package org.rollbook.sync.baseline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.rollbook.core.reconcile.AccountId;
import org.rollbook.core.reconcile.Agreement;
import org.rollbook.core.reconcile.BaselineSeat;
import org.rollbook.core.reconcile.ClassBaseline;
import org.rollbook.core.reconcile.ClassState;
import org.rollbook.core.reconcile.Seat;
import org.rollbook.core.reconcile.SeatAgreement;
import org.rollbook.core.roster.RecordId;

/** How a class's baseline stands in the tables {@code class_baseline} and {@code seat_baseline}. */
public final class BaselineRows {
  /** Parameters: district, connection; {@code %s} takes a further condition on section_id. */
  public static final String CLASSES =
      """
      select section_id, school_id, address, target_class, name_source, name_target, owner_source,
             owner_target, state, ended, gone_since
      from class_baseline
      where district_id = ? and connection_id = ? %s
      order by section_id
      """;

  /** Parameters: district, connection; {@code %s} takes a further condition on section_id. */
  public static final String SEATS =
      """
      select section_id, account_id, person_id, source, target, by_hand
      from seat_baseline
      where district_id = ? and connection_id = ? %s
      order by section_id, account_id
      """;

  private BaselineRows() {}

  /** One row of {@link #SEATS}. */
  public record Seated(AccountId account, BaselineSeat seat) {}

  /** A row of {@link #CLASSES}, its seats still missing. */
  public static ClassBaseline readClass(ResultSet row) throws SQLException {
    return new ClassBaseline(
        new RecordId(row.getLong("section_id")),
        new Agreement<>(row.getString("name_source"), row.getString("name_target")),
        new Agreement<>(
            new AccountId(row.getString("owner_source")),
            new AccountId(row.getString("owner_target"))),
        ClassState.valueOf(row.getString("state")),
        ClassBaseline.Ended.valueOf(row.getString("ended")),
        Optional.ofNullable(row.getObject("gone_since", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant),
        new TreeMap<>());
  }

  /** A row of {@link #SEATS}. */
  public static Seated readSeat(ResultSet row) throws SQLException {
    long person = row.getLong("person_id");
    return new Seated(
        new AccountId(row.getString("account_id")),
        new BaselineSeat(
            person == 0 ? Optional.empty() : Optional.of(new RecordId(person)),
            new SeatAgreement(
                seat(row.getInt("source")),
                seat(row.getInt("target")),
                row.getBoolean("by_hand"))));
  }

  /** The class with its seats. */
  public static ClassBaseline seated(ClassBaseline empty, List<Seated> seats) {
    var map = new TreeMap<AccountId, BaselineSeat>();
    seats.forEach(seated -> map.put(seated.account(), seated.seat()));
    return new ClassBaseline(
        empty.section(),
        empty.name(),
        empty.owner(),
        empty.state(),
        empty.ended(),
        empty.goneSince(),
        map);
  }

  static Seat seat(int number) {
    return switch (number) {
      case 0 -> Seat.NONE;
      case 1 -> Seat.STUDENT;
      case 2 -> Seat.TEACHER;
      default -> throw new IllegalStateException("seat " + number + " is none");
    };
  }

  static int number(Seat seat) {
    return switch (seat) {
      case NONE -> 0;
      case STUDENT -> 1;
      case TEACHER -> 2;
    };
  }
}
