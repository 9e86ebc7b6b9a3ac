package org.rollbook.learn.assignments;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** How pages say days and counts. */
final class Wording {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  String day(LocalDate day) {
    return DAY.format(day);
  }

  String due(Optional<LocalDate> due) {
    return due.map(day -> "Due " + day(day)).orElse("No due date");
  }

  String questions(int count) {
    return count == 1 ? "1 question" : count + " questions";
  }

  String points(int right, int questions) {
    return "%d of %s".formatted(right, questions == 1 ? "1 point" : questions + " points");
  }

  String students(int count) {
    return count == 1 ? "1 student" : count + " students";
  }
}
