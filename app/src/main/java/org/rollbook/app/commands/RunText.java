package org.rollbook.app.commands;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.rollbook.app.console.Console;
import org.rollbook.app.console.ExitCode;
import org.rollbook.app.console.Table;
import org.rollbook.app.console.Words;
import org.rollbook.hub.node.Node;
import org.rollbook.sync.accounts.Waiting;
import org.rollbook.sync.runs.OperationLine;
import org.rollbook.sync.runs.OperationOutcome;
import org.rollbook.sync.runs.RunDetails.Part;
import org.rollbook.sync.runs.RunReport;
import org.rollbook.sync.runs.RunStatus;

/** Runs as people read them. */
final class RunText {
  private static final int SHOWN = 20;

  private final Console console;
  private final String rollbook;

  /**
   * @param rollbook how the command line is called
   */
  RunText(Console console, String rollbook) {
    this.console = console;
    this.rollbook = rollbook;
  }

  static int exitCode(RunStatus status) {
    return switch (status) {
      case DONE, UNCHANGED, PLANNED, DISCARDED, SUPERSEDED -> ExitCode.DONE;
      case HELD -> ExitCode.HELD;
      case RUNNING, INCOMPLETE -> ExitCode.FAILED;
    };
  }

  /** One line: what became of the run. */
  void head(RunReport report) {
    console.line("Run %s of %s: %s", report.run(), report.connection(), VerdictText.of(report));
  }

  /** Calls, and what went wrong outside. */
  void cost(RunReport report) {
    console.line(
        "Calls: %s that read, %s that write.",
        Words.number(report.reads()), Words.number(report.writes()));
    if (!report.trouble().isEmpty()) {
      console.line("Trouble: %s", report.trouble());
    }
  }

  /** What to do about a run that is not over. */
  void goOn(RunReport report) {
    if (report.status().begun()) {
      console.gap();
      console.line("To go on:  %s sync %s", rollbook, report.connection());
    }
  }

  /** How much of what, by what has become of it. */
  void counts(Node node, RunReport report) {
    var table = new Table(">", "");
    var text = new OutcomeText(report.status());
    var kinds = node.runDetails().outcomes(report.run());
    for (var outcome : OperationOutcome.values()) {
      kinds.forEach((kind, counts) -> {
        long count = counts.getOrDefault(outcome, 0L);
        if (count > 0) {
          table.row(count, text.counted(kind, outcome, count));
        }
      });
    }
    if (!table.empty()) {
      table.print(console, "  ");
    }
  }

  /** Who waited when it ended, where that is known. */
  void waited(RunReport report) {
    long waited = report.waiting().orElse(0);
    if (waited > 0) {
      console.line("Waiting for an account then: %s.", Words.count(waited, "person", "people"));
    }
  }

  /**
   * Every school and every class with its counts (R1).
   *
   * @param all whether all classes are told of: a first plan has thousands
   */
  void parts(Node node, RunReport report, boolean all) {
    var details = node.runDetails();
    boolean untouched = report.toDo() == report.planned();
    parts("school", details.schools(report.run()), untouched, Integer.MAX_VALUE);
    parts("class", details.classes(report.run()), untouched, all ? Integer.MAX_VALUE : SHOWN);
  }

  /**
   * @param untouched whether nothing has become of any operation, so that what is planned says all
   */
  private void parts(String what, List<Part> parts, boolean untouched, int most) {
    if (parts.isEmpty()) {
      return;
    }
    var table =
        untouched
            ? new Table(what, "id", ">planned")
            : new Table(what, "id", ">planned", ">done", ">refused", ">left out", ">to do");
    parts.stream().limit(most).forEach(part -> table.row(cells(part, untouched)));
    console.gap();
    table.print(console, "  ");
    more(parts.size() - (long) most);
  }

  private static Object[] cells(Part part, boolean untouched) {
    var name = Words.fit(part.name(), 44);
    var id = Words.fit(part.sourceId(), 14);
    return untouched
        ? new Object[] {name, id, part.planned()}
        : new Object[] {
          name, id, part.planned(), part.done(), part.refused(), part.leftOut(), part.open()
        };
  }

  /** The refused operations, with what to do about each. */
  void refused(Node node, RunReport report, boolean all) {
    if (report.refused() == 0) {
      return;
    }
    console.gap();
    console.line("Refused:");
    var shown = new AtomicInteger();
    node.runDetails()
        .refused(
            report.run(),
            operation -> {
              if (all || shown.getAndIncrement() < SHOWN) {
                refusedLine(operation);
              }
            });
    more(all ? 0 : report.refused() - SHOWN);
  }

  private void more(long rest) {
    if (rest > 0) {
      console.line("  … and %s more (--all shows them)", Words.number(rest));
    }
  }

  private void refusedLine(OperationLine operation) {
    console.line("  - %s", OperationText.says(operation));
    console.line("    %s: %s", operation.code(), operation.message());
    console.line("    %s", operation.advice());
  }

  /** Who waits and why, the first of them. */
  void waiting(Node node, RunReport report, boolean all) {
    var shown = new AtomicInteger();
    int most = all ? Integer.MAX_VALUE : SHOWN;
    node.waiting()
        .read(
            node.connections().get(report.connection()),
            waiting -> {
              int number = shown.getAndIncrement();
              if (number == 0) {
                console.gap();
                console.line("Waiting:");
              }
              if (number < most) {
                console.line("  - %s", says(waiting));
              }
            });
    more(shown.get() - (long) most);
  }

  static String says(Waiting waiting) {
    return switch (waiting) {
      case Waiting.Person person ->
          "%s%s (%s): %s"
              .formatted(
                  person.name(),
                  person.email().map(email -> ", " + email).orElse(""),
                  person.role(),
                  person.reason().says());
      case Waiting.ClassOf held ->
          "%s waits for %s: %s"
              .formatted(
                  held.className(),
                  held.teacherName().isEmpty() ? "a primary teacher" : held.teacherName(),
                  held.reason().says());
    };
  }

  /**
   * Why it is held and how to decide.
   *
   * @param all whether every limit that it goes beyond is told of: each of many classes may have
   *     one
   */
  void holds(Node node, RunReport report, boolean all) {
    var sentences = Holds.of(report, node.runDetails()).sentences();
    if (report.status() == RunStatus.HELD && !sentences.isEmpty()) {
      console.gap();
      console.line("Held because:");
      sentences.stream()
          .limit(all ? Integer.MAX_VALUE : SHOWN)
          .forEach(says -> console.line("  - %s", says));
      more(all ? 0 : sentences.size() - SHOWN);
    }
    if (report.status().awaitsDecision()) {
      console.gap();
      console.line("To run it:       %s approve %s", rollbook, report.run());
      console.line(
          "Part of it:      %s approve %s --school ID … --class ID …", rollbook, report.run());
      console.line("To throw away:   %s discard %s", rollbook, report.run());
    }
  }
}
