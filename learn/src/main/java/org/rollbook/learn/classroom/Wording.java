package org.rollbook.learn.classroom;

import gg.jte.Content;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** How the pages of classes say numbers, names and times. */
final class Wording {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm", Locale.ROOT);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  private final InstantSource clock;
  private final ZoneId zone;
  private final RunWording runs = new RunWording();

  /**
   * @param zone of those whose browser does not put times into their own: the server's
   */
  Wording(InstantSource clock, ZoneId zone) {
    this.clock = clock;
    this.zone = zone;
  }

  RunWording runs() {
    return runs;
  }

  String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  String students(int number) {
    return switch (number) {
      case 0 -> "No students yet";
      case 1 -> "1 student";
      default -> number(number) + " students";
    };
  }

  String toDo(int number) {
    return switch (number) {
      case 0 -> "Nothing to do";
      case 1 -> "1 assignment to do";
      default -> number(number) + " assignments to do";
    };
  }

  /** "Ada, Bo and Cy". */
  String names(List<String> names) {
    return RunWording.enumerated(names);
  }

  /** A time of day, such as "today 8:05"; learn.js puts it into the reader's own zone. */
  Content moment(Instant moment) {
    var there = moment.atZone(zone);
    return time(moment, "moment", relative(there.toLocalDate()) + " " + TIME.format(there));
  }

  private String relative(LocalDate day) {
    var today = clock.instant().atZone(zone).toLocalDate();
    var ago = Duration.between(day.atStartOfDay(), today.atStartOfDay()).toDays();
    if (ago == 0) {
      return "today";
    }
    return ago == 1 ? "yesterday" : DAY.format(day);
  }

  /** A date, such as "3 September 2026". */
  Content day(Instant moment) {
    return time(moment, "day", DAY.format(moment.atZone(zone)));
  }

  private static Content time(Instant moment, String precision, String words) {
    return output ->
        output.writeContent(
            "<time datetime=\"%s\" data-local=\"%s\">%s</time>"
                .formatted(moment, precision, words));
  }
}
