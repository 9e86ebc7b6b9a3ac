package org.rollbook.core.reconcile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.rollbook.core.reconcile.AccountMatch.Matched;
import org.rollbook.core.reconcile.AccountMatch.Unmatched;
import org.rollbook.core.roster.RecordId;

/**
 * A section's people as seats of accounts.
 *
 * @param seats who is what; who is teacher and student of one section is its teacher (G4)
 * @param untouchable accounts that their people cannot use now: whatever seats these have, they
 *     keep, since losing an account is not leaving a class (G3)
 * @param waiting people without an account, each once, in the source's order
 */
record SourceSeats(
    SortedMap<AccountId, Given> seats,
    SortedMap<AccountId, Untouchable> untouchable,
    List<Waiting> waiting) {

  record Given(Seat seat, RecordId person) {}

  record Untouchable(Seat seat, RecordId person, WaitingReason reason) {}

  record Waiting(RecordId person, Unmatched match) {}

  static SourceSeats of(SourceClass source) {
    var result = new SourceSeats(new TreeMap<>(), new TreeMap<>(), new ArrayList<>());
    source.students().forEach(student -> result.seat(student, Seat.STUDENT));
    source.coTeachers().forEach(teacher -> result.seat(teacher, Seat.TEACHER));
    source.primaryTeacher().ifPresent(teacher -> result.seat(teacher, Seat.TEACHER));
    result.untouchable.keySet().removeAll(result.seats.keySet());
    return result;
  }

  private void seat(SourceMember member, Seat seat) {
    var person = member.person();
    switch (member.match()) {
      case Matched(var account) -> seats.put(account, new Given(seat, person));
      case Unmatched unmatched -> {
        unmatched
            .formerly()
            .ifPresent(account ->
                untouchable.put(account, new Untouchable(seat, person, unmatched.reason())));
        if (waiting.stream().noneMatch(other -> other.person().equals(person))) {
          waiting.add(new Waiting(person, unmatched));
        }
      }
    }
  }

  /** The seat that the source gives an account now. */
  Seat now(AccountId account, SeatAgreement baseline) {
    return untouchable.containsKey(account) ? baseline.source() : given(account);
  }

  /** The seat that the source gives an account or, if it cannot be used now, would give it. */
  Seat given(AccountId account) {
    var given = seats.get(account);
    if (given != null) {
      return given.seat();
    }
    var without = untouchable.get(account);
    return without == null ? Seat.NONE : without.seat();
  }

  /** Whether the directory has the account no more, so that its empty seats are nobody's doing. */
  boolean vanished(AccountId account) {
    var without = untouchable.get(account);
    return without != null && without.reason() == WaitingReason.NO_ACCOUNT;
  }

  Optional<RecordId> person(AccountId account) {
    return Optional.ofNullable(seats.get(account))
        .map(Given::person)
        .or(() -> Optional.ofNullable(untouchable.get(account)).map(Untouchable::person));
  }
}
