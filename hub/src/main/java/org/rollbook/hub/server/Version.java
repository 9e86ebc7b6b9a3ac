package org.rollbook.hub.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Which Rollbook this is. */
record Version(String text) {
  static Version ofThisBuild() {
    try (InputStream stream = Version.class.getResourceAsStream("version.txt")) {
      if (stream == null) {
        throw new IllegalStateException("version.txt is not on the class path");
      }
      return new Version(new String(stream.readAllBytes(), StandardCharsets.UTF_8).strip());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Override
  public String toString() {
    return text;
  }
}
