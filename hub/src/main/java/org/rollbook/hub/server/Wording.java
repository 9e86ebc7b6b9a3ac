package org.rollbook.hub.server;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * How pages write numbers, times and names.
 *
 * @param zone whose clock the readers look at
 */
record Wording(ZoneId zone) {
  private static final DateTimeFormatter DAY_AND_TIME =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm z", Locale.ENGLISH);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss z", Locale.ENGLISH);

  String dayAndTime(Instant instant) {
    return DAY_AND_TIME.format(instant.atZone(zone));
  }

  String time(Instant instant) {
    return TIME.format(instant.atZone(zone));
  }

  String number(long number) {
    return String.format(Locale.ENGLISH, "%,d", number);
  }

  /** A constant's name as a word in a sentence. */
  String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ENGLISH).replace('_', ' ');
  }
}
