package org.rollbook.app.sharing;

import org.rollbook.app.commands.NodeCommand;
import org.rollbook.app.commands.Session;
import org.rollbook.app.console.ExitCode;
import org.rollbook.hub.node.Node;
import org.rollbook.registry.intake.DistrictKey;
import org.rollbook.registry.sharing.App;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code unshare}. */
@Command(
    name = "unshare",
    description =
        "Takes a district's share back: a token of it is void, nobody signs in to the app.")
public final class UnshareCommand extends NodeCommand {
  @Parameters(paramLabel = "APP", description = "The app's name, client id or id.")
  private String app = "";

  @Option(names = "--district", required = true, paramLabel = "ID", description = "The district.")
  private String district = "";

  public UnshareCommand(Session session) {
    super(session);
  }

  @Override
  protected int run(Node node) {
    App shared = KnownApps.find(node, app);
    var key = new DistrictKey(district);
    boolean was = node.sharing().shareOf(shared.id(), key).isPresent();
    if (was) {
      node.sharing().unshare(shared.id(), key);
    }
    if (json()) {
      console()
          .json(json -> {
            json.writeStartObject();
            json.writeBooleanProperty("unshared", was);
            json.writeEndObject();
          });
    } else {
      console().line(said(was, shared.about().loginOnly()), district, shared.about().name());
    }
    return ExitCode.DONE;
  }

  /** An app for sign-in only never had a token. */
  private static String said(boolean was, boolean loginOnly) {
    if (!was) {
      return "%s shared nothing with %s; nothing was changed.";
    }
    return loginOnly
        ? "%s shares nothing with %s any more; nobody signs in to it."
        : "%s shares nothing with %s any more; the token is void.";
  }
}
