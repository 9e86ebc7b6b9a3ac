package org.rollbook.emulator.wire;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Reads request bodies as the real clients send them: plain or gzip, of known length or chunked.
 */
public final class Body {
  /** The most bytes of one body after unpacking: well over any roster request. */
  public static final int MOST_BYTES = 8 * 1024 * 1024;

  private Body() {}

  /**
   * Reads a whole body.
   *
   * @param contentEncoding the header of that name, absent for a plain body
   * @throws Refused INVALID_ARGUMENT when the body is too large or its gzip stream is damaged
   * @throws IOException when the connection breaks
   */
  public static byte[] read(InputStream raw, @Nullable String contentEncoding) throws IOException {
    boolean packed = contentEncoding != null && contentEncoding.strip().equalsIgnoreCase("gzip");
    byte[] bytes = packed ? unpacked(raw) : raw.readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      throw Refused.invalid("Request payload size exceeds the limit: " + MOST_BYTES + " bytes.");
    }
    return bytes;
  }

  private static byte[] unpacked(InputStream raw) throws IOException {
    try (GZIPInputStream unpacked = new GZIPInputStream(raw)) {
      return unpacked.readNBytes(MOST_BYTES + 1);
    } catch (ZipException | EOFException damaged) {
      throw Refused.invalid("Invalid gzip payload received.");
    }
  }
}
