package org.rollbook.app.commands;

import org.rollbook.app.console.Words;
import org.rollbook.sync.runs.RunReport;

/** What became of a run, in a line. */
final class VerdictText {
  private VerdictText() {}

  /** What became of the run: {@code done. 69 of 69 operations done, 0 refused.} */
  static String of(RunReport report) {
    var counts = counts(report);
    return switch (report.status()) {
      case DONE -> "done. " + counts;
      case UNCHANGED -> "unchanged. Everything is as it should be.";
      case PLANNED -> "planned, %s.".formatted(Words.count(report.planned(), "operation"));
      case HELD ->
          "HELD for a person. "
              + (report.toDo() == report.planned()
                  ? "Nothing was done yet, %s would be."
                      .formatted(Words.count(report.planned(), "operation"))
                  : counts);
      case RUNNING -> "running, or killed meanwhile. " + counts;
      case INCOMPLETE -> "INCOMPLETE. " + counts;
      case SUPERSEDED -> "superseded by a newer plan.";
      case DISCARDED -> "discarded.";
    };
  }

  /** Numbers that add up to what was planned; those in brackets are part of the one before. */
  private static String counts(RunReport report) {
    var says = new StringBuilder();
    says.append(
        "%s of %s done"
            .formatted(Words.number(report.done()), Words.count(report.planned(), "operation")));
    part(says, " (%s of them so already)", report.already());
    says.append(", %s refused".formatted(Words.number(report.refused())));
    part(says, " (%s of them without an answer)", report.unanswered());
    part(says, ", %s left out", report.leftOut());
    part(says, ", %s still to do", report.toDo());
    return says.append('.').toString();
  }

  private static void part(StringBuilder says, String format, long count) {
    if (count > 0) {
      says.append(format.formatted(Words.number(count)));
    }
  }
}
