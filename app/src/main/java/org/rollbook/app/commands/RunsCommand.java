package org.rollbook.app.commands;

import java.util.List;
import java.util.Optional;
import org.rollbook.app.console.ExitCode;
import org.rollbook.app.console.Table;
import org.rollbook.app.console.UsageError;
import org.rollbook.app.console.Words;
import org.rollbook.hub.node.Node;
import org.rollbook.registry.intake.DistrictKey;
import org.rollbook.registry.intake.SnapshotSummary;
import org.rollbook.sync.connections.ConnectionId;
import org.rollbook.sync.runs.RunReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code runs}: the newest runs, and the snapshots that wait for a decision. */
@Command(name = "runs", description = "The newest runs, and the snapshots that wait for a person.")
public final class RunsCommand extends NodeCommand {
  @Option(names = "--connection", paramLabel = "ID", description = "Only of one connection.")
  private Optional<String> connection = Optional.empty();

  @Option(
      names = "--last",
      paramLabel = "N",
      defaultValue = "20",
      description = "How many (${DEFAULT-VALUE}).")
  private int last;

  public RunsCommand(Session session) {
    super(session);
  }

  private record HeldSnapshot(DistrictKey district, SnapshotSummary summary) {}

  @Override
  protected int run(Node node) {
    if (last < 1) {
      throw new UsageError("--last is 1 or more, not %d".formatted(last));
    }
    var of = connection.map(ConnectionId::parse);
    // A mistyped connection is told of: it is not one without runs.
    of.ifPresent(id -> node.connections().get(id));
    var runs = node.sync().history().newest(of, last);
    var held =
        node.districts().stream()
            .flatMap(district ->
                node.intake().snapshots(district).stream()
                    .filter(SnapshotSummary::awaitsDecision)
                    .map(summary -> new HeldSnapshot(district, summary)))
            .toList();
    if (json()) {
      document(runs, held);
    } else {
      text(runs, held);
    }
    return ExitCode.DONE;
  }

  private void document(List<RunReport> runs, List<HeldSnapshot> held) {
    console()
        .json(json -> {
          json.writeStartObject();
          json.writeArrayPropertyStart("runs");
          for (var report : runs) {
            json.writeStartObject();
            RunDocument.properties(json, report);
            json.writeEndObject();
          }
          json.writeEndArray();
          json.writeArrayPropertyStart("snapshots");
          for (var snapshot : held) {
            json.writeStartObject();
            json.writeStringProperty("snapshot", snapshot.summary().report().snapshot().toString());
            json.writeStringProperty("district", snapshot.district().value());
            json.writeStringProperty("status", snapshot.summary().report().status().word());
            json.writeStringProperty("receivedAt", snapshot.summary().receivedAt().toString());
            json.writeEndObject();
          }
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  private void text(List<RunReport> runs, List<HeldSnapshot> held) {
    if (runs.isEmpty()) {
      console().line("No runs yet. 'rollbook sync c1' makes one.");
    } else {
      var table =
          new Table(
              "run", "of", "status", ">planned", ">done", ">refused", ">read", ">write", "made");
      for (var run : runs) {
        table.row(
            run.run(),
            run.connection(),
            Words.lower(run.status()),
            run.planned(),
            run.done(),
            run.refused(),
            run.reads(),
            run.writes(),
            Words.when(run.madeAt()));
      }
      table.print(console(), "");
    }
    for (var snapshot : held) {
      console().gap();
      console().line(says(snapshot));
    }
  }

  private static String says(HeldSnapshot snapshot) {
    return "Snapshot %1$s of %2$s is held since %3$s: approve %1$s or discard %1$s."
        .formatted(
            snapshot.summary().report().snapshot(),
            snapshot.district(),
            Words.when(snapshot.summary().receivedAt()));
  }
}
