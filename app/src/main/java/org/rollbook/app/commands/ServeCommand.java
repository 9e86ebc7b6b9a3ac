package org.rollbook.app.commands;

import org.rollbook.app.console.UsageError;
import org.rollbook.hub.node.Node;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code serve}: the server for real use. */
@Command(name = "serve", description = "The server, until interrupted.")
public final class ServeCommand extends NodeCommand {
  @Option(
      names = "--port",
      paramLabel = "P",
      defaultValue = "8080",
      description = "Where it listens (${DEFAULT-VALUE}).")
  private int port;

  public ServeCommand(Session session) {
    super(session);
  }

  @Override
  int run(Node node) {
    throw new UsageError("The server is not part of this build (port " + port + ").");
  }
}
