package org.rollbook.app.commands;

import java.io.IOException;
import org.rollbook.app.console.ExitCode;
import org.rollbook.app.console.UsageError;
import org.rollbook.app.console.Words;
import org.rollbook.hub.node.Node;
import org.rollbook.sync.connections.ConnectionId;
import org.rollbook.sync.connections.KeptOfConnection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code disconnect}: forgets a connection, and leaves its classes alone. */
@Command(
    name = "disconnect",
    description =
        "Removes a connection with all that is known of its classes: the baseline, kept changes and"
            + " runs. The classes at the target stay as they are.")
public final class DisconnectCommand extends NodeCommand {
  @Parameters(paramLabel = "CONNECTION", description = "As in c1.")
  private String connection = "";

  @Option(names = "--yes", description = "Without being asked.")
  private boolean yes;

  public DisconnectCommand(Session session) {
    super(session);
  }

  @Override
  protected int run(Node node) throws IOException {
    var id = ConnectionId.parse(connection);
    var lost = node.sync().kept(id);
    if (!yes) {
      confirm(node, id, lost);
    }
    node.sync().disconnect(id);
    tell(id, lost);
    return ExitCode.DONE;
  }

  private void confirm(Node node, ConnectionId id, KeptOfConnection lost) throws IOException {
    var of = node.connections().get(id);
    console()
        .aside(
            """
            %s joins %s to %s as %s.
            Lost for good: %s.
            The classes stay as they are. The plan of a connection that is made anew lists them as \
            new; its first sync finds them instead, adopts them as they are, and takes nobody out \
            of them.\
            """
                .formatted(id, of.districtKey(), of.target(), of.administrator(), says(lost)));
    if (json() || !console().asked("Type %s to remove it: ".formatted(id)).equals(id.toString())) {
      throw new UsageError(
          "%s was not removed. To remove it without being asked:  %s"
              .formatted(id, typed("rollbook disconnect --yes " + id)));
    }
  }

  private static String says(KeptOfConnection lost) {
    var begun =
        lost.unfinished() == 0
            ? ""
            : ", of which %s not over".formatted(lost.unfinished() == 1 ? "one is" : "some are");
    return "what was agreed on %s, %s and %s%s"
        .formatted(
            Words.count(lost.classes(), "class", "classes"),
            Words.count(lost.keptChanges(), "kept change"),
            Words.count(lost.runs(), "run"),
            begun);
  }

  private void tell(ConnectionId id, KeptOfConnection lost) {
    if (json()) {
      console()
          .json(json -> {
            json.writeStartObject();
            json.writeStringProperty("connection", id.toString());
            json.writeStringProperty("status", "removed");
            json.writeObjectPropertyStart("lost");
            json.writeNumberProperty("classes", lost.classes());
            json.writeNumberProperty("keptChanges", lost.keptChanges());
            json.writeNumberProperty("runs", lost.runs());
            json.writeEndObject();
            json.writeEndObject();
          });
      return;
    }
    console().line("%s removed: %s.", id, says(lost));
    console().line("The classes stay as they are.");
  }
}
