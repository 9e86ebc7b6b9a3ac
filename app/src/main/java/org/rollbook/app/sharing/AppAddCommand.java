package org.rollbook.app.sharing;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.rollbook.app.commands.NodeCommand;
import org.rollbook.app.commands.Session;
import org.rollbook.app.console.ExitCode;
import org.rollbook.app.console.UsageError;
import org.rollbook.core.share.SharedField;
import org.rollbook.hub.node.Node;
import org.rollbook.registry.sharing.NewApp;
import org.rollbook.registry.sharing.Registered;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code app add}. */
@Command(
    name = "add",
    description = "Registers an app, and prints its client id and its secret, this once.")
public final class AppAddCommand extends NodeCommand {
  @Parameters(paramLabel = "NAME", description = "What people call it.")
  private String name = "";

  @Option(
      names = "--redirect",
      paramLabel = "URI",
      description = "Where sign-in sends people back to, exactly; repeatable, the first is usual.")
  private List<String> redirects = List.of();

  @Option(
      names = "--login-only",
      description = "People sign in with it, and it gets no district's data.")
  private boolean loginOnly;

  @Option(
      names = "--require",
      paramLabel = "FIELD",
      split = ",",
      description = "Sensitive fields that it cannot do without: ${COMPLETION-CANDIDATES}.",
      completionCandidates = FieldWords.class)
  private List<String> required = List.of();

  @Option(
      names = "--optional",
      paramLabel = "FIELD",
      split = ",",
      description =
          "Sensitive fields that a district may refuse; all, if neither is said; or none.")
  private List<String> optional = List.of();

  public AppAddCommand(Session session) {
    super(session);
  }

  @Override
  protected int run(Node node) {
    var app =
        new NewApp(
            name,
            redirects.stream().map(AppAddCommand::address).toList(),
            loginOnly,
            FieldWords.fields(required),
            optionalFields());
    tell(node.apps().register(app));
    return ExitCode.DONE;
  }

  private SortedSet<SharedField> optionalFields() {
    if (optional.equals(List.of("none"))) {
      return new TreeSet<>();
    }
    if (optional.isEmpty() && required.isEmpty()) {
      return new TreeSet<>(List.of(SharedField.values()));
    }
    return FieldWords.fields(optional);
  }

  private static URI address(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw new UsageError("'%s' is no address: %s.".formatted(text, e.getReason()));
    }
  }

  private void tell(Registered registered) {
    if (json()) {
      console()
          .json(json -> {
            json.writeStartObject();
            json.writeStringProperty("app", registered.app().id().toString());
            json.writeStringProperty("clientId", registered.app().clientId());
            json.writeStringProperty("clientSecret", registered.clientSecret());
            json.writeEndObject();
          });
      return;
    }
    console().line("%s  %s", registered.app().id(), name);
    console().line("client id      %s", registered.app().clientId());
    console().line("client secret  %s", registered.clientSecret());
    console().line("The secret is shown this once; only its digest is kept.");
    console().gap();
    console().line("Next:  %s", typed("rollbook share \"%s\" --district ID --all".formatted(name)));
  }
}
