package org.rollbook.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.rollbook.sources.generator.DistrictGenerator;
import org.rollbook.sources.generator.GeneratorSettings;

/** {@code rollbook sync} as a process that somebody stops, and what it says meanwhile. */
@ExtendWith(SharedHome.class)
class StoppedProcessTest {
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
    try (var emulator = EmulatedGoogle.withQuota()) {
      EmulatedGoogle.open(emulator, district.accounts());
      connection =
          rollbook.connects("stopped", EmulatedGoogle.key(emulator, folder), emulator.rootUrl());
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

  private Process start(Path home, Object... arguments) throws IOException {
    return OwnProcess.of(home, arguments)
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
}
