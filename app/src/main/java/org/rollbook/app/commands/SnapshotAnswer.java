package org.rollbook.app.commands;

import java.util.Optional;
import java.util.function.Consumer;
import org.rollbook.app.console.Console;
import org.rollbook.registry.intake.DistrictKey;
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
   * @param made whether it made the district, beside others
   * @return the exit code
   */
  public int tell(DistrictKey district, ImportReport report, Optional<NewDistrict> made) {
    return tell(
        report,
        made,
        text -> {
          text.print(district.value(), report);
          text.print(made);
        });
  }

  /**
   * Tells it of a decision.
   *
   * @return the exit code
   */
  int tell(ImportReport report) {
    return tell(report, Optional.empty(), text -> text.print(report));
  }

  private int tell(ImportReport report, Optional<NewDistrict> made, Consumer<ImportText> inWords) {
    if (json) {
      console.json(document -> ImportDocument.write(document, report, made));
    } else {
      inWords.accept(new ImportText(console, rollbook));
    }
    return ImportCommand.exitCode(report.status());
  }
}
