package org.rollbook.app.pull;

import org.rollbook.app.console.UsageError;
import picocli.CommandLine.Command;

/** {@code pull}: what can be pulled from stands below it. */
@Command(
    name = "pull",
    mixinStandardHelpOptions = true,
    description = "Fetches a district's roster over an API and imports it.",
    synopsisSubcommandLabel = "SOURCE",
    commandListHeading = "%nSources:%n")
public final class PullCommand implements Runnable {
  @Override
  public void run() {
    throw new UsageError("Say where to pull from: rollbook pull clever (--help says more).");
  }
}
