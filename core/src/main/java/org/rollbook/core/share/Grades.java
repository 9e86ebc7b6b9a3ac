package org.rollbook.core.share;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The grades of a roster, written as Clever's API v3.1 writes them, and what people write for them.
 */
final class Grades {
  /** From the youngest to the oldest. */
  private static final List<String> IN_ORDER =
      List.of(
          "InfantToddler",
          "Preschool",
          "PreKindergarten",
          "TransitionalKindergarten",
          "Kindergarten",
          "1",
          "2",
          "3",
          "4",
          "5",
          "6",
          "7",
          "8",
          "9",
          "10",
          "11",
          "12",
          "13",
          "PostGraduate");

  /** Grades that are before or after none. */
  private static final List<String> WITHOUT_PLACE = List.of("Ungraded", "Other");

  private static final Map<String, List<String>> OTHER_SPELLINGS =
      Map.of(
          "InfantToddler", List.of("infant", "toddler", "it"),
          "Preschool", List.of("ps"),
          "PreKindergarten", List.of("pk", "prek"),
          "TransitionalKindergarten", List.of("tk"),
          "Kindergarten", List.of("k", "kg", "kf", "0", "00"),
          "1", List.of("1st"),
          "2", List.of("2nd"),
          "3", List.of("3rd"),
          "PostGraduate", List.of("pg"),
          "Ungraded", List.of("ug"));

  private static final SortedMap<String, String> BY_SPELLING = bySpelling();

  private Grades() {}

  private static SortedMap<String, String> bySpelling() {
    var grades = new TreeMap<String, String>();
    IN_ORDER.forEach(grade -> grades.put(plain(grade), grade));
    WITHOUT_PLACE.forEach(grade -> grades.put(plain(grade), grade));
    for (int number = 1; number <= 13; number++) {
      grades.put("%02d".formatted(number), Integer.toString(number));
      if (number > 3) {
        grades.put(number + "th", Integer.toString(number));
      }
    }
    OTHER_SPELLINGS.forEach((grade, others) -> others.forEach(other -> grades.put(other, grade)));
    return Collections.unmodifiableSortedMap(grades);
  }

  private static String plain(String spelling) {
    // Beside a digit they count: -1 is no spelling of 1.
    return Condition.withoutCase(spelling).replaceAll("(?<![0-9])[ _-](?![0-9])", "");
  }

  /** The grade that {@code spelling} means; absent when it is none. */
  static Optional<String> canonical(String spelling) {
    return Optional.ofNullable(BY_SPELLING.get(plain(spelling)));
  }

  /**
   * All grades from {@code first} to {@code last}, both included; none when one of them has no
   * place in the order or {@code last} is before {@code first}.
   *
   * @param first canonical, as is {@code last}
   */
  static List<String> between(String first, String last) {
    int from = IN_ORDER.indexOf(first);
    int to = IN_ORDER.indexOf(last);
    return from < 0 || to < from ? List.of() : IN_ORDER.subList(from, to + 1);
  }

  /** Whether {@code grades} are at least three that follow each other. */
  static boolean areRange(List<String> grades) {
    return grades.size() > 2 && grades.equals(between(grades.getFirst(), grades.getLast()));
  }
}
