package org.rollbook.app.signin;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.rollbook.app.commands.NodeCommand;
import org.rollbook.app.commands.Session;
import org.rollbook.app.console.ExitCode;
import org.rollbook.app.console.SecretFile;
import org.rollbook.app.console.UsageError;
import org.rollbook.hub.node.Node;
import org.rollbook.hub.signin.NewProvider;
import org.rollbook.registry.intake.DistrictKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code provider set}. */
@Command(name = "set", description = "Lets a district's people sign in with its OpenID provider.")
public final class ProviderSetCommand extends NodeCommand {
  @Option(names = "--district", required = true, paramLabel = "ID", description = "The district.")
  private String district = "";

  @Option(
      names = "--name",
      required = true,
      paramLabel = "NAME",
      description = "What the button says, as in Google.")
  private String name = "";

  @Option(
      names = "--issuer",
      required = true,
      paramLabel = "URL",
      description = "As in https://accounts.google.com.")
  private String issuer = "";

  @Option(
      names = "--client-id",
      required = true,
      paramLabel = "ID",
      description = "As registered at the provider.")
  private String clientId = "";

  @Option(
      names = "--secret-file",
      required = true,
      paramLabel = "FILE",
      description = "A file with the client secret; it is stored sealed, the file can go.")
  private Path secret = Path.of("");

  @Option(
      names = "--own-directory",
      description = "Only the district makes accounts there, so every e-mail counts as verified.")
  private boolean ownDirectory;

  @Option(
      names = "--port",
      paramLabel = "P",
      defaultValue = "8080",
      description = "Where the server listens, unless rollbook.yml has a public-url.")
  private int port;

  public ProviderSetCommand(Session session) {
    super(session);
  }

  @Override
  protected int run(Node node) throws IOException {
    var providers = node.signIn(port).providers();
    providers.set(
        new DistrictKey(district),
        new NewProvider(name, address(), clientId, SecretFile.read(secret), ownDirectory));
    if (json()) {
      console()
          .json(json -> {
            json.writeStartObject();
            json.writeStringProperty("returnAddress", providers.returnAddress().toString());
            json.writeEndObject();
          });
    } else {
      console().line("People of %s can sign in with %s.", district, name);
      console().line("Register this return address there:  %s", providers.returnAddress());
    }
    return ExitCode.DONE;
  }

  private URI address() {
    try {
      return URI.create(issuer);
    } catch (IllegalArgumentException e) {
      throw new UsageError("'%s' is no address like https://accounts.google.com".formatted(issuer));
    }
  }
}
