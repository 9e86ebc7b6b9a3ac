package org.rollbook.sources.clever;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The ways in which files write a day: {@code MM/DD/YYYY}, {@code M/D/YY} and {@code YYYY-MM-DD}. A
 * day before the month is never guessed at: these are American files.
 */
final class Dates {
  /**
   * Two digits below this are of the 2000s. No student and no term is older than 1950, and none is
   * planned for 2050 yet.
   */
  private static final int CENTURY_TURNS_AT = 50;

  private Dates() {}

  static Optional<LocalDate> parse(String text) {
    String[] american = text.split("/", -1);
    if (american.length == 3) {
      return day(american[2], american[0], american[1]);
    }
    String[] iso = text.split("-", -1);
    return iso.length == 3 && iso[0].length() == 4 ? day(iso[0], iso[1], iso[2]) : Optional.empty();
  }

  /** As Clever's API writes a date of birth: {@code MM/DD/YYYY}. */
  static String american(LocalDate day) {
    return "%02d/%02d/%04d".formatted(day.getMonthValue(), day.getDayOfMonth(), day.getYear());
  }

  private static Optional<LocalDate> day(String year, String month, String day) {
    if (!isNumber(month, 1, 2) || !isNumber(day, 1, 2)) {
      return Optional.empty();
    }
    if (!isNumber(year, 2, 2) && !isNumber(year, 4, 4)) {
      return Optional.empty();
    }
    // There was no year 0, and a database takes none.
    if (year.equals("0000")) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          LocalDate.of(fullYear(year), Integer.parseInt(month), Integer.parseInt(day)));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  private static int fullYear(String year) {
    int number = Integer.parseInt(year);
    if (year.length() == 4) {
      return number;
    }
    return number < CENTURY_TURNS_AT ? 2000 + number : 1900 + number;
  }

  private static boolean isNumber(String text, int shortest, int longest) {
    return text.length() >= shortest
        && text.length() <= longest
        && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
