package org.rollbook.core.roster;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A marking period. Clever's files have no term file: a term is what the sections say of theirs,
 * and two sections are in the same term when they say the same.
 *
 * @param id made from name and dates by the reader, stable while these stay
 * @param name for example {@code S1}, empty text when the source gives dates only
 * @param start first day
 * @param end last day
 */
public record Term(TermId id, String name, Optional<LocalDate> start, Optional<LocalDate> end)
    implements RosterRecord {
  @Override
  public RecordKey key() {
    return RecordKey.of(RecordKind.TERM, id.value());
  }
}
