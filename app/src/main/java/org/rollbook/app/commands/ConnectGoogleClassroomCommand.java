package org.rollbook.app.commands;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.rollbook.app.console.ExitCode;
import org.rollbook.app.console.Trouble;
import org.rollbook.app.console.UsageError;
import org.rollbook.core.guard.PlanLimits;
import org.rollbook.core.reconcile.Policy;
import org.rollbook.hub.node.Node;
import org.rollbook.sync.connections.Connected;
import org.rollbook.sync.connections.ConnectionId;
import org.rollbook.sync.connections.NewConnection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code connect google-classroom}: a second time it renews what is there. */
@Command(
    name = "google-classroom",
    description =
        "Joins a district to its Google Classroom, and prints the connection's id. Where it is"
            + " joined already, the administrator, the key and the options that are given replace"
            + " the former ones, and all else stays.")
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
      description =
          "Days between a section's leaving and the end of its class ("
              + NewConnection.USUAL_GRACE_DAYS
              + ", or as they were).")
  private Optional<Integer> graceDays = Optional.empty();

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
            administrator.strip(),
            key(),
            rootUrl.map(ConnectGoogleClassroomCommand::root),
            Policy.COOPERATIVE,
            graceDays,
            callsPerMinute,
            PlanLimits.USUAL);
    var connected = node.connect(wanted);
    var missing = missing(node, connected.id());
    if (json()) {
      document(connected, missing);
    } else {
      text(connected, missing);
    }
    return missing.isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
  }

  private static Optional<String> missing(Node node, ConnectionId id) throws InterruptedException {
    try {
      return node.sync().check(id);
    } catch (RuntimeException e) {
      // The connection is there all the same, and has to be told of.
      return Optional.of(Trouble.of(e).message());
    }
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

  private void document(Connected connected, Optional<String> missing) {
    console()
        .json(json -> {
          json.writeStartObject();
          json.writeStringProperty("connection", connected.id().toString());
          json.writeBooleanProperty("renewed", connected.renewed());
          json.writeStringProperty("missing", missing.orElse(""));
          json.writeEndObject();
        });
  }

  private void text(Connected connected, Optional<String> missing) {
    var id = connected.id();
    console()
        .line(
            "%s  %s to Google Classroom as %s",
            connected.renewed() ? id + " renewed" : id, district, administrator.strip());
    if (connected.renewed()) {
      console().line("What it knows of its classes, its runs and limits are as they were.");
    }
    if (missing.isPresent()) {
      doesNotWork(id, missing.get());
    } else {
      console().line("It works. Next:  %s", typed("rollbook plan " + id));
    }
  }

  private void doesNotWork(ConnectionId id, String missing) {
    console().gap();
    console().line("It is kept, but does not work yet:");
    console().line("%s", missing);
    console().gap();
    console().line("If something was mistyped, the same command with what is right renews %s.", id);
    console().line("When the above is done:     %s", typed("rollbook doctor"));
    console().line("If its domain is wrong:     %s", typed("rollbook disconnect " + id));
  }
}
