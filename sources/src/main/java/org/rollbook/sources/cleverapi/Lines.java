package org.rollbook.sources.cleverapi;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a file of lines and counts them. */
final class Lines implements AutoCloseable {
  private final OutputStream out;
  private long written;

  Lines(Path file) throws IOException {
    this.out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
  }

  /**
   * @param json as one line: JSON escapes the line breaks inside its texts
   */
  void write(String json) throws IOException {
    // Half a surrogate pair, which JSON can spell and UTF-8 cannot, becomes a question mark here.
    out.write(json.getBytes(UTF_8));
    out.write('\n');
    written++;
  }

  long written() {
    return written;
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
