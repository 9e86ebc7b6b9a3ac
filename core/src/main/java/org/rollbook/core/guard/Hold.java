package org.rollbook.core.guard;

import org.rollbook.core.roster.RecordKind;

/**
 * Why a snapshot is held.
 *
 * @param rule the limit that it goes beyond
 * @param kind the records concerned
 * @param count how many of them
 * @param of how many there are now; of what is not in the roster, how many came
 */
public record Hold(Rule rule, RecordKind kind, long count, long of) {
  /** The limits, as scripts read them. */
  public enum Rule {
    /** More of a kind would be deleted than the limit allows. */
    DELETED,
    /** More of a kind would get other values than the limit allows. */
    UPDATED,
    /** There are some now and would be none. */
    EMPTIED,
    /** All would be replaced by others: most likely the source's ids were made anew. */
    RENAMED_KEYS,
    /** A file that must be there has a header and no row: most likely an export that broke. */
    HEADER_ONLY,
    /** More could not be read than the limit allows to be deleted, and would stay as it was. */
    UNREADABLE,
    /**
     * More rows could not be read than the limit allows, or none could: counted in rows, since the
     * roster has no such records.
     */
    UNREADABLE_ROWS
  }
}
