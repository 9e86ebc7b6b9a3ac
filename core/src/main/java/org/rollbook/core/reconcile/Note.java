package org.rollbook.core.reconcile;

import java.time.Instant;
import java.util.Optional;
import org.rollbook.core.roster.RecordId;

/** Something that a plan tells about a class and that is no operation. */
public sealed interface Note {
  /** A person waits for an account. */
  record PersonWaits(RecordId person, WaitingReason reason) implements Note {}

  /** The class is not made, because its primary teacher is missing or waits. */
  record ClassWaits(Optional<RecordId> primaryTeacher, WaitingReason reason) implements Note {}

  /** A person's change of the name stands. */
  record NameKept(String source, String target) implements Note {}

  /** A person's change of the owner stands. */
  record OwnerKept(AccountId source, AccountId target) implements Note {}

  /** A person's change of a seat stands. */
  record SeatKept(Member member, Seat source, Seat target) implements Note {}

  /** The class is ended at this instant unless its section returns. */
  record Ending(Instant at) implements Note {}

  /**
   * A person put the class into this state, in which we do not do what the source would have:
   * change a class that is put away, or put away again one that somebody took up again, or one that
   * cannot be found.
   */
  record LeftAlone(ClassState state) implements Note {}

  /** The owner cannot be taken off the class before another can take over. */
  record OwnerStays(Member owner) implements Note {}
}
