package org.rollbook.app.sharing;

import org.rollbook.app.console.UsageError;
import picocli.CommandLine.Command;

/** {@code app}: what can be done with apps stands below it. */
@Command(
    name = "app",
    mixinStandardHelpOptions = true,
    description = "The apps that districts can share with.",
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands:%n")
public final class AppCommand implements Runnable {
  @Override
  public void run() {
    throw new UsageError("Say what to do: rollbook app add NAME, or rollbook app list.");
  }
}
