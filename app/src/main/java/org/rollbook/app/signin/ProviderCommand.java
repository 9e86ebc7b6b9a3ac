package org.rollbook.app.signin;

import org.rollbook.app.console.UsageError;
import picocli.CommandLine.Command;

/** {@code provider}: what can be done with a district's OpenID provider stands below it. */
@Command(
    name = "provider",
    mixinStandardHelpOptions = true,
    description =
        "The OpenID provider (Google, Microsoft, …) with which a district's people sign in.",
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands:%n")
public final class ProviderCommand implements Runnable {
  @Override
  public void run() {
    throw new UsageError("Say what to do: rollbook provider set, or rollbook provider remove.");
  }
}
