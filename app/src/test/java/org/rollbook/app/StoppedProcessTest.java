package org.rollbook.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.rollbook.emulator.ClassroomEmulator;
import org.rollbook.emulator.EmulatorSettings;
import org.rollbook.emulator.NewAccount;
import org.rollbook.sources.generator.District;
import org.rollbook.sources.generator.DistrictGenerator;
import org.rollbook.sources.generator.GeneratorSettings;

/** {@code rollbook sync} as a process that somebody stops, and what it says meanwhile. */
@ExtendWith(SharedHome.class)
class StoppedProcessTest {
  private static final String DOMAIN = "district.example";
  private static final long ENDS_WITHIN_SECONDS = 15;
  private static final int TERMINATED = 128 + 15;

  @TempDir private Path folder = Path.of("");

  @Test
  void aStoppedSyncSaysWhereTheRunStandsAndTheNextGoesOn(TypedCommands rollbook) throws Exception {
    var district = new DistrictGenerator(GeneratorSettings.of(100, 8)).first();
    district.writeCleverCsv(folder.resolve("files"));
    rollbook.succeeds("import", "--district", "stopped", folder.resolve("files"));
    String connection;
    // With Google's quotas, or it would be over before anybody can stop it.
    try (var emulator = ClassroomEmulator.start(EmulatorSettings.of(0, DOMAIN, true))) {
      connection = connect(rollbook, district, emulator);
      var sync = start(rollbook.home(), "sync", connection, "--json");
      while (emulator.calls().write() < 20) {
        Thread.sleep(20);
      }
      assertThat(stop(sync)).contains("stopping");
    }
    var run = rollbook.succeeds("runs", "--connection", connection, "--json").json().at("/runs/0");
    assertThat(Files.readString(folder.resolve("out")))
        .contains("\"status\":\"incomplete\"", "Interrupted");
    assertThat(run.path("status").asString()).isEqualTo("incomplete");
    assertThat(run.at("/operations/done").asLong()).isBetween(20L, 1_000L);
    saysWhatItWaitsFor(rollbook.home(), connection);
  }

  /** The target is gone now, and the run still to be finished. */
  private void saysWhatItWaitsFor(Path home, String connection) throws Exception {
    var again = start(home, "sync", connection);
    while (!Files.readString(folder.resolve("err")).contains("Ctrl-C is safe")) {
      assertThat(again.isAlive()).isTrue();
      Thread.sleep(20);
    }
    assertThat(stop(again))
        .contains("going on with r", "Google does not answer: connection refused at")
        .containsOnlyOnce("trying again for up to 21 s")
        .doesNotContain("\tat ");
    assertThat(Files.readString(folder.resolve("out")))
        .contains("INCOMPLETE", "To go on:  rollbook --home " + home + " sync " + connection);
  }

  private Process start(Path home, String... arguments) throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // As the launcher does: a command keeps no log.
    command.add("-Dslf4j.provider=org.slf4j.nop.NOPServiceProvider");
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of("org.rollbook.app.Main", "--home", home.toString()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .redirectOutput(folder.resolve("out").toFile())
        .redirectError(folder.resolve("err").toFile())
        .start();
  }

  /** As an init system does; what the process said beside its answer. */
  private String stop(Process process) throws Exception {
    process.destroy();
    assertThat(process.waitFor(ENDS_WITHIN_SECONDS, TimeUnit.SECONDS)).as("ended").isTrue();
    assertThat(process.exitValue()).isEqualTo(TERMINATED);
    return Files.readString(folder.resolve("err"), UTF_8);
  }

  private String connect(TypedCommands rollbook, District district, ClassroomEmulator emulator)
      throws IOException {
    district
        .accounts()
        .forEach(a ->
            emulator.addAccount(
                new NewAccount(a.email(), a.givenName(), a.familyName(), List.of())));
    var key = Files.writeString(folder.resolve("key.json"), emulator.serviceAccountKeyJson());
    return rollbook
        .succeeds(
            "connect",
            "google-classroom",
            "--district",
            "stopped",
            "--service-account",
            key,
            "--admin",
            "admin@" + DOMAIN,
            "--root-url",
            emulator.rootUrl(),
            "--json")
        .json()
        .path("connection")
        .asString();
  }
}
