package org.rollbook.app.commands;

import org.rollbook.app.console.ExitCode;
import org.rollbook.hub.node.Node;
import org.rollbook.sync.runs.RunId;
import org.rollbook.sync.runs.RunReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code run}: one run in full. */
@Command(name = "run", description = "One run: counts by school and class, and what was refused.")
public final class RunCommand extends NodeCommand {
  @Parameters(paramLabel = "RUN", description = "As in r12.")
  private String run = "";

  @Option(names = "--all", description = "Every class.")
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
          json.writeArrayPropertyStart("refused");
          details.refused(report.run(), operation -> RunDocument.operation(json, operation));
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  private void text(Node node, RunReport report) {
    var text = new RunText(console(), typed("rollbook"));
    text.head(report);
    text.counts(node, report);
    text.cost(report);
    text.parts(node, report, all);
    text.refused(node, report);
    text.holds(node, report);
    text.goOn(report);
  }
}
