package org.rollbook.app;

import org.rollbook.app.console.Console;

/** Where the launcher comes in. */
public final class Main {
  private Main() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    System.exit(new CommandLineApp(Console.system(), System.getenv()).run(arguments));
  }
}
