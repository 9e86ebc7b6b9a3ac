package org.rollbook.app.serving;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import org.rollbook.app.commands.NodeCommand;
import org.rollbook.app.commands.Session;
import org.rollbook.app.console.ExitCode;
import org.rollbook.app.console.UsageError;
import org.rollbook.hub.clever.DataApi;
import org.rollbook.hub.node.Node;
import org.rollbook.hub.server.RollbookServer;
import org.rollbook.hub.server.ServerSettings;
import org.rollbook.registry.intake.DistrictKey;
import org.rollbook.registry.sharing.App;
import org.rollbook.web.Listening;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code serve}: the server for real use. */
@Command(name = "serve", description = "The server, until interrupted.")
public final class ServeCommand extends NodeCommand {
  private static final int DISTRICTS_TOLD = 5;

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

  @Option(
      names = "--learn-port",
      paramLabel = "Q",
      description =
          "Serves the learning app too, and this is where it listens; 0 is any free port.")
  private Optional<Integer> learnPort = Optional.empty();

  public ServeCommand(Session session) {
    super(session);
  }

  @Override
  protected int run(Node node) throws InterruptedException {
    var settings = new ServerSettings(listening(node, port), typed("./rollbook"));
    // Before anybody looks: a database that cannot be opened ends the command, not a page.
    node.database();
    var signIn = node.signIn(settings.listening().port());
    var api =
        new DataApi(
            node.database(), node.apps(), node.sharing(), node.publication(), signIn, node.clock());
    try (var server = RollbookServer.start(settings, new NodeStatus(node), api, signIn)) {
      var home = "http://%s:%d/".formatted(address, server.port());
      if (learnPort.isPresent()) {
        serveBoth(node, learnPort.get(), home, signIn.publicUrl());
      } else {
        tell(home, signIn.publicUrl(), Optional.empty());
        interruption().await();
      }
    }
    return ExitCode.DONE;
  }

  private void serveBoth(Node node, int wanted, String home, URI hub) throws InterruptedException {
    try (var learn = LearningApp.start(node, listening(node, wanted), hub)) {
      tell(home, hub, Optional.of(learn));
      learn.own().ifPresent(own -> tellOfSharing(node, own));
      interruption().await();
    }
  }

  private void tell(String home, URI hub, Optional<LearningApp> learn) {
    if (json()) {
      console()
          .json(json -> {
            json.writeStartObject();
            json.writeStringProperty("url", home);
            learn.ifPresent(app -> json.writeStringProperty("learnUrl", app.url() + "/"));
            json.writeEndObject();
          });
      return;
    }
    console().line("Rollbook serves %s (health at %shealth). Ctrl-C ends it.", home, home);
    console().line("Apps and people reach it at %s", hub);
    learn.ifPresent(app -> console().line("The learning app is at %s", app.url()));
  }

  /** Whether an app sees a district is its administrator's to say, also when the app is ours. */
  private void tellOfSharing(Node node, App learn) {
    var districts = node.districts();
    var without =
        districts.stream()
            .filter(key -> node.sharing().shareOf(learn.id(), key).isEmpty())
            .toList();
    if (json() || (!districts.isEmpty() && without.isEmpty())) {
      return;
    }
    console()
        .line("It shows nothing of a district that is not shared with it. Who may share does so:");
    (without.isEmpty() ? List.of("ID") : without.stream().map(DistrictKey::value).toList())
        .stream()
            .limit(DISTRICTS_TOLD)
            .map(
                "./rollbook share %s --district %%s --all".formatted(learn.about().name())
                    ::formatted)
            .forEach(command -> console().line("  %s", typed(command)));
    if (without.size() > DISTRICTS_TOLD) {
      console().line("  and %d districts more.", without.size() - DISTRICTS_TOLD);
    }
  }

  /** Both servers stand behind the same proxies. */
  private Listening listening(Node node, int wanted) {
    var bound = bound();
    return new Listening(FreePort.or(wanted, bound), bound, node.trustedProxies());
  }

  private InetAddress bound() {
    try {
      return InetAddress.getByName(address);
    } catch (UnknownHostException e) {
      throw new UsageError("'%s' is no address of this machine.".formatted(address));
    }
  }
}
