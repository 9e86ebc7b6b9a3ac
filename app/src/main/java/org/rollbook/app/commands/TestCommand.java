package org.rollbook.app.commands;

import org.rollbook.app.console.UsageError;
import picocli.CommandLine.Command;

/** {@code test} is the launcher's own: it stands here for the help. */
@Command(
    name = "test",
    mixinStandardHelpOptions = true,
    description = "Builds everything and runs all tests.")
public final class TestCommand implements Runnable {
  @Override
  public void run() {
    throw new UsageError("'test' is done by the launcher: type ./rollbook test at the root.");
  }
}
