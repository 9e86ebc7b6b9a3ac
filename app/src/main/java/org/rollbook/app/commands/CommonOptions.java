package org.rollbook.app.commands;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options that every command has. */
@SuppressWarnings("UnusedVariable") // --help and --verbose are asked for where arguments are read.
public final class CommonOptions {
  @Option(
      names = "--home",
      paramLabel = "DIR",
      description = "The node's home directory (ROLLBOOK_HOME, else ./rollbook-home).")
  private Optional<Path> home = Optional.empty();

  @Option(names = "--json", description = "One JSON document on standard output, nothing else.")
  private boolean json;

  @Option(names = "--verbose", description = "With a failure, everything that led to it.")
  private boolean verbose;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "This help.")
  private boolean help;

  /** The home directory, if one was named. */
  public Optional<Path> home() {
    return home;
  }

  /** Whether a script reads the answer. */
  public boolean json() {
    return json;
  }
}
