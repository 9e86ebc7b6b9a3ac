package org.rollbook.core.harness;

import java.util.Optional;
import org.rollbook.core.reconcile.ClassState;
import org.rollbook.core.reconcile.Seat;

/**
 * Something that happens to one class, at its source, at its target or in between. What cannot
 * happen when its turn comes does not happen, so that any part of a history is a history.
 */
public sealed interface Happening {
  record SourceRenames(String name) implements Happening {}

  record SourceSeats(String person, Seat seat) implements Happening {}

  record SourceNamesPrimary(Optional<String> person) implements Happening {}

  record SectionLeaves() implements Happening {}

  record SectionReturns() implements Happening {}

  record AccountSuspended(String person) implements Happening {}

  record AccountUsable(String person) implements Happening {}

  /** The person has another account from now on, or the former one again. */
  record AccountReplaced(String person) implements Happening {}

  record HandSeats(String account, Seat seat) implements Happening {}

  record HandRenames(String name) implements Happening {}

  record HandGivesClassTo(String account) implements Happening {}

  /** The teacher accepts, declines, archives, takes up again, or deletes the class. */
  record HandTurns(ClassState to) implements Happening {}

  record BaselineLost() implements Happening {}

  record DaysPass(int days) implements Happening {}

  /**
   * A sync.
   *
   * @param audit whether it looks at the class, seats included
   * @param answers how many operations are answered before the run is killed
   */
  record Sync(boolean audit, int answers) implements Happening {}
}
