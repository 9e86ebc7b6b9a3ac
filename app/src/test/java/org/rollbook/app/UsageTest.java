package org.rollbook.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  @Test
  void connectingToGoogleClassroomHasHelp() {
    assertThat(rollbook().succeeds("connect", "google-classroom", "--help").out())
        .contains("--service-account", "--admin", "--root-url", "--grace-days");
  }

  @Test
  void theBenchmarksSayWhatTheyTake() {
    assertThat(rollbook().succeeds("bench", "--help").out()).contains("--students");
    assertThat(rollbook().type("bench", "--students", "none").exit()).isEqualTo(2);
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
