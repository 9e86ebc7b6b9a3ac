package org.rollbook.app.commands;

import org.rollbook.app.console.Console;
import org.rollbook.registry.intake.ImportReport;

/** What a decision about a snapshot answers. */
public final class SnapshotAnswer {
  private final Console console;
  private final String rollbook;
  private final boolean json;

  public SnapshotAnswer(Console console, String rollbook, boolean json) {
    this.console = console;
    this.rollbook = rollbook;
    this.json = json;
  }

  /**
   * Tells it.
   *
   * @return the exit code
   */
  public int tell(String named, ImportReport report) {
    if (json) {
      console.json(document -> ImportDocument.write(document, report));
    } else {
      new ImportText(console, rollbook).print("snapshot " + named, report);
    }
    return ImportCommand.exitCode(report.status());
  }
}
