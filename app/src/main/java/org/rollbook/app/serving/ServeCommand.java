package org.rollbook.app.serving;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import org.rollbook.app.commands.NodeCommand;
import org.rollbook.app.commands.Session;
import org.rollbook.app.console.ExitCode;
import org.rollbook.app.console.UsageError;
import org.rollbook.hub.clever.DataApi;
import org.rollbook.hub.node.Node;
import org.rollbook.hub.server.RollbookServer;
import org.rollbook.hub.server.ServerSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code serve}: the server for real use. */
@Command(name = "serve", description = "The server, until interrupted.")
public final class ServeCommand extends NodeCommand {
  @Option(
      names = "--port",
      paramLabel = "P",
      defaultValue = "8080",
      description = "Where it listens; 0 is any free port (${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--bind",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description = "The address it binds to; 0.0.0.0 is all of this machine's (${DEFAULT-VALUE}).")
  private String address = "";

  public ServeCommand(Session session) {
    super(session);
  }

  @Override
  protected int run(Node node) throws InterruptedException {
    var settings =
        new ServerSettings(chosenPort(), bound(), typed("./rollbook"), node.trustedProxies());
    // Before anybody looks: a database that cannot be opened ends the command, not a page.
    node.database();
    var signIn = node.signIn(settings.port());
    var api =
        new DataApi(
            node.database(), node.apps(), node.sharing(), node.publication(), signIn, node.clock());
    try (var server = RollbookServer.start(settings, new NodeStatus(node), api, signIn)) {
      var home = "http://%s:%d/".formatted(address, server.port());
      if (json()) {
        console()
            .json(json -> {
              json.writeStartObject();
              json.writeStringProperty("url", home);
              json.writeEndObject();
            });
      } else {
        console().line("Rollbook serves %s (health at %shealth). Ctrl-C ends it.", home, home);
        console().line("Apps and people reach it at %s", signIn.publicUrl());
      }
      interruption().await();
    }
    return ExitCode.DONE;
  }

  /** Chosen before the server starts: the addresses that apps are told name it. */
  private int chosenPort() {
    if (port != 0) {
      return port;
    }
    try (var free = new ServerSocket(0, 1, bound())) {
      return free.getLocalPort();
    } catch (IOException e) {
      // The server itself says what is wrong with the address.
      return 0;
    }
  }

  private InetAddress bound() {
    try {
      return InetAddress.getByName(address);
    } catch (UnknownHostException e) {
      throw new UsageError("'%s' is no address of this machine.".formatted(address));
    }
  }
}
