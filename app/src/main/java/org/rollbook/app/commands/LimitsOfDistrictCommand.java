package org.rollbook.app.commands;

import java.util.Optional;
import org.rollbook.app.console.ExitCode;
import org.rollbook.app.console.UsageError;
import org.rollbook.app.console.Words;
import org.rollbook.core.guard.SnapshotLimits;
import org.rollbook.hub.node.Node;
import org.rollbook.registry.intake.DistrictKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code limits district}: what a snapshot may change without approval (H4). */
@Command(
    name = "district",
    description =
        "Shows what a district's snapshots may change without approval, of each kind of record;"
            + " with options sets it first, from the next snapshot on.")
public final class LimitsOfDistrictCommand extends NodeCommand {
  @Parameters(paramLabel = "ID", description = "The district's name in this installation.")
  private String district = "";

  @Option(
      names = "--deleted",
      paramLabel = "PERCENT",
      description = "Hold a snapshot that deletes more than this.")
  private Optional<Integer> deleted = Optional.empty();

  @Option(
      names = "--updated",
      paramLabel = "PERCENT",
      description = "Hold a snapshot that changes more than this.")
  private Optional<Integer> updated = Optional.empty();

  @Option(
      names = "--at-least",
      paramLabel = "N",
      description = "Never hold for fewer records than these.")
  private Optional<Integer> atLeast = Optional.empty();

  public LimitsOfDistrictCommand(Session session) {
    super(session);
  }

  @Override
  protected int run(Node node) {
    var key = new DistrictKey(district);
    SnapshotLimits now =
        node.intake()
            .limits(key)
            .orElseThrow(() ->
                new UsageError(
                    "There is no district '%s'. Import a snapshot first: that makes it."
                        .formatted(district)));
    if (deleted.isPresent() || updated.isPresent() || atLeast.isPresent()) {
      now = wanted(now);
      node.intake().limit(key, now);
    }
    tell(now);
    return ExitCode.DONE;
  }

  private SnapshotLimits wanted(SnapshotLimits now) {
    try {
      return new SnapshotLimits(
          deleted.orElse(now.deletedPercent()),
          updated.orElse(now.updatedPercent()),
          atLeast.orElse(now.atLeast()));
    } catch (IllegalArgumentException e) {
      throw new UsageError(Words.capital(String.valueOf(e.getMessage())) + ". Nothing was set.");
    }
  }

  private void tell(SnapshotLimits limits) {
    if (json()) {
      console()
          .json(json -> {
            json.writeStartObject();
            json.writeStringProperty("district", district);
            json.writeNumberProperty("deletedPercent", limits.deletedPercent());
            json.writeNumberProperty("updatedPercent", limits.updatedPercent());
            json.writeNumberProperty("atLeast", limits.atLeast());
            json.writeEndObject();
          });
      return;
    }
    console().line("A snapshot of %s is held when it would, of any kind of record,", district);
    console().line("  delete more than %d %%", limits.deletedPercent());
    console().line("  change more than %d %%", limits.updatedPercent());
    console().line("and these are at least %d records.", limits.atLeast());
    console().line("One that empties a kind or renames every key is held whatever the limits are.");
  }
}
