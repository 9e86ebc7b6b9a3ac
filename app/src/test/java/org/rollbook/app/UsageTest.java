package org.rollbook.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollbook.app.console.Console;
import org.rollbook.app.console.Interruption;
import picocli.CommandLine;

/** What needs no database: help, and what is wrong with what was typed. */
class UsageTest {
  @TempDir private Path folder = Path.of("");

  private TypedCommands rollbook() {
    return new TypedCommands(folder.resolve("home"));
  }

  @Test
  void aloneItSaysWhatItCanDo() {
    var answer = rollbook().succeeds();
    assertThat(answer.out())
        .contains("demo", "test", "serve", "generate", "import", "connect", "plan", "sync")
        .contains("runs", "run", "approve", "discard", "emulator", "doctor", "bench");
    assertThat(folder.resolve("home")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "demo",
        "test",
        "serve",
        "generate",
        "import",
        "connect",
        "plan",
        "sync",
        "runs",
        "run",
        "approve",
        "disconnect",
        "discard",
        "emulator",
        "doctor",
        "share",
        "unshare",
        "invite"
      })
  void everyCommandHasHelp(String command) {
    var answer = rollbook().succeeds(command, "--help");
    assertThat(answer.out()).startsWith("Usage: rollbook " + command);
    assertThat(folder.resolve("home")).doesNotExist();
  }

  /** What has commands below it does nothing by itself. */
  @Test
  void everyCommandTakesAHomeAndHasADocumentAndHelp() {
    var console =
        new Console(OutputStream.nullOutputStream(), OutputStream.nullOutputStream(), false);
    var app = new CommandLineApp(console, Map.of(), Interruption.unheard());
    var commands = doing(app.commands(), List.of());
    assertThat(commands).hasSizeGreaterThan(20).contains(List.of("bench"), List.of("app", "add"));
    for (var command : commands) {
      var typed = new ArrayList<Object>(command);
      typed.add("--help");
      assertThat(rollbook().succeeds(typed.toArray()).out())
          .as("%s", command)
          .contains("--help", "--json", "--home");
    }
    assertThat(rollbook().succeeds("demo", "--help").out().replaceAll("\\s+", " "))
        .contains("--json is only of this");
  }

  private static List<List<String>> doing(CommandLine line, List<String> words) {
    if (line.getSubcommands().isEmpty()) {
      return List.of(words);
    }
    return line.getSubcommands().entrySet().stream()
        .flatMap(below ->
            doing(
                below.getValue(), Stream.concat(words.stream(), Stream.of(below.getKey())).toList())
                .stream())
        .toList();
  }

  @Test
  void theBenchmarksTakeAHomeBeforeAndAfter() {
    assertThat(rollbook().succeeds("--home", folder, "bench", "--help").out()).contains("--home");
    assertThat(rollbook().succeeds("bench", "--home", folder, "--help").out()).contains("--home");
    assertThat(rollbook().type("bench", "--home").exit()).isEqualTo(2);
  }

  @Test
  void theBenchmarksTakeTheHomeOfTheEnvironment() throws IOException {
    var file = Files.createFile(folder.resolve("no folder"));
    var answer = new TypedCommands(file).type("bench", "--students", "100");
    assertThat(answer.exit()).isEqualTo(1);
    assertThat(answer.err()).contains("no folder");
  }

  @Test
  void connectingToGoogleClassroomHasHelp() {
    assertThat(rollbook().succeeds("connect", "google-classroom", "--help").out())
        .contains("--service-account", "--admin", "--root-url", "--grace-days");
  }

  @Test
  void theBenchmarksSayWhatTheyTake() {
    assertThat(rollbook().succeeds("bench", "--help").out()).contains("--students");
    var refused = rollbook().type("bench", "--students", "none", "--json");
    assertThat(refused.exit()).isEqualTo(2);
    assertThat(refused.json().at("/error/message").asString())
        .contains("not 'none'", "bench --help");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no-such-command",
        "import",
        "import --district d",
        "plan",
        "plan 12",
        "sync r1",
        "run c1",
        "approve x",
        "generate",
        "generate --students many --out x",
        "connect",
        "connect google-classroom --district d",
        "plan c1 --no-such-option",
        "import --district d no-such-folder",
        "test",
        "test --json=maybe",
        "generate --students 100 --days 2 --broken 2:empty-sections --out x",
        "generate --students 100 --rollover 1 --out x",
        "emulator --port 70000",
        "runs --last 0",
        "serve --port 70000"
      })
  void whatCannotBeMeantIsUsage(String typed) {
    var answer = rollbook().type((Object[]) typed.split(" ", -1));
    assertThat(answer.exit()).isEqualTo(2);
    assertThat(answer.out()).isEmpty();
    assertThat(answer.err()).startsWith("rollbook: ").doesNotContain("\tat ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "emulator --port abc | --port takes a whole number, as in 8085, not 'abc'.",
        "generate --out x --first-day yesterday | --first-day takes a date, as in 2026-09-08, not 'yesterday'.",
        "generate --out x --with-email most | --with-email takes a number, as in 1, not 'most'.",
        "generate --out x --rollover two | --rollover takes a whole number, as in 10, not 'two'.",
        "limits district d --deleted 5.5 | --deleted takes a whole number, as in 10, not '5.5'.",
        "emulator --domain x_y | 'x_y' is no domain; write one like school.example.",
      })
  void aWrongValueIsToldWithARightOne(String typed, String says) {
    var answer = rollbook().type((Object[]) typed.split(" ", -1));
    assertThat(answer.exit()).isEqualTo(2);
    assertThat(answer.err()).startsWith("rollbook: " + says);
  }

  @Test
  void helpIsACommandToo() {
    assertThat(rollbook().succeeds("help").out()).isEqualTo(rollbook().succeeds("--help").out());
    assertThat(rollbook().succeeds("help", "import").out()).startsWith("Usage: rollbook import");
    assertThat(rollbook().succeeds("help", "connect", "google-classroom").out())
        .contains("--service-account");
    assertThat(rollbook().succeeds("help", "help").out()).startsWith("Usage: rollbook");
    assertThat(rollbook().succeeds("--home", folder, "help", "import").out())
        .startsWith("Usage: rollbook import");
    assertThat(rollbook().type("help", "no-such-command").exit()).isEqualTo(2);
  }

  @Test
  void whatIsNoKeyOfTheEmulatorIsUsage() throws IOException {
    for (String text : List.of("no JSON", "{}", "[]", "{\"private_key\": 7}")) {
      var file = Files.writeString(folder.resolve("key"), text);
      var answer = rollbook().type("emulator", "--port", 0, "--key", file);
      assertThat(answer.exit()).as(text).isEqualTo(2);
      assertThat(answer.err()).contains("is no key of the emulator; name another file with --key");
    }
    assertThat(rollbook().type("emulator", "--port", 0, "--key", folder).err())
        .contains("is a folder");
  }

  @Test
  void aHomeThatIsAFileAndAMissingPasswordFileAreToldWithTheReason() throws IOException {
    var file = Files.createFile(folder.resolve("a file"));
    assertThat(rollbook().type("runs", "--home", file).err())
        .contains("cannot be made: there is a file of that name. Choose another with --home.");
    var home = Files.createDirectories(folder.resolve("home"));
    Files.writeString(
        home.resolve("rollbook.yml"),
        "database:\n  url: jdbc:postgresql://127.0.0.1:1/none\n  password-file: lost\n");
    assertThat(rollbook().type("runs").err()).contains("lost cannot be read: it does not exist.");
  }

  @Test
  void anInterruptedGenerationLeavesNothingBehind() throws Exception {
    for (boolean fresh : List.of(true, false)) {
      var out = folder.resolve("stopped-" + fresh);
      if (!fresh) {
        Files.createDirectory(out);
      }
      var interruption = Interruption.unheard();
      var stopping = Thread.ofVirtual().start(() -> stopWhenBegun(out, interruption));
      var err = new ByteArrayOutputStream();
      var console = new Console(OutputStream.nullOutputStream(), err, false);
      int exit =
          new CommandLineApp(console, Map.of(), interruption)
              .run("generate", "--students", "2000", "--days", "1000", "--out", out.toString());
      assertThat(Thread.interrupted()).isTrue();
      stopping.join();
      assertThat(exit).isEqualTo(1);
      assertThat(err.toString(UTF_8)).contains("Interrupted.");
      assertThat(Files.exists(out)).isEqualTo(!fresh);
      assertThat(rollbook().type("generate", "--students", 100, "--out", out).exit()).isZero();
    }
  }

  private static void stopWhenBegun(Path out, Interruption interruption) {
    while (!Files.exists(out.resolve("day-002/students.csv"))) {
      Thread.onSpinWait();
    }
    interruption.come();
  }

  @Test
  void usageIsOneDocumentForScripts() {
    var answer = rollbook().type("plan", "twelve", "--json");
    assertThat(answer.exit()).isEqualTo(2);
    assertThat(answer.json().at("/error/kind").asString()).isEqualTo("usage");
    assertThat(answer.json().at("/error/message").asString()).contains("twelve");
  }

  @Test
  void unknownSettingsAreRefusedWithTheKnownOnes() throws Exception {
    var home = Files.createDirectories(folder.resolve("home"));
    Files.writeString(home.resolve("rollbook.yml"), "database:\n  adress: x\n");
    var answer = rollbook().type("runs", "--json");
    assertThat(answer.exit()).isEqualTo(1);
    assertThat(answer.json().at("/error/kind").asString()).isEqualTo("settings");
    assertThat(answer.json().at("/error/message").asString())
        .contains("adress", "url, user, password, password-file");
  }

  @Test
  void aDatabaseThatIsNotThereIsAnOutsideFailure() throws Exception {
    var home = Files.createDirectories(folder.resolve("home"));
    Files.writeString(
        home.resolve("rollbook.yml"),
        "database:\n  url: jdbc:postgresql://127.0.0.1:1/none\n  password: sesame\n");
    var answer = rollbook().type("runs");
    assertThat(answer.exit()).isEqualTo(1);
    assertThat(answer.err()).contains("127.0.0.1:1").doesNotContain("sesame", "\tat ");
  }

  @Test
  void generateWritesADistrictWithoutAnyDatabase() {
    var out = folder.resolve("days");
    var answer =
        rollbook().succeeds("generate", "--students", 100, "--days", 2, "--out", out, "--json");
    assertThat(answer.json().path("days").size()).isEqualTo(2);
    assertThat(out.resolve("day-001/students.csv")).exists();
    assertThat(folder.resolve("home")).doesNotExist();
    assertThat(rollbook().type("generate", "--out", out).exit()).isEqualTo(2);
  }
}
