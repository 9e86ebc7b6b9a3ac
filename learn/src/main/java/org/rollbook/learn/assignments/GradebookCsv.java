package org.rollbook.learn.assignments;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A gradebook as a file for spreadsheets: RFC 4180, with the mark by which they know UTF-8. Names
 * and titles are texts whatever they begin with: a spreadsheet would take “=…” for a formula and
 * run it (OWASP, “CSV Injection”).
 */
final class GradebookCsv {
  private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";

  private final ZoneId zone;

  /**
   * @param zone whose day it was when a student left
   */
  GradebookCsv(ZoneId zone) {
    this.zone = zone;
  }

  String of(Gradebook gradebook) {
    var lines = new ArrayList<String>();
    lines.add(heading(gradebook));
    Stream.concat(gradebook.present().stream(), gradebook.former().stream())
        .map(this::line)
        .forEach(lines::add);
    return "\uFEFF" + String.join("\r\n", lines) + "\r\n";
  }

  private static String heading(Gradebook gradebook) {
    var cells = new ArrayList<>(List.of("Family name", "Given name", "On the class"));
    gradebook
        .columns()
        .forEach(column -> cells.add("%s (of %d)".formatted(column.title(), column.questions())));
    cells.add("Average (%)");
    return cells.stream().map(GradebookCsv::text).collect(Collectors.joining(","));
  }

  private String line(Gradebook.Row row) {
    var cells = new ArrayList<String>();
    cells.add(text(row.member().person().familyName()));
    cells.add(text(row.member().person().givenName()));
    cells.add(
        row.member()
            .left()
            .map(left -> text("left " + LocalDate.ofInstant(left, zone)))
            .orElse(text("yes")));
    row.cells().forEach(cell -> cells.add(cell.begun() ? Integer.toString(cell.points()) : ""));
    cells.add(number(row.average()));
    return String.join(",", cells);
  }

  private static String number(OptionalInt number) {
    return number.isPresent() ? Integer.toString(number.getAsInt()) : "";
  }

  private static String text(String value) {
    return "\"" + (startsFormula(value) ? "'" : "") + value.replace("\"", "\"\"") + "\"";
  }

  /** Also after spaces, which some spreadsheets pass over. */
  private static boolean startsFormula(String value) {
    var bare = value.strip();
    if (value.isEmpty()) {
      return false;
    }
    char visible = bare.isEmpty() ? value.charAt(0) : bare.charAt(0);
    return FORMULA_STARTS.indexOf(value.charAt(0)) >= 0 || FORMULA_STARTS.indexOf(visible) >= 0;
  }
}
