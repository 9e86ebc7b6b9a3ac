package org.rollbook.app;

import org.rollbook.app.console.Console;
import org.rollbook.app.console.Interruption;

/** Where the launcher comes in. */
public final class Main {
  private Main() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    System.exit(exitCode(arguments));
  }

  private static int exitCode(String... arguments) {
    try (var interruption = Interruption.ofProcess()) {
      return new CommandLineApp(Console.system(), System.getenv(), interruption).run(arguments);
    }
  }
}
