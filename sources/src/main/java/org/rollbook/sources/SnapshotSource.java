package org.rollbook.sources;

import java.io.IOException;

/** One delivery of a district's roster, ready to be read, and to be read again. */
public interface SnapshotSource extends AutoCloseable {
  /** The format as a person calls it, for example {@code Clever CSV}. */
  String format();

  /**
   * A digest over the bytes of every file that the format reads, with their names. Where it refuses
   * the snapshot, {@link #read} need not find out: rows may be readable up to the damage.
   *
   * @throws IOException when the disk fails
   */
  SnapshotDigest digest() throws IOException;

  /** Streams the whole snapshot into {@code sink}. */
  Reading read(RosterSink sink) throws IOException;

  @Override
  void close() throws IOException;
}
