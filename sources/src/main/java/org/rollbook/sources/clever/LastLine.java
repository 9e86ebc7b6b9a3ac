package org.rollbook.sources.clever;

import java.io.IOException;
import java.io.InputStream;

/** The number of a file's last line that holds anything, whatever its quotation marks say. */
final class LastLine {
  private long line = 1;
  private long last;
  private boolean afterReturn;

  private LastLine() {}

  static long of(InputStream in) throws IOException {
    var count = new LastLine();
    byte[] buffer = new byte[1 << 16];
    for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
      for (int i = 0; i < length; i++) {
        count.take(buffer[i]);
      }
    }
    return count.last;
  }

  /** As the parser counts: LF, CRLF and CR alone end a line. */
  private void take(byte b) {
    if (b == '\r' || (b == '\n' && !afterReturn)) {
      line++;
    } else if (b != '\n') {
      last = line;
    }
    afterReturn = b == '\r';
  }
}
