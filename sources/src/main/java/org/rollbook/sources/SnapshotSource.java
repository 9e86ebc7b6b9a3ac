package org.rollbook.sources;

import java.io.IOException;

/** One delivery of a district's roster, ready to be read, and to be read again. */
public interface SnapshotSource extends AutoCloseable {
  /** The format as a person calls it, for example {@code Clever CSV}. */
  String format();

  /**
   * A digest over the bytes of every file that the format reads, with their names: equal digests
   * mean equal snapshots. 32 bytes, lower-case hex.
   */
  String digest() throws IOException;

  /** Streams the whole snapshot into {@code sink}. */
  Reading read(RosterSink sink) throws IOException;

  @Override
  void close() throws IOException;
}
