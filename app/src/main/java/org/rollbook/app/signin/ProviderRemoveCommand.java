package org.rollbook.app.signin;

import org.rollbook.app.commands.NodeCommand;
import org.rollbook.app.commands.Session;
import org.rollbook.app.console.ExitCode;
import org.rollbook.hub.node.Node;
import org.rollbook.registry.intake.DistrictKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code provider remove}. */
@Command(name = "remove", description = "People sign in with the district's provider no more.")
public final class ProviderRemoveCommand extends NodeCommand {
  @Option(names = "--district", required = true, paramLabel = "ID", description = "The district.")
  private String district = "";

  public ProviderRemoveCommand(Session session) {
    super(session);
  }

  @Override
  protected int run(Node node) {
    node.signIn(0).providers().remove(new DistrictKey(district));
    if (json()) {
      console()
          .json(json -> {
            json.writeStartObject();
            json.writeStringProperty("district", district);
            json.writeEndObject();
          });
    } else {
      console().line("People of %s sign in with its provider no more.", district);
    }
    return ExitCode.DONE;
  }
}
