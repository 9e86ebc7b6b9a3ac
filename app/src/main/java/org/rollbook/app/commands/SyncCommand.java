package org.rollbook.app.commands;

import org.rollbook.app.console.Activity;
import org.rollbook.hub.node.Node;
import org.rollbook.sync.connections.ConnectionId;
import org.rollbook.sync.runs.RunReport;
import org.rollbook.sync.target.TargetUnavailable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sync}: goes on with what was interrupted, then plans, guards and runs. */
@Command(name = "sync", description = "Brings the target in step with the roster.")
public final class SyncCommand extends NodeCommand {
  @Parameters(paramLabel = "CONNECTION", description = "As in c1.")
  private String connection = "";

  @Option(
      names = "--all",
      description = "Everybody who waits, every refusal and all why it is held.")
  private boolean all;

  public SyncCommand(Session session) {
    super(session);
  }

  @Override
  protected int run(Node node) throws TargetUnavailable, InterruptedException {
    var id = ConnectionId.parse(connection);
    var answer = new RunAnswer(console(), typed("rollbook"), json());
    RunReport report;
    try (var activity = new Activity(console(), "")) {
      report = node.sync().sync(id, SyncActivity.ofRun(activity));
    }
    return answer.tell(node, report, all);
  }
}
