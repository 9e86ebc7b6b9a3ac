package org.rollbook.core.guard;

/**
 * What a snapshot did not say of one kind because rows could not be read (H3).
 *
 * @param kept how many records of the roster stay as they were for it, whom no row brings
 * @param read how many rows could be read
 * @param rejected how many could not
 * @param swallowed lines that an unclosed quotation mark took in, which are rows nobody has seen
 */
public record UnreadRows(long kept, long read, long rejected, long swallowed) {
  public static final UnreadRows NONE = new UnreadRows(0, 0, 0, 0);

  public UnreadRows {
    if (kept < 0 || read < 0 || rejected < 0 || swallowed < 0) {
      throw new IllegalArgumentException("there is no negative number of rows");
    }
  }

  /** These rows, for which so many records stay. */
  public UnreadRows keeping(long count) {
    return new UnreadRows(count, read, rejected, swallowed);
  }

  long unread() {
    return rejected + swallowed;
  }

  /** Rows came, and none of them could be read. */
  boolean nothingRead() {
    return read == 0 && rejected > 0;
  }
}
