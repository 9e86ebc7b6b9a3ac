package org.rollbook.app.commands;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.rollbook.app.console.Console;
import org.rollbook.app.console.Interruption;
import org.rollbook.hub.node.Node;
import org.rollbook.hub.node.NodeSettings;

/** What every command is given: where to write, and how to open the node. */
public final class Session {
  private final Console console;
  private final Map<String, String> environment;
  private final Interruption interruption;
  private final Supplier<Optional<Path>> before;

  /**
   * @param before the home directory that was named before the command
   */
  public Session(
      Console console,
      Map<String, String> environment,
      Interruption interruption,
      Supplier<Optional<Path>> before) {
    this.console = console;
    this.environment = environment;
    this.interruption = interruption;
    this.before = before;
  }

  /** Where to write. */
  public Console console() {
    return console;
  }

  /** Ctrl-C. */
  public Interruption interruption() {
    return interruption;
  }

  /**
   * The home directory: as given after or before the command, else ROLLBOOK_HOME, else
   * ./rollbook-home.
   */
  public Path home(Optional<Path> given) {
    return wanted(given).orElse(Path.of("rollbook-home"));
  }

  /** The home directory as given after or before the command, else ROLLBOOK_HOME, if there is. */
  public Optional<Path> wanted(Optional<Path> given) {
    return named(given)
        .or(() ->
            Optional.ofNullable(environment.get("ROLLBOOK_HOME"))
                .filter(home -> !home.isBlank())
                .map(Path::of));
  }

  /** The home directory, if it was named after or before the command. */
  public Optional<Path> named(Optional<Path> given) {
    return given.or(before);
  }

  /** Opens the node of a home directory. */
  public Node open(Optional<Path> home) {
    return Node.open(NodeSettings.of(home(home)));
  }
}
