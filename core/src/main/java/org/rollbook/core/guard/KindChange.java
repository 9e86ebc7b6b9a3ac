package org.rollbook.core.guard;

import org.rollbook.core.roster.RecordKind;

/**
 * What a snapshot would do to the records of one kind.
 *
 * @param before how many there are now
 * @param created how many would come
 * @param updated how many would stay with other values
 * @param deleted how many would go
 */
public record KindChange(RecordKind kind, long before, long created, long updated, long deleted) {
  public KindChange {
    boolean negative = before < 0 || created < 0 || updated < 0 || deleted < 0;
    if (negative || updated + deleted > before) {
      throw new IllegalArgumentException(
          "%s: %d updated and %d deleted of %d".formatted(kind, updated, deleted, before));
    }
  }

  long after() {
    return before + created - deleted;
  }
}
