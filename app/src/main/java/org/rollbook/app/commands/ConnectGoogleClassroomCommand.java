package org.rollbook.app.commands;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.rollbook.app.console.ExitCode;
import org.rollbook.app.console.UsageError;
import org.rollbook.core.guard.PlanLimits;
import org.rollbook.core.reconcile.Policy;
import org.rollbook.hub.node.Node;
import org.rollbook.sync.connections.ConnectionId;
import org.rollbook.sync.connections.NewConnection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code connect google-classroom}. */
@Command(
    name = "google-classroom",
    description = "Joins a district to its Google Classroom, and prints the connection's id.")
public final class ConnectGoogleClassroomCommand extends NodeCommand {
  @Option(names = "--district", required = true, paramLabel = "ID", description = "The district.")
  private String district = "";

  @Option(
      names = "--service-account",
      required = true,
      paramLabel = "FILE",
      description = "The service account's key file, as Google gave it.")
  private Path keyFile = Path.of("");

  @Option(
      names = "--admin",
      required = true,
      paramLabel = "EMAIL",
      description = "The super administrator in whose name calls are made.")
  private String administrator = "";

  @Option(
      names = "--root-url",
      paramLabel = "URL",
      description = "Where the API is, when not at Google: an emulator.")
  private Optional<String> rootUrl = Optional.empty();

  @Option(
      names = "--grace-days",
      paramLabel = "N",
      defaultValue = "7",
      description = "Days between a section's leaving and the end of its class (${DEFAULT-VALUE}).")
  private int graceDays;

  @Option(
      names = "--calls-per-minute",
      paramLabel = "N",
      description = "How many calls to make at most, within Google's quota.")
  private Optional<Integer> callsPerMinute = Optional.empty();

  public ConnectGoogleClassroomCommand(Session session) {
    super(session);
  }

  @Override
  protected int run(Node node) throws IOException, InterruptedException {
    var wanted =
        new NewConnection(
            district,
            Node.GOOGLE_CLASSROOM,
            administrator,
            key(),
            rootUrl.map(ConnectGoogleClassroomCommand::root),
            Policy.COOPERATIVE,
            graceDays,
            callsPerMinute,
            PlanLimits.USUAL);
    var id = node.connect(wanted);
    tell(id, node.sync().check(id));
    return ExitCode.DONE;
  }

  private String key() throws IOException {
    if (!Files.isRegularFile(keyFile)) {
      throw new UsageError(
          "There is no file %s; --service-account names the key file.".formatted(keyFile));
    }
    return Files.readString(keyFile);
  }

  private static URI root(String text) {
    if (!text.matches("https?://[^\\s?#]+")) {
      throw new UsageError("'%s' is no address like http://127.0.0.1:8085/".formatted(text));
    }
    return URI.create(text.endsWith("/") ? text : text + "/");
  }

  private void tell(ConnectionId id, Optional<String> missing) {
    if (json()) {
      console()
          .json(json -> {
            json.writeStartObject();
            json.writeStringProperty("connection", id.toString());
            json.writeStringProperty("missing", missing.orElse(""));
            json.writeEndObject();
          });
      return;
    }
    console().line("%s  %s to Google Classroom as %s", id, district, administrator);
    if (missing.isPresent()) {
      console().gap();
      console().line("It does not work yet:");
      console().line("%s", missing.get());
      console().gap();
      console().line("When that is done:  %s", typed("rollbook doctor"));
    } else {
      console().line("It works. Next:  %s", typed("rollbook plan " + id));
    }
  }
}
