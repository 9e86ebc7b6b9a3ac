package org.rollbook.app.commands;

import org.rollbook.app.console.UsageError;
import picocli.CommandLine.Command;

/** {@code connect}: what can be connected to stands below it. */
@Command(
    name = "connect",
    mixinStandardHelpOptions = true,
    description = "Joins a district to a target, and prints the connection's id.",
    synopsisSubcommandLabel = "TARGET",
    commandListHeading = "%nTargets:%n")
public final class ConnectCommand implements Runnable {
  @Override
  public void run() {
    throw new UsageError(
        "Say what to connect to: rollbook connect google-classroom (--help says more).");
  }
}
