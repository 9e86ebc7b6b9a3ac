package org.rollbook.app.commands;

import java.util.Locale;
import org.rollbook.app.console.Activity;
import org.rollbook.app.console.Words;
import org.rollbook.hub.node.Node;
import org.rollbook.sync.connections.ConnectionId;
import org.rollbook.sync.runs.RunReport;
import org.rollbook.sync.runs.RunStatus;
import org.rollbook.sync.target.TargetUnavailable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JsonGenerator;

/** {@code plan}: what a sync would do, without doing it (R1). */
@Command(name = "plan", description = "Shows what a sync would do, and does nothing.")
public final class PlanCommand extends NodeCommand {
  private static final int SHOWN = 60;

  @Parameters(paramLabel = "CONNECTION", description = "As in c1.")
  private String connection = "";

  @Option(names = "--all", description = "Every class, every operation and everybody who waits.")
  private boolean all;

  public PlanCommand(Session session) {
    super(session);
  }

  @Override
  protected int run(Node node) throws TargetUnavailable, InterruptedException {
    var id = ConnectionId.parse(connection);
    RunReport report;
    try (var activity = new Activity(console(), "")) {
      report = node.sync().plan(id, new SyncActivity(activity, "a plan changes nothing"));
    }
    if (json()) {
      document(node, report);
    } else {
      text(node, report);
    }
    return RunText.exitCode(report.status());
  }

  private void document(Node node, RunReport report) {
    var details = node.runDetails();
    var holds = Holds.of(report, details);
    console()
        .json(json -> {
          json.writeStartObject();
          json.writeStringProperty("plan", report.run().toString());
          json.writeStringProperty("connection", report.connection().toString());
          json.writeStringProperty("status", report.status().name().toLowerCase(Locale.ROOT));
          json.writeArrayPropertyStart("operations");
          details.operations(report.run(), operation -> RunDocument.operation(json, operation));
          json.writeEndArray();
          RunDocument.counts(json, details, report.run());
          holds.write(json);
          waiting(node, report, json);
          json.writeObjectPropertyStart("calls");
          json.writeNumberProperty("read", report.reads());
          json.writeNumberProperty("write", report.writes());
          json.writeEndObject();
          json.writeEndObject();
        });
  }

  private static void waiting(Node node, RunReport report, JsonGenerator json) {
    json.writeArrayPropertyStart("waiting");
    node.waiting()
        .read(
            node.connections().get(report.connection()),
            waiting -> RunDocument.waiting(json, waiting));
    json.writeEndArray();
  }

  private void text(Node node, RunReport report) {
    var text = new RunText(console(), typed("rollbook"));
    if (report.planned() == 0) {
      console().line("Plan %s of %s: nothing to do.", report.run(), report.connection());
    } else {
      text.head(report);
      text.counts(node, report);
      text.parts(node, report, all);
      operations(node, report);
    }
    text.waiting(node, report, all);
    if (report.planned() > 0 || report.status() == RunStatus.HELD) {
      text.holds(node, report, all);
    }
  }

  private void operations(Node node, RunReport report) {
    if (!all && report.planned() > SHOWN) {
      console().gap();
      console()
          .line(
              "  %s: --all lists every one with its reason.",
              Words.count(report.planned(), "operation"));
      return;
    }
    new JournalText(console(), node.runDetails(), report).all();
  }
}
