package org.rollbook.sources.files;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts what comes out of a file against the delivery's {@link Allowance}. */
final class CountedStream extends FilterInputStream {
  private final Allowance allowance;
  private final String file;
  private final long packed;
  private long bytes;

  CountedStream(InputStream in, Allowance allowance, String file, long packed) {
    super(in);
    this.allowance = allowance;
    this.file = file;
    this.packed = packed;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int read = super.read(into, offset, length);
    if (read > 0) {
      bytes += read;
      allowance.take(file, bytes, packed);
    }
    return read;
  }

  @Override
  public long skip(long count) throws IOException {
    // What is skipped comes out of the file as well.
    byte[] skipped = new byte[(int) Math.min(count, 8192)];
    return Math.max(0, read(skipped, 0, skipped.length));
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
