package org.rollbook.app.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.rollbook.app.console.Activity;
import org.rollbook.app.console.ExitCode;
import org.rollbook.app.console.UsageError;
import org.rollbook.hub.node.Node;
import org.rollbook.registry.intake.DistrictKey;
import org.rollbook.registry.intake.ImportReport;
import org.rollbook.registry.intake.SnapshotStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code import}: one snapshot into a district's roster. */
@Command(
    name = "import",
    description =
        "Imports one snapshot, a folder or zip of Clever's CSV files; makes the district if new.")
public final class ImportCommand extends NodeCommand {
  @Option(
      names = "--district",
      required = true,
      paramLabel = "ID",
      description = "The district's name in this installation.")
  private String district = "";

  @Parameters(paramLabel = "PATH", description = "The folder or zip.")
  private Path path = Path.of("");

  public ImportCommand(Session session) {
    super(session);
  }

  @Override
  protected int run(Node node) throws IOException {
    if (!Files.exists(path)) {
      throw new UsageError(path + " does not exist; name a folder or a zip with roster files.");
    }
    var key = new DistrictKey(district);
    var before = node.districts();
    ImportReport report;
    try (var activity = new Activity(console(), "")) {
      report = node.intake().importSnapshot(key, path, new ImportActivity(activity));
    }
    AppsInformed.by(() -> node.publication().publish(key), console());
    return new SnapshotAnswer(console(), typed("rollbook"), json())
        .tell(key, report, NewDistrict.of(key, before));
  }

  static int exitCode(SnapshotStatus status) {
    return switch (status) {
      case APPLIED, UNCHANGED, DISCARDED, SUPERSEDED -> ExitCode.DONE;
      case HELD -> ExitCode.HELD;
      case REFUSED -> ExitCode.FAILED;
    };
  }
}
