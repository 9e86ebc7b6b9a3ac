package org.rollbook.app;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What {@code rollbook} alone does: say what it can do. */
@Command(
    name = "rollbook",
    mixinStandardHelpOptions = true,
    version = "rollbook 0.1.0",
    description = "Keeps Google Classroom in step with a school district's roster.",
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands:%n",
    footer = {
      "",
      "Start with:  rollbook demo",
      "Every command has --help; 'rollbook help COMMAND' shows it too. Exit codes: 0 done, 1 failed,",
      "2 usage, 3 held for approval, 130 and 143 interrupted."
    })
final class RollbookCommand implements Runnable {
  @Option(
      names = "--home",
      paramLabel = "DIR",
      description = "The node's home directory, here or after the command.")
  private Optional<Path> home = Optional.empty();

  @Spec private CommandSpec spec = CommandSpec.create();

  Optional<Path> home() {
    return home;
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
