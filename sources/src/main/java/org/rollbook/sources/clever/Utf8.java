package org.rollbook.sources.clever;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;

/** Strict UTF-8: what cannot be decoded is reported, never replaced by something else. */
final class Utf8 {
  private Utf8() {}

  static CharsetDecoder strict() {
    return StandardCharsets.UTF_8
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  /**
   * The line, counted from 1, of the first bytes that are not UTF-8; absent when all are. A second
   * look at a file that has failed already, so that the first look need not count lines.
   */
  static OptionalLong firstBadLine(InputStream in) throws IOException {
    CharsetDecoder decoder = strict();
    ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
    CharBuffer text = CharBuffer.allocate(1 << 16);
    var lines = new LineCount();
    boolean ended = false;
    while (!ended) {
      int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
      ended = read < 0;
      bytes.position(bytes.position() + Math.max(0, read)).flip();
      CoderResult result = decoder.decode(bytes, text, ended);
      lines.take(text.flip());
      text.clear();
      if (result.isError()) {
        return OptionalLong.of(lines.line);
      }
      bytes.compact();
    }
    return OptionalLong.empty();
  }

  private static final class LineCount {
    private long line = 1;
    private char last;

    void take(CharBuffer text) {
      while (text.hasRemaining()) {
        char c = text.get();
        if (c == '\r' || (c == '\n' && last != '\r')) {
          line++;
        }
        last = c;
      }
    }
  }
}
