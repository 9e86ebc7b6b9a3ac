package org.rollbook.app.commands;

import java.util.Optional;
import org.rollbook.app.console.ExitCode;
import org.rollbook.app.console.UsageError;
import org.rollbook.app.console.Words;
import org.rollbook.core.guard.PlanLimits;
import org.rollbook.hub.node.Node;
import org.rollbook.sync.connections.ConnectionId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code limits connection}: what a plan may do without approval (R2). */
@Command(
    name = "connection",
    description =
        "Shows what a connection's plans may do without approval; with options sets it first, from"
            + " the next plan on. A limit is passed when both its share and its number are.")
public final class LimitsOfConnectionCommand extends NodeCommand {
  @Parameters(paramLabel = "CONNECTION", description = "As in c1.")
  private String connection = "";

  @Option(
      names = "--school-removals",
      paramLabel = "PERCENT",
      description = "Hold a plan that takes more than this of a school's memberships,")
  private Optional<Integer> schoolRemovals = Optional.empty();

  @Option(
      names = "--school-removals-from",
      paramLabel = "N",
      description = "  and at least so many.")
  private Optional<Integer> schoolRemovalsFrom = Optional.empty();

  @Option(
      names = "--class-removals",
      paramLabel = "PERCENT",
      description = "Hold a plan that takes more than this of a class's members,")
  private Optional<Integer> classRemovals = Optional.empty();

  @Option(
      names = "--class-removals-from",
      paramLabel = "N",
      description = "  and at least so many.")
  private Optional<Integer> classRemovalsFrom = Optional.empty();

  @Option(
      names = "--school-endings",
      paramLabel = "PERCENT",
      description = "Hold a plan that archives more than this of a school's classes,")
  private Optional<Integer> schoolEndings = Optional.empty();

  @Option(
      names = "--school-endings-from",
      paramLabel = "N",
      description = "  and at least so many.")
  private Optional<Integer> schoolEndingsFrom = Optional.empty();

  public LimitsOfConnectionCommand(Session session) {
    super(session);
  }

  @Override
  protected int run(Node node) {
    ConnectionId id = ConnectionId.parse(connection);
    PlanLimits now = node.connections().get(id).limits();
    PlanLimits wanted = wanted(now);
    if (!wanted.equals(now)) {
      node.connections().limit(id, wanted);
    }
    tell(wanted);
    return ExitCode.DONE;
  }

  private PlanLimits wanted(PlanLimits now) {
    try {
      return new PlanLimits(
          schoolRemovals.map(PlanLimits::share).orElse(now.schoolRemovals()),
          schoolRemovalsFrom.orElse(now.schoolRemovalsFrom()),
          classRemovals.map(PlanLimits::share).orElse(now.classRemovals()),
          classRemovalsFrom.orElse(now.classRemovalsFrom()),
          schoolEndings.map(PlanLimits::share).orElse(now.schoolEndings()),
          schoolEndingsFrom.orElse(now.schoolEndingsFrom()));
    } catch (IllegalArgumentException e) {
      throw new UsageError(Words.capital(String.valueOf(e.getMessage())) + ". Nothing was set.");
    }
  }

  private void tell(PlanLimits limits) {
    if (json()) {
      console()
          .json(json -> {
            json.writeStartObject();
            json.writeStringProperty("connection", connection);
            json.writeNumberProperty(
                "schoolRemovalsPercent", PlanLimits.percent(limits.schoolRemovals()));
            json.writeNumberProperty("schoolRemovalsFrom", limits.schoolRemovalsFrom());
            json.writeNumberProperty(
                "classRemovalsPercent", PlanLimits.percent(limits.classRemovals()));
            json.writeNumberProperty("classRemovalsFrom", limits.classRemovalsFrom());
            json.writeNumberProperty(
                "schoolEndingsPercent", PlanLimits.percent(limits.schoolEndings()));
            json.writeNumberProperty("schoolEndingsFrom", limits.schoolEndingsFrom());
            json.writeEndObject();
          });
      return;
    }
    console().line("A plan of %s is held when", connection);
    line("a school loses", limits.schoolRemovals(), "memberships", limits.schoolRemovalsFrom());
    line("a class loses", limits.classRemovals(), "members", limits.classRemovalsFrom());
    line("a school loses", limits.schoolEndings(), "classes", limits.schoolEndingsFrom());
    console().line("One whose source went empty is held whatever the limits are.");
  }

  private void line(String loses, double share, String of, int from) {
    console()
        .line(
            "  %s more than %d %% of its %s, and at least %d",
            loses, PlanLimits.percent(share), of, from);
  }
}
