package org.rollbook.app.commands;

import java.time.Duration;
import org.rollbook.app.console.Console;
import org.rollbook.app.console.Words;
import org.rollbook.hub.node.Node;
import org.rollbook.sync.runs.RunReport;

/** What {@code sync} and {@code approve} answer. */
final class RunAnswer {
  private final Console console;
  private final String rollbook;
  private final boolean json;
  private final long begun = System.nanoTime();

  /** To be made before the work begins: it tells how long that took. */
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
      console.line("Time: %s.", Words.time(Duration.ofNanos(System.nanoTime() - begun)));
      text.refused(node, report, all);
      text.waiting(node, report, all);
      text.holds(node, report, all);
      text.goOn(report);
    }
    return RunText.exitCode(report.status());
  }
}
