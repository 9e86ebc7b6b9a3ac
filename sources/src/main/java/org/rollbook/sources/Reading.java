package org.rollbook.sources;

import java.util.List;
import java.util.Map;
import org.rollbook.core.roster.RecordKind;

/** How reading a snapshot ended. */
public sealed interface Reading {
  /**
   * Every row was seen.
   *
   * @param rows for each kind that has a file of its own in the snapshot, what became of its rows
   * @param headerOnly the kinds whose file has a header and no row
   * @param swallowed for each kind that has any, the lines that a quotation mark took in and nobody
   *     has read; each such mark is one rejected row
   */
  record Complete(
      Map<RecordKind, Rows> rows, List<RecordKind> headerOnly, Map<RecordKind, Long> swallowed)
      implements Reading {}

  /** The snapshot cannot be taken as a whole: nothing of it may be used (H3). */
  record Refused(List<Finding> findings) implements Reading {}

  /**
   * What became of one file's rows: {@code rows == accepted + rejected}, always.
   *
   * @param rows rows below the header, empty lines not counted
   * @param accepted rows taken, {@code dropped} of them without one of their values
   * @param dropped rows taken with a value dropped
   * @param rejected rows set aside
   */
  record Rows(long rows, long accepted, long dropped, long rejected) {
    public Rows {
      if (rows != accepted + rejected || dropped > accepted) {
        throw new IllegalArgumentException("rows do not add up: " + rows);
      }
    }
  }
}
