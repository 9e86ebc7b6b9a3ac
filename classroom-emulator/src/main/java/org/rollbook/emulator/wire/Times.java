package org.rollbook.emulator.wire;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Writes points of time as Classroom does: RFC 3339 with milliseconds and {@code Z}. */
public final class Times {
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private Times() {}

  /** For example {@code 2026-08-01T07:30:00.000Z}. */
  public static String text(Instant time) {
    return FORMAT.format(time);
  }
}
