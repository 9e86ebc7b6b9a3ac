package org.rollbook.app.commands;

import java.util.ArrayList;
import java.util.Optional;
import java.util.TreeMap;
import org.rollbook.app.console.Console;
import org.rollbook.app.console.Table;
import org.rollbook.app.console.Words;
import org.rollbook.core.guard.Hold;
import org.rollbook.registry.intake.ImportReport;
import org.rollbook.registry.intake.Kept;
import org.rollbook.sources.Finding;

/** An import as people read it. */
final class ImportText {
  private static final int SHOWN_PER_CODE = 3;

  private final Console console;
  private final String rollbook;

  /**
   * @param rollbook how the command line is called
   */
  ImportText(Console console, String rollbook) {
    this.console = console;
    this.rollbook = rollbook;
  }

  void print(String district, ImportReport report) {
    print(report, " of " + district);
  }

  /** Whoever mistyped a district's name has to learn it from what became of the import. */
  void print(Optional<NewDistrict> made) {
    made.ifPresent(district -> {
      console.gap();
      console.line("%s", district.says());
    });
  }

  /** Of a snapshot that was named by its number, which no district shares. */
  void print(ImportReport report) {
    print(report, "");
  }

  private void print(ImportReport report, String ofDistrict) {
    console.line("Snapshot %s%s: %s", report.snapshot(), ofDistrict, verdict(report));
    counts(report);
    kept(report);
    findings(report);
    holds(report);
  }

  private static String verdict(ImportReport report) {
    return switch (report.status()) {
      case APPLIED -> "applied. " + events(report.events());
      case UNCHANGED -> unchanged(report);
      case HELD -> "HELD. Nothing changed yet: a person has to look at it first.";
      case REFUSED -> "REFUSED. Nothing changed: it cannot be read as a whole.";
      case DISCARDED -> "discarded. The roster stays as it was.";
      case SUPERSEDED -> "superseded by a newer snapshot. Nothing changed.";
    };
  }

  private static String unchanged(ImportReport report) {
    long aside = report.records().values().stream().mapToLong(ImportReport.Rows::rejected).sum();
    return aside == 0
        ? "unchanged. The roster was so already; nothing was written."
        : "unchanged. What could be read was so already, so nothing was written; %s."
            .formatted(
                aside == 1 ? "1 row was set aside" : Words.number(aside) + " rows were set aside");
  }

  private static String events(ImportReport.Events events) {
    return "%s created, %s updated, %s deleted."
        .formatted(
            Words.number(events.created()),
            Words.number(events.updated()),
            Words.number(events.deleted()));
  }

  private void counts(ImportReport report) {
    var table = new Table("", ">rows", ">accepted", ">rejected");
    report
        .records()
        .forEach((kind, rows) ->
            table.row(kind.plural(), rows.rows(), rows.accepted(), rows.rejected()));
    if (!table.empty()) {
      console.gap();
      table.print(console, "  ");
    }
  }

  private void kept(ImportReport report) {
    if (report.kept().isEmpty()) {
      return;
    }
    console.gap();
    console.line("Kept until rows can be read again:");
    report.kept().forEach(kept -> console.line("  - %s", kept.because().message()));
  }

  private void findings(ImportReport report) {
    var byCode = new TreeMap<String, ArrayList<Finding>>();
    report.findings().stream()
        .filter(finding -> !finding.code().equals(Kept.CODE))
        .forEach(f -> byCode.computeIfAbsent(f.code(), code -> new ArrayList<>()).add(f));
    byCode.forEach((code, all) -> {
      console.gap();
      console.line("  %s (%s)", code, Words.number(count(report, code, all.size())));
      all.stream().limit(SHOWN_PER_CODE).forEach(this::finding);
    });
  }

  private static long count(ImportReport report, String code, int listed) {
    return report.findingCounts().getOrDefault(code, (long) listed);
  }

  private void finding(Finding finding) {
    var place = finding.line() == 0 ? finding.file() : finding.file() + ":" + finding.line();
    console.line("    %s  %s", place, finding.message());
  }

  private void holds(ImportReport report) {
    if (report.held().isEmpty()) {
      return;
    }
    console.gap();
    console.line("Held because:");
    report.held().forEach(hold -> console.line("  - %s", says(hold)));
    console.gap();
    console.line("To take it:      %s approve %s", rollbook, report.snapshot());
    console.line("To throw away:   %s discard %s", rollbook, report.snapshot());
  }

  /** Why a snapshot is held, in a sentence. */
  static String says(Hold hold) {
    var kind = hold.kind().plural();
    var part = "%s of %s %s".formatted(Words.number(hold.count()), Words.number(hold.of()), kind);
    return switch (hold.rule()) {
      case DELETED -> part + " would be deleted.";
      case UPDATED -> part + " would get other values.";
      case EMPTIED ->
          "There are %s %s now and would be none.".formatted(Words.number(hold.of()), kind);
      case RENAMED_KEYS ->
          "All %s %s would be replaced by others: were the source's ids made anew?"
              .formatted(Words.number(hold.of()), kind);
      case HEADER_ONLY ->
          "The file of the %s has a header and no row: the export may have broken.".formatted(kind);
      case UNREADABLE ->
          part + " could not be read; those that the roster has would stay as they are.";
      case UNREADABLE_ROWS ->
          "%s of %s rows of the %s could not be read."
              .formatted(Words.number(hold.count()), Words.number(hold.of()), kind);
    };
  }
}
