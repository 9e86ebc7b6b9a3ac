package org.rollbook.sources.files;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import org.rollbook.sources.files.FilesRefusal.Reason;

/**
 * Holds an unpacked file against the size and check sum of its zip, which {@link
 * java.util.zip.ZipFile} does not do: half a file must not pass for a whole one.
 */
final class CheckedEntry extends FilterInputStream {
  private final ZipEntry entry;
  private final String name;
  private final CRC32 sum = new CRC32();
  private long bytes;

  CheckedEntry(InputStream in, ZipEntry entry, String name) {
    super(in);
    this.entry = entry;
    this.name = name;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int read;
    try {
      read = super.read(into, offset, length);
    } catch (ZipException | EOFException fault) {
      throw damaged(name, fault);
    }
    if (read > 0) {
      sum.update(into, offset, read);
      bytes += read;
    } else if (read < 0 && (bytes != entry.getSize() || sum.getValue() != entry.getCrc())) {
      throw damaged(name, new ZipException("size or check sum"));
    }
    return read;
  }

  @Override
  public long skip(long count) throws IOException {
    // What is skipped belongs to the check sum as well.
    byte[] skipped = new byte[(int) Math.min(count, 8192)];
    return Math.max(0, read(skipped, 0, skipped.length));
  }

  static UnsafeFileException damaged(String name, IOException fault) {
    UnsafeFileException damaged =
        Allowance.refused(Reason.DAMAGED_ZIP, name, "is damaged inside its zip");
    damaged.initCause(fault);
    return damaged;
  }
}
