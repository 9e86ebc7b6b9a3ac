package org.rollbook.app;

import static org.assertj.core.api.Assertions.assertThat;

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
