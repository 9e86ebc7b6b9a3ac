package org.rollbook.app.commands;

import org.rollbook.app.console.ExitCode;
import org.rollbook.hub.node.Node;
import org.rollbook.sync.runs.RunDetails;
import org.rollbook.sync.runs.RunId;
import org.rollbook.sync.runs.RunReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JsonGenerator;

/** {@code run}: one run in full. */
@Command(
    name = "run",
    description = "One run: counts by school and class, what it removed and why, what was refused.")
public final class RunCommand extends NodeCommand {
  @Parameters(paramLabel = "RUN", description = "As in r12.")
  private String run = "";

  @Option(
      names = "--all",
      description = "Every class, and every operation with its reason and what became of it.")
  private boolean all;

  public RunCommand(Session session) {
    super(session);
  }

  @Override
  protected int run(Node node) {
    var report = node.sync().history().get(RunId.parse(run));
    if (json()) {
      document(node, report);
    } else {
      text(node, report);
    }
    return ExitCode.DONE;
  }

  private void document(Node node, RunReport report) {
    var details = node.runDetails();
    var holds = Holds.of(report, details);
    console()
        .json(json -> {
          json.writeStartObject();
          RunDocument.properties(json, report);
          holds.write(json);
          RunDocument.counts(json, details, report.run());
          operations(json, details, report);
          json.writeArrayPropertyStart("refused");
          details.refused(report.run(), operation -> RunDocument.operation(json, operation));
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  /** The first removals; all operations only for who asks, since a run may have millions. */
  private void operations(JsonGenerator json, RunDetails details, RunReport report) {
    json.writeArrayPropertyStart(all ? "journal" : "removals");
    if (all) {
      details.operations(report.run(), operation -> RunDocument.operation(json, operation));
    } else {
      details.removals(
          report.run(), JournalText.SHOWN, operation -> RunDocument.operation(json, operation));
    }
    json.writeEndArray();
  }

  private void text(Node node, RunReport report) {
    var text = new RunText(console(), typed("rollbook"));
    text.head(report);
    text.counts(node, report);
    text.cost(report);
    text.waited(report);
    text.parts(node, report, all);
    var journal = new JournalText(console(), node.runDetails(), report);
    if (all) {
      journal.all();
    } else {
      journal.removals();
    }
    text.refused(node, report, all);
    text.holds(node, report, all);
    text.goOn(report);
  }
}
