package org.rollbook.app.commands;

import org.rollbook.app.console.UsageError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code test} is the launcher's own: it stands here for the help. */
@Command(
    name = "test",
    description = "Builds everything and runs all tests, each in a home directory of its own.")
@SuppressWarnings("UnusedVariable") // Its options are the launcher's; here they are told of.
public final class TestCommand implements Runnable {
  @Mixin private CommonOptions options = new CommonOptions();

  @Override
  public void run() {
    throw new UsageError("'test' is done by the launcher: type ./rollbook test at the root.");
  }
}
