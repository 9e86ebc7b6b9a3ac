package org.rollbook.app.sharing;

import java.util.List;
import org.rollbook.app.commands.NodeCommand;
import org.rollbook.app.commands.Session;
import org.rollbook.app.console.ExitCode;
import org.rollbook.app.console.Table;
import org.rollbook.hub.node.Node;
import org.rollbook.registry.intake.DistrictKey;
import org.rollbook.registry.sharing.App;
import org.rollbook.registry.sharing.DistrictToken;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code app tokens}: shows the tokens of an app, or makes one void. */
@Command(
    name = "tokens",
    description = "An app's district tokens; with --rotate the district's is void and made anew.")
public final class AppTokensCommand extends NodeCommand {
  @Parameters(paramLabel = "APP", description = "The app's name, client id or id.")
  private String app = "";

  @Option(names = "--rotate", paramLabel = "ID", description = "The district whose token to renew.")
  private String rotate = "";

  public AppTokensCommand(Session session) {
    super(session);
  }

  @Override
  protected int run(Node node) {
    App of = KnownApps.find(node, app);
    if (!rotate.isEmpty()) {
      node.sharing().rotate(of.id(), new DistrictKey(rotate));
    }
    tell(node.sharing().tokens(of.id()));
    return ExitCode.DONE;
  }

  private void tell(List<DistrictToken> tokens) {
    if (json()) {
      console()
          .json(json -> {
            json.writeStartArray();
            for (DistrictToken token : tokens) {
              json.writeStartObject();
              json.writeStringProperty("district", token.district().value());
              json.writeStringProperty("id", token.record().hex());
              json.writeStringProperty("token", token.token());
              json.writeEndObject();
            }
            json.writeEndArray();
          });
      return;
    }
    var table = new Table("district", "id", "token");
    tokens.forEach(token -> table.row(token.district(), token.record().hex(), token.token()));
    table.print(console(), "");
  }
}
