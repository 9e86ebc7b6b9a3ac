package org.rollbook.app.commands;

import java.io.IOException;
import org.rollbook.hub.node.Node;
import org.rollbook.sync.runs.RunId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code discard}: throws a waiting plan or a held snapshot away. */
@Command(
    name = "discard",
    description = "Throws away a plan or a snapshot that waits for a person.")
public final class DiscardCommand extends NodeCommand {
  @Parameters(paramLabel = "RUN|SNAPSHOT", description = "As in r12, or the snapshot's number.")
  private String what = "";

  public DiscardCommand(Session session) {
    super(session);
  }

  @Override
  protected int run(Node node) throws IOException {
    if (!RunId.looksLike(what)) {
      var snapshot = HeldSnapshots.parse(node, what);
      return new SnapshotAnswer(console(), typed("rollbook"), json())
          .tell(node.intake().discard(snapshot));
    }
    var report = node.sync().discard(RunId.parse(what));
    if (json()) {
      var holds = Holds.of(report, node.runDetails());
      console().json(document -> RunDocument.write(document, report, holds));
    } else {
      new RunText(console(), typed("rollbook")).head(report);
    }
    return RunText.exitCode(report.status());
  }
}
