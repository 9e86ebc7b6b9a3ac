package org.rollbook.app.commands;

import org.rollbook.app.console.UsageError;
import picocli.CommandLine.Command;

/** {@code limits}: whose limits are shown or set stands below it. */
@Command(
    name = "limits",
    mixinStandardHelpOptions = true,
    description =
        "Shows or sets what a snapshot or a plan may change before it is held for a person.",
    synopsisSubcommandLabel = "OF",
    commandListHeading = "%nOf:%n")
public final class LimitsCommand implements Runnable {
  @Override
  public void run() {
    throw new UsageError(
        "Say whose limits: rollbook limits district ID, or rollbook limits connection c1"
            + " (--help says more).");
  }
}
