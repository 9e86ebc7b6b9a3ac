package org.rollbook.core.reconcile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.rollbook.core.reconcile.AccountMatch.Matched;
import org.rollbook.core.reconcile.AccountMatch.Unmatched;
import org.rollbook.core.roster.RecordId;

/**
 * A section's people as seats of accounts.
 *
 * @param seats who is what; who is teacher and student of one section is its teacher (G4)
 * @param untouchable accounts of people who have no account now: whatever seats these have, they
 *     keep, since losing an account is not leaving a class (G3)
 * @param waiting people without an account, in the source's order
 */
record SourceSeats(
    SortedMap<AccountId, Given> seats, Set<AccountId> untouchable, List<Waiting> waiting) {

  record Given(Seat seat, RecordId person) {}

  record Waiting(RecordId person, Unmatched match) {}

  static SourceSeats of(SourceClass source) {
    var result = new SourceSeats(new TreeMap<>(), new TreeSet<>(), new ArrayList<>());
    source.students().forEach(student -> result.seat(student, Seat.STUDENT));
    source.coTeachers().forEach(teacher -> result.seat(teacher, Seat.TEACHER));
    source.primaryTeacher().ifPresent(teacher -> result.seat(teacher, Seat.TEACHER));
    result.untouchable.removeAll(result.seats.keySet());
    return result;
  }

  private void seat(SourceMember member, Seat seat) {
    switch (member.match()) {
      case Matched(var account) -> seats.put(account, new Given(seat, member.person()));
      case Unmatched unmatched -> {
        unmatched.formerly().ifPresent(untouchable::add);
        waiting.add(new Waiting(member.person(), unmatched));
      }
    }
  }

  /** The seat that the source gives an account now. */
  Seat now(AccountId account, SeatAgreement baseline) {
    if (untouchable.contains(account)) {
      return baseline.source();
    }
    var given = seats.get(account);
    return given == null ? Seat.NONE : given.seat();
  }

  Optional<RecordId> person(AccountId account) {
    return Optional.ofNullable(seats.get(account)).map(Given::person);
  }
}
