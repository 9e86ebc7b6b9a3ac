package org.rollbook.app.commands;

import java.util.concurrent.Callable;
import org.rollbook.app.console.Console;
import org.rollbook.app.console.Interruption;
import org.rollbook.hub.node.Node;
import picocli.CommandLine.Mixin;

/** A command that works on a node, which is closed when it is over. */
public abstract class NodeCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private CommonOptions options = new CommonOptions();

  protected NodeCommand(Session session) {
    this.session = session;
  }

  @Override
  public final Integer call() throws Exception {
    try (var node = session.open(options.home())) {
      return run(node);
    }
  }

  /**
   * Does it.
   *
   * @return the exit code
   */
  protected abstract int run(Node node) throws Exception;

  /** Where to write. */
  protected final Console console() {
    return session.console();
  }

  /** Ctrl-C. */
  protected final Interruption interruption() {
    return session.interruption();
  }

  /** Whether a script reads the answer. */
  protected final boolean json() {
    return options.json();
  }

  /** How another command on the same node is typed. */
  protected final String typed(String command) {
    return session.named(options.home()).map(home -> command + " --home " + home).orElse(command);
  }
}
