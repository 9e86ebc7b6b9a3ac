package org.rollbook.app.commands;

import org.rollbook.app.console.Console;
import org.rollbook.hub.node.Node;
import org.rollbook.sync.runs.RunReport;

/** What {@code sync} and {@code approve} answer. */
final class RunAnswer {
  private final Console console;
  private final String rollbook;
  private final boolean json;

  RunAnswer(Console console, String rollbook, boolean json) {
    this.console = console;
    this.rollbook = rollbook;
    this.json = json;
  }

  /**
   * Tells it.
   *
   * @return the exit code
   */
  int tell(Node node, RunReport report, boolean all) {
    if (json) {
      var holds = Holds.of(report, node.runDetails());
      console.json(document -> RunDocument.write(document, report, holds));
    } else {
      var text = new RunText(console, rollbook);
      text.head(report);
      text.counts(node, report);
      text.cost(report);
      text.refused(node, report);
      text.waiting(node, report, all);
      text.holds(node, report);
    }
    return RunText.exitCode(report.status());
  }
}
