package org.rollbook.learn.importing;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.rollbook.core.reconcile.AccountId;
import org.rollbook.core.reconcile.Agreement;
import org.rollbook.core.reconcile.BaselineSeat;
import org.rollbook.core.reconcile.ClassBaseline;
import org.rollbook.core.reconcile.ClassBaseline.Ended;
import org.rollbook.core.reconcile.ClassState;
import org.rollbook.core.reconcile.Observation;
import org.rollbook.core.reconcile.Seat;
import org.rollbook.core.reconcile.SeatAgreement;
import org.rollbook.core.roster.RecordId;
import org.rollbook.learn.classes.ClassId;

/**
 * An imported class as the tables have it: how it stands, which any hand may have changed, and what
 * was last agreed. Its classes are in use from the first moment, nobody has to accept them, so that
 * of core's states two are left.
 *
 * @param reading the number of the reading that was applied last
 * @param seats everybody who is, was, or is agreed to be in it
 * @param unseen Clever's ids of people whom its section lists and Clever does not show
 */
record StoredClass(
    ClassId id,
    String name,
    ClassState state,
    AccountId owner,
    Agreed agreed,
    String about,
    long reading,
    SortedMap<AccountId, StoredSeat> seats,
    Set<String> unseen) {

  StoredClass {
    seats = Collections.unmodifiableSortedMap(new TreeMap<>(seats));
    unseen = Set.copyOf(unseen);
  }

  /**
   * What was last agreed of the class itself.
   *
   * @param ended whose hand put it away, where that is agreed
   */
  record Agreed(String name, AccountId owner, ClassState state, Ended ended) {}

  /**
   * @param name the person's, for lines
   * @param seat which they have; none when they have left
   * @param agreed which was last agreed
   */
  record StoredSeat(String name, Seat seat, Seat agreed, boolean byHand) {
    /** Under the mirror policy both sides of an agreement are the same: nothing is kept. */
    BaselineSeat baseline(AccountId account) {
      return new BaselineSeat(
          Optional.of(person(account)), new SeatAgreement(agreed, agreed, byHand));
    }
  }

  /** The account is the person's own id here, and nobody's account is ever another's. */
  static RecordId person(AccountId account) {
    return new RecordId(Long.parseLong(account.value()));
  }

  static AccountId account(long person) {
    return new AccountId(Long.toString(person));
  }

  /** A section has no number but the one of its class. */
  RecordId label() {
    return new RecordId(id.number());
  }

  ClassBaseline baseline() {
    var agreedSeats = new TreeMap<AccountId, BaselineSeat>();
    seats.forEach((account, seat) -> {
      if (seat.agreed() != Seat.NONE) {
        agreedSeats.put(account, seat.baseline(account));
      }
    });
    return new ClassBaseline(
        label(),
        Agreement.on(agreed.name()),
        Agreement.on(agreed.owner()),
        agreed.state(),
        agreed.ended(),
        Optional.empty(),
        agreedSeats);
  }

  Observation observed() {
    var present = new TreeMap<AccountId, Seat>();
    seats.forEach((account, seat) -> {
      if (seat.seat() != Seat.NONE) {
        present.put(account, seat.seat());
      }
    });
    return new Observation.Seen(name, owner, state, Optional.of(present));
  }
}
