package org.rollbook.core.reconcile;

import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.rollbook.core.roster.RecordId;

/**
 * What source and target last agreed on for one class, fact by fact, kept changes included.
 *
 * @param section the section that the class is for
 * @param name its name
 * @param owner who owns it
 * @param state the state we last knew
 * @param ended whether that state is an end, and whose
 * @param goneSince since when the section is out of the share, until the class is ended or returns;
 *     of a class that no look shows, since when it is looked for without its section
 * @param seats every account with a seat or a kept change, by account
 */
public record ClassBaseline(
    RecordId section,
    Agreement<String> name,
    Agreement<AccountId> owner,
    ClassState state,
    Ended ended,
    Optional<Instant> goneSince,
    SortedMap<AccountId, BaselineSeat> seats) {

  /** Whose hand put the class into its present state, where that is an end. */
  public enum Ended {
    NOT,
    BY_US,
    BY_HAND
  }

  public ClassBaseline {
    if (state.modifiable() != (ended == Ended.NOT)) {
      throw new IllegalArgumentException(
          "class " + section + " is " + state + " and ended " + ended);
    }
    if (state == ClassState.DELETED && ended == Ended.BY_US) {
      throw new IllegalArgumentException("class " + section + " was deleted, but never by us (G6)");
    }
    seats = Collections.unmodifiableSortedMap(new TreeMap<>(seats));
  }

  boolean inUse() {
    return ended == Ended.NOT;
  }

  ClassBaseline inState(ClassState newState, Ended newEnded) {
    return new ClassBaseline(section, name, owner, newState, newEnded, goneSince, seats);
  }

  /** The baseline with the state that was seen; a state that we did not bring about is by hand. */
  ClassBaseline observedIn(ClassState seen) {
    return seen == state ? this : inState(seen, seen.modifiable() ? Ended.NOT : Ended.BY_HAND);
  }

  ClassBaseline goneSince(Optional<Instant> since) {
    return new ClassBaseline(section, name, owner, state, ended, since, seats);
  }

  ClassBaseline with(
      Agreement<String> newName,
      Agreement<AccountId> newOwner,
      SortedMap<AccountId, BaselineSeat> newSeats) {
    return new ClassBaseline(section, newName, newOwner, state, ended, goneSince, newSeats);
  }

  /** How many accounts have a seat in the target. */
  public int members() {
    return (int)
        seats.values().stream().filter(seat -> seat.agreement().target() != Seat.NONE).count();
  }
}
