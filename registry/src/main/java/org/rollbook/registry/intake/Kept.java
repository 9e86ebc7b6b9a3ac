package org.rollbook.registry.intake;

import org.rollbook.core.roster.RecordKind;
import org.rollbook.sources.Finding;

/**
 * Records that stay as they were though no row of the snapshot brings them, since a row that could
 * not be read may have (H3).
 *
 * @param count how many of that kind
 * @param because which row it was, as a sentence that begins with the count; its line is that of
 *     the first of several rows, 0 where records stay only because others do that name them
 */
public record Kept(RecordKind kind, long count, Finding because) {
  /** The code of the findings that tell of records that stay. */
  public static final String CODE = "KEPT_AS_BEFORE";
}
