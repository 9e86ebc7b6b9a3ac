package org.rollbook.app.console;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How numbers, times and names are written for people. */
public final class Words {
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  private Words() {}

  /** 12,345. */
  public static String number(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  /** {@code 1 class}, {@code 2 classes}. */
  public static String count(long value, String one, String many) {
    return number(value) + " " + (value == 1 ? one : many);
  }

  /** The same for a word that takes an s. */
  public static String count(long value, String one) {
    return count(value, one, one + "s");
  }

  /** {@code 0.4 s}, {@code 12 s}, {@code 3 min 05 s}. */
  public static String time(Duration duration) {
    double seconds = duration.toMillis() / 1000.0;
    if (seconds < 10) {
      return String.format(Locale.ROOT, "%.1f s", seconds);
    }
    long whole = Math.round(seconds);
    return whole < 120
        ? whole + " s"
        : String.format(Locale.ROOT, "%d min %02d s", whole / 60, whole % 60);
  }

  /** A limit, in words that need not be exact: {@code 20 s}, {@code 5 min}. */
  public static String atMost(Duration limit) {
    long seconds = limit.plusMillis(999).toSeconds();
    return seconds < 100 ? seconds + " s" : (seconds + 59) / 60 + " min";
  }

  /** A moment on this machine's clock. */
  public static String when(Instant moment) {
    return WHEN.format(moment.atZone(ZoneId.systemDefault()));
  }

  /** An enumeration's constant as a word: {@code superseded}. */
  public static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** The text with a capital first letter. */
  public static String capital(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  /** The text cut to a width, with an ellipsis where something is missing. */
  public static String fit(String text, int width) {
    return text.length() <= width ? text : text.substring(0, Math.max(0, width - 1)) + "…";
  }
}
