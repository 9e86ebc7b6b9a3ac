package org.rollbook.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.rollbook.app.commands.ApproveCommand;
import org.rollbook.app.commands.BenchCommand;
import org.rollbook.app.commands.ConnectCommand;
import org.rollbook.app.commands.ConnectGoogleClassroomCommand;
import org.rollbook.app.commands.DiscardCommand;
import org.rollbook.app.commands.DisconnectCommand;
import org.rollbook.app.commands.EmulatorCommand;
import org.rollbook.app.commands.GenerateCommand;
import org.rollbook.app.commands.ImportCommand;
import org.rollbook.app.commands.LimitsCommand;
import org.rollbook.app.commands.LimitsOfConnectionCommand;
import org.rollbook.app.commands.LimitsOfDistrictCommand;
import org.rollbook.app.commands.PlanCommand;
import org.rollbook.app.commands.RunCommand;
import org.rollbook.app.commands.RunsCommand;
import org.rollbook.app.commands.Session;
import org.rollbook.app.commands.SyncCommand;
import org.rollbook.app.commands.TestCommand;
import org.rollbook.app.console.Console;
import org.rollbook.app.console.ExitCode;
import org.rollbook.app.console.Interruption;
import org.rollbook.app.console.Trouble;
import org.rollbook.app.console.WrongValue;
import org.rollbook.app.demo.DemoCommand;
import org.rollbook.app.doctor.DoctorCommand;
import org.rollbook.app.pull.PullCleverCommand;
import org.rollbook.app.pull.PullCommand;
import org.rollbook.app.serving.ServeCommand;
import org.rollbook.app.sharing.AppAddCommand;
import org.rollbook.app.sharing.AppCommand;
import org.rollbook.app.sharing.AppListCommand;
import org.rollbook.app.sharing.AppTokensCommand;
import org.rollbook.app.sharing.ShareCommand;
import org.rollbook.app.sharing.UnshareCommand;
import org.rollbook.app.signin.InviteCommand;
import org.rollbook.app.signin.ProviderCommand;
import org.rollbook.app.signin.ProviderRemoveCommand;
import org.rollbook.app.signin.ProviderSetCommand;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** All commands on one line: reads arguments, runs the command, tells of failures. */
public final class CommandLineApp {
  private final Console console;
  private final Map<String, String> environment;
  private final Interruption interruption;

  /**
   * @param interruption of the thread that runs the command
   */
  public CommandLineApp(
      Console console, Map<String, String> environment, Interruption interruption) {
    this.console = console;
    this.environment = Map.copyOf(environment);
    this.interruption = interruption;
  }

  /** Runs the command that {@code arguments} name and returns its exit code. */
  public int run(String... arguments) {
    var line = commands();
    line.setOut(console.answerWriter());
    line.setErr(console.asideWriter());
    line.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
    line.setParameterExceptionHandler(this::misused);
    line.setExecutionExceptionHandler(this::failed);
    return line.execute(meant(line, arguments));
  }

  /** {@code help COMMAND} is what many type first, also behind the home. */
  private static String[] meant(CommandLine line, String... arguments) {
    int first = behindHome(arguments);
    if (first >= arguments.length || !arguments[first].equals("help")) {
      return arguments;
    }
    var words = new ArrayList<>(List.of(arguments).subList(first + 1, arguments.length));
    words.removeIf("help"::equals);
    // A word that is no command is answered as without help: with those that are like it.
    if (words.isEmpty() || line.getSubcommands().containsKey(words.getFirst())) {
      words.add("--help");
    }
    return words.toArray(String[]::new);
  }

  private static int behindHome(String... arguments) {
    int place = 0;
    while (place < arguments.length && arguments[place].startsWith("--home")) {
      place += arguments[place].equals("--home") ? 2 : 1;
    }
    return place;
  }

  CommandLine commands() {
    var root = new RollbookCommand();
    var session = new Session(console, environment, interruption, root::home);
    var connect = new CommandLine(new ConnectCommand());
    connect.addSubcommand(new ConnectGoogleClassroomCommand(session));
    var limits = new CommandLine(new LimitsCommand());
    limits.addSubcommand(new LimitsOfDistrictCommand(session));
    limits.addSubcommand(new LimitsOfConnectionCommand(session));
    var app = new CommandLine(new AppCommand());
    app.addSubcommand(new AppAddCommand(session));
    app.addSubcommand(new AppListCommand(session));
    app.addSubcommand(new AppTokensCommand(session));
    var provider = new CommandLine(new ProviderCommand());
    provider.addSubcommand(new ProviderSetCommand(session));
    provider.addSubcommand(new ProviderRemoveCommand(session));
    var pull = new CommandLine(new PullCommand());
    pull.addSubcommand(new PullCleverCommand(session));
    return new CommandLine(root)
        .addSubcommand(new DemoCommand(session))
        .addSubcommand(new TestCommand())
        .addSubcommand(new ServeCommand(session))
        .addSubcommand(new GenerateCommand(session))
        .addSubcommand(new ImportCommand(session))
        .addSubcommand(pull)
        .addSubcommand(connect)
        .addSubcommand(new DisconnectCommand(session))
        .addSubcommand(new PlanCommand(session))
        .addSubcommand(new SyncCommand(session))
        .addSubcommand(new RunsCommand(session))
        .addSubcommand(new RunCommand(session))
        .addSubcommand(new ApproveCommand(session))
        .addSubcommand(new DiscardCommand(session))
        .addSubcommand(limits)
        .addSubcommand(app)
        .addSubcommand(new ShareCommand(session))
        .addSubcommand(new UnshareCommand(session))
        .addSubcommand(new InviteCommand(session))
        .addSubcommand(provider)
        .addSubcommand(new EmulatorCommand(session))
        .addSubcommand(new DoctorCommand(session))
        .addSubcommand(new BenchCommand(session));
  }

  private int misused(ParameterException failure, String[] arguments) {
    boolean json = List.of(arguments).contains("--json");
    var says = WrongValue.says(failure).orElseGet(() -> String.valueOf(failure.getMessage()));
    new Trouble(Trouble.Kind.USAGE, says).tell(console, json);
    if (!json) {
      UnmatchedArgumentException.printSuggestions(failure, console.asideWriter());
      console.aside(
          "Try '%s --help'.".formatted(failure.getCommandLine().getCommandSpec().qualifiedName()));
    }
    return ExitCode.USAGE;
  }

  private int failed(Exception failure, CommandLine line, ParseResult parsed) {
    boolean json = parsed.originalArgs().contains("--json");
    // Whatever it looks like then: half of the house is closed already.
    var trouble = interruption.came() ? Trouble.INTERRUPTED : Trouble.of(failure);
    trouble.tell(console, json);
    if (parsed.originalArgs().contains("--verbose")) {
      failure.printStackTrace(console.asideWriter());
    }
    return trouble.exitCode();
  }
}
