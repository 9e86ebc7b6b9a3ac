package org.rollbook.app.commands;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.rollbook.app.console.Activity;
import org.rollbook.app.console.ExitCode;
import org.rollbook.app.console.UsageError;
import org.rollbook.core.roster.RecordId;
import org.rollbook.hub.node.Node;
import org.rollbook.registry.intake.ImportReport;
import org.rollbook.sync.execution.RunScope;
import org.rollbook.sync.execution.StalePlan;
import org.rollbook.sync.runs.RunDetails.Part;
import org.rollbook.sync.runs.RunId;
import org.rollbook.sync.runs.RunReport;
import org.rollbook.sync.target.TargetUnavailable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code approve}: a held plan, whole or in part, or a held snapshot (R2, H4). */
@Command(
    name = "approve",
    description = "Runs a plan that waits for a person, or takes a snapshot that does.")
public final class ApproveCommand extends NodeCommand {
  @Parameters(paramLabel = "RUN|SNAPSHOT", description = "As in r12, or the snapshot's number.")
  private String what = "";

  @Option(
      names = "--school",
      paramLabel = "ID",
      description = "Only this school of the plan, by its source id or name; repeatable.")
  private List<String> schools = List.of();

  @Option(
      names = "--class",
      paramLabel = "ID",
      description = "Only this class of the plan, by its source id or name; repeatable.")
  private List<String> classes = List.of();

  @Option(
      names = "--all",
      description = "Everybody who waits, every refusal and all why it is held.")
  private boolean all;

  public ApproveCommand(Session session) {
    super(session);
  }

  @Override
  protected int run(Node node) throws IOException, TargetUnavailable, InterruptedException {
    if (RunId.looksLike(what)) {
      return approve(node, RunId.parse(what));
    }
    if (!schools.isEmpty() || !classes.isEmpty()) {
      throw new UsageError("A snapshot is approved whole; --school and --class are for plans.");
    }
    var snapshot = HeldSnapshots.parse(node, what);
    ImportReport report;
    try (var activity = new Activity(console(), "")) {
      report = node.intake().approve(snapshot, new ImportActivity(activity));
    }
    AppsInformed.by(node.publication()::publishAll, console());
    return new SnapshotAnswer(console(), typed("rollbook"), json()).tell(report);
  }

  private int approve(Node node, RunId run) throws TargetUnavailable, InterruptedException {
    var scope =
        new RunScope(
            schools.stream()
                .map(text -> find("school", text, node.runDetails().schools(run)))
                .toList(),
            classes.stream()
                .map(text -> find("class", text, node.runDetails().classes(run)))
                .toList());
    var answer = new RunAnswer(console(), typed("rollbook"), json());
    Optional<RunReport> report = execute(node, run, scope);
    return report.isPresent() ? answer.tell(node, report.get(), all) : madeAnew(node, run, answer);
  }

  /** Empty when the plan is stale: what was looked at is not what would be done now (R1). */
  private Optional<RunReport> execute(Node node, RunId run, RunScope scope)
      throws TargetUnavailable, InterruptedException {
    try (var activity = new Activity(console(), "")) {
      return Optional.of(node.sync().approve(run, scope, SyncActivity.ofRun(activity)));
    } catch (StalePlan _) {
      return Optional.empty();
    }
  }

  /** Nothing was run, whatever the new plan is: the exit code says that it waits. */
  private int madeAnew(Node node, RunId stale, RunAnswer answer)
      throws TargetUnavailable, InterruptedException {
    console()
        .aside(
            """
            The roster or somebody's account has changed since %s was planned, or another run has \
            ended, so it was not run. Planning anew …\
            """
                .formatted(stale));
    RunReport anew;
    try (var activity = new Activity(console(), "")) {
      var connection = node.sync().history().get(stale).connection();
      anew = node.sync().plan(connection, SyncActivity.ofRun(activity));
    }
    answer.tell(node, anew, all);
    return ExitCode.HELD;
  }

  private static RecordId find(String kind, String text, List<Part> parts) {
    var byId = parts.stream().filter(part -> part.sourceId().equals(text)).toList();
    var found =
        byId.isEmpty()
            ? parts.stream().filter(part -> part.name().equalsIgnoreCase(text)).toList()
            : byId;
    if (found.size() == 1) {
      return found.getFirst().id();
    }
    throw new UsageError(
        found.isEmpty()
            ? "The plan has no %s '%s'. 'rollbook run' lists them.".formatted(kind, text)
            : "There are %d of '%s'; name the %s by its id: %s."
                .formatted(
                    found.size(),
                    text,
                    kind,
                    String.join(", ", found.stream().map(Part::sourceId).toList())));
  }
}
