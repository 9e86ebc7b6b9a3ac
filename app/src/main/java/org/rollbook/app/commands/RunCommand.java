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
  private static final int SHOWN = 20;

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
          json.writeObjectPropertyStart("counts");
          details
              .counts(report.run())
              .forEach((kind, count) -> json.writeNumberProperty(kind.name(), count));
          json.writeEndObject();
          json.writeArrayPropertyStart("schools");
          details.schools(report.run()).forEach(part -> RunDocument.part(json, part));
          json.writeEndArray();
          json.writeArrayPropertyStart("classes");
          details.classes(report.run()).forEach(part -> RunDocument.part(json, part));
          json.writeEndArray();
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
    text.parts("school", node.runDetails().schools(report.run()), Integer.MAX_VALUE);
    text.parts("class", node.runDetails().classes(report.run()), all ? Integer.MAX_VALUE : SHOWN);
    text.refused(node, report);
    text.holds(node, report);
    text.goOn(report);
  }
}
