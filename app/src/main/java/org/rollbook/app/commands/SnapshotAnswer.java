package org.rollbook.app.commands;

import java.util.function.Consumer;
import org.rollbook.app.console.Console;
import org.rollbook.registry.intake.ImportReport;

/** What became of a snapshot. */
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
   * Tells it of a delivery.
   *
   * @return the exit code
   */
  public int tell(String district, ImportReport report) {
    return tell(report, text -> text.print(district, report));
  }

  /**
   * Tells it of a decision.
   *
   * @return the exit code
   */
  int tell(ImportReport report) {
    return tell(report, text -> text.print(report));
  }

  private int tell(ImportReport report, Consumer<ImportText> inWords) {
    if (json) {
      console.json(document -> ImportDocument.write(document, report));
    } else {
      inWords.accept(new ImportText(console, rollbook));
    }
    return ImportCommand.exitCode(report.status());
  }
}
