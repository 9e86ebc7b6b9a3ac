package org.rollbook.core.reconcile;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a look at the target showed of one class. */
public sealed interface Observation {
  /**
   * Nobody looked: the target is taken to be as the baseline has it, and the answers settle the
   * rest.
   */
  record NotLooked() implements Observation {}

  /** The class is not there any more. */
  record Missing() implements Observation {}

  /**
   * The class as it stands.
   *
   * @param seats who is in it; absent when only the class itself was looked at
   */
  record Seen(
      String name, AccountId owner, ClassState state, Optional<SortedMap<AccountId, Seat>> seats)
      implements Observation {
    public Seen {
      seats = seats.map(map -> Collections.unmodifiableSortedMap(new TreeMap<>(map)));
    }
  }
}
