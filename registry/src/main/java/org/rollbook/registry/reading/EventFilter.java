package org.rollbook.registry.reading;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.rollbook.core.roster.RecordId;

/**
 * Which events are asked for.
 *
 * @param types those about one of these types; empty for all
 * @param school those that concern this school
 */
public record EventFilter(Set<RecordType> types, Optional<RecordId> school) {
  /** All events. */
  public static final EventFilter ALL = new EventFilter(Set.of(), Optional.empty());

  public EventFilter {
    types = types.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(types));
  }
}
