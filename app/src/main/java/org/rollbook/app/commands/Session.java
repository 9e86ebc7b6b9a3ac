package org.rollbook.app.commands;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.rollbook.app.console.Console;
import org.rollbook.hub.node.Node;
import org.rollbook.hub.node.NodeSettings;

/** What every command is given: where to write, and how to open the node. */
public final class Session {
  private final Console console;
  private final Map<String, String> environment;

  public Session(Console console, Map<String, String> environment) {
    this.console = console;
    this.environment = environment;
  }

  /** Where to write. */
  public Console console() {
    return console;
  }

  /** The home directory: as given, else ROLLBOOK_HOME, else ./rollbook-home. */
  public Path home(Optional<Path> given) {
    return given
        .or(() ->
            Optional.ofNullable(environment.get("ROLLBOOK_HOME"))
                .filter(home -> !home.isBlank())
                .map(Path::of))
        .orElse(Path.of("rollbook-home"));
  }

  /** Opens the node of a home directory. */
  public Node open(Optional<Path> home) {
    return Node.open(NodeSettings.of(home(home)));
  }
}
