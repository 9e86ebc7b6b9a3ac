package org.rollbook.sources.generator;

import java.time.LocalDate;
import java.time.Month;
import java.util.Locale;

/**
 * One school year and its terms.
 *
 * @param start the calendar year it starts in
 */
record SchoolYear(int start) {
  static SchoolYear of(LocalDate date) {
    return new SchoolYear(
        date.getMonth().compareTo(Month.JULY) >= 0 ? date.getYear() : date.getYear() - 1);
  }

  SchoolYear next() {
    return new SchoolYear(start + 1);
  }

  Term year() {
    return new Term("Year", firstDay(), lastDay());
  }

  /** The semester that {@code date} falls into, or comes before. */
  Term semester(LocalDate date) {
    LocalDate turn = LocalDate.of(start + 1, Month.JANUARY, 20);
    return date.isBefore(turn)
        ? new Term("S1", firstDay(), LocalDate.of(start + 1, Month.JANUARY, 16))
        : new Term("S2", turn, lastDay());
  }

  LocalDate firstDay() {
    return weekday(LocalDate.of(start, Month.AUGUST, 18));
  }

  private LocalDate lastDay() {
    return LocalDate.of(start + 1, Month.JUNE, 12);
  }

  /** The date itself, or the Monday after it. */
  static LocalDate weekday(LocalDate date) {
    return switch (date.getDayOfWeek()) {
      case SATURDAY -> date.plusDays(2);
      case SUNDAY -> date.plusDays(1);
      case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> date;
    };
  }

  /** As people write it: 2026-27. */
  String label() {
    return start + "-" + String.format(Locale.ROOT, "%02d", (start + 1) % 100);
  }
}
