package org.rollbook.sources.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A look at a zip's end record before anything else reads the zip: a directory of millions of names
 * would fill the memory before they could be counted. Layout after PKWARE's APPNOTE 4.3.16.
 */
final class ZipDirectory {
  private static final int END_SIGNATURE = 0x06054b50;
  private static final int END_BYTES = 22;
  private static final int LONGEST_COMMENT = 0xffff;
  private static final long BYTES_PER_ENTRY = 1_024;

  private ZipDirectory() {}

  /**
   * Whether the zip claims more entries than {@code most}, or a directory too long for these. A zip
   * without an end record holds nothing; who opens it will say so.
   */
  static boolean holdsMoreThan(Path path, int most) throws IOException {
    try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
      long from = Math.max(0, file.size() - END_BYTES - LONGEST_COMMENT);
      var tail = ByteBuffer.allocate((int) (file.size() - from)).order(ByteOrder.LITTLE_ENDIAN);
      while (tail.hasRemaining() && file.read(tail, from + tail.position()) >= 0) {
        // The channel may give fewer bytes than there is room for.
      }
      return holdsMoreThan(tail.flip(), most);
    }
  }

  private static boolean holdsMoreThan(ByteBuffer tail, int most) {
    for (int at = tail.limit() - END_BYTES; at >= 0; at--) {
      if (tail.getInt(at) == END_SIGNATURE) {
        int entries = Short.toUnsignedInt(tail.getShort(at + 10));
        long directory = Integer.toUnsignedLong(tail.getInt(at + 12));
        if (entries > most || directory > most * BYTES_PER_ENTRY) {
          return true;
        }
      }
    }
    return false;
  }
}
