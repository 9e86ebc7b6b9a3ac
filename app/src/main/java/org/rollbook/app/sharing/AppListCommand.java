package org.rollbook.app.sharing;

import java.net.URI;
import java.util.List;
import org.rollbook.app.commands.NodeCommand;
import org.rollbook.app.commands.Session;
import org.rollbook.app.console.ExitCode;
import org.rollbook.app.console.Table;
import org.rollbook.hub.node.Node;
import org.rollbook.registry.sharing.App;
import picocli.CommandLine.Command;
import tools.jackson.core.JsonGenerator;

/** {@code app list}. */
@Command(
    name = "list",
    description = "The registered apps, and the districts that share with them.")
public final class AppListCommand extends NodeCommand {
  public AppListCommand(Session session) {
    super(session);
  }

  private record Row(App app, List<String> districts) {
    static Row of(Node node, App app) {
      return new Row(
          app,
          node.districts().stream()
              .filter(district -> node.sharing().shareOf(app.id(), district).isPresent())
              .map(Object::toString)
              .toList());
    }
  }

  @Override
  protected int run(Node node) {
    var rows = node.apps().all().stream().map(app -> Row.of(node, app)).toList();
    if (json()) {
      console().json(json -> document(json, rows));
    } else if (rows.isEmpty()) {
      console().line("No app yet:  %s", typed("rollbook app add NAME"));
    } else {
      var table = new Table("app", "name", "client id", "kind", "shared by");
      for (Row row : rows) {
        table.row(
            row.app.id(),
            row.app.about().name(),
            row.app.clientId(),
            row.app.about().loginOnly() ? "sign-in only" : "rostering",
            String.join(", ", row.districts));
      }
      table.print(console(), "");
    }
    return ExitCode.DONE;
  }

  private static void document(JsonGenerator json, List<Row> rows) {
    json.writeStartArray();
    for (Row row : rows) {
      json.writeStartObject();
      json.writeStringProperty("app", row.app.id().toString());
      json.writeStringProperty("name", row.app.about().name());
      json.writeStringProperty("clientId", row.app.clientId());
      json.writeBooleanProperty("loginOnly", row.app.about().loginOnly());
      array(json, "redirects", row.app.about().redirectUris().stream().map(URI::toString).toList());
      array(json, "districts", row.districts);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void array(JsonGenerator json, String name, List<String> values) {
    json.writeArrayPropertyStart(name);
    values.forEach(json::writeString);
    json.writeEndArray();
  }
}
