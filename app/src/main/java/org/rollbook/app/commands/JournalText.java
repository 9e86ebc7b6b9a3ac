package org.rollbook.app.commands;

import java.util.concurrent.atomic.AtomicLong;
import org.rollbook.app.console.Console;
import org.rollbook.app.console.Words;
import org.rollbook.core.reconcile.OperationKind;
import org.rollbook.sync.runs.OperationLine;
import org.rollbook.sync.runs.OperationOutcome;
import org.rollbook.sync.runs.RunDetails;
import org.rollbook.sync.runs.RunReport;

/**
 * The operations of a run one by one, each with its reason and what has become of it: nothing is
 * removed without a reason that an administrator can read back.
 */
final class JournalText {
  /** So many removals are told of without being asked. */
  static final int SHOWN = 20;

  private final Console console;
  private final RunDetails details;
  private final RunReport report;
  private final OutcomeText outcomes;
  private final AtomicLong number = new AtomicLong();

  JournalText(Console console, RunDetails details, RunReport report) {
    this.console = console;
    this.details = details;
    this.report = report;
    this.outcomes = new OutcomeText(report.status());
  }

  /** Every operation, class by class, as they come from the database: there may be millions. */
  void all() {
    if (report.planned() > 0) {
      console.gap();
      details.operations(report.run(), this::line);
    }
  }

  /** The first operations that take somebody's seat away or end a class. */
  void removals() {
    long all = removals(details, report);
    if (all == 0) {
      return;
    }
    console.gap();
    console.line("Removals, and why:");
    details.removals(report.run(), SHOWN, this::line);
    if (all > SHOWN) {
      console.line("  … and %s more (--all shows every operation)", Words.number(all - SHOWN));
    }
  }

  /** How many operations of the run take something away. */
  static long removals(RunDetails details, RunReport report) {
    return details.counts(report.run()).entrySet().stream()
        .filter(count -> takesAway(count.getKey()))
        .mapToLong(count -> count.getValue())
        .sum();
  }

  private static boolean takesAway(OperationKind kind) {
    return kind.removes() || kind.ends();
  }

  private void line(OperationLine operation) {
    var says = Words.capital(OperationText.says(operation));
    long count = number.incrementAndGet();
    var outcome = OperationOutcome.of(operation.state());
    if (outcome == OperationOutcome.TO_DO && !report.status().begun()) {
      console.line("  %d. %s", count, says);
    } else {
      console.line("  %d. %s: %s", count, says, outcomes.one(outcome));
    }
    console.line("     %s", operation.reason().says());
    if (!operation.code().isEmpty()) {
      console.line("     %s: %s", operation.code(), operation.message());
      console.line("     %s", operation.advice());
    }
  }
}
