package org.rollbook.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.rollbook.emulator.ClassroomEmulator;
import org.rollbook.emulator.Faults;
import org.rollbook.google.rules.AdministratorView;
import org.rollbook.sources.generator.DistrictGenerator;
import org.rollbook.sources.generator.GeneratorSettings;
import org.rollbook.sync.testing.DeliveredClasses;

/** R3: {@code rollbook sync} is given again while a process still runs the same connection. */
@ExtendWith(SharedHome.class)
@Timeout(120)
class SecondProcessTest {
  private static final int REFUSED = 1;
  private static final int SLOW = 500;

  @TempDir private Path folder = Path.of("");

  @Test
  void R3_one_connection_never_has_two_runs_at_once_across_processes(TypedCommands rollbook)
      throws Exception {
    var district = new DistrictGenerator(GeneratorSettings.of(100, 8)).first();
    district.writeCleverCsv(folder.resolve("files"));
    rollbook.succeeds("import", "--district", "twice", folder.resolve("files"));
    try (var emulator = EmulatedGoogle.withoutQuota()) {
      EmulatedGoogle.open(emulator, district.accounts());
      var connection =
          rollbook.connects("twice", EmulatedGoogle.key(emulator, folder), emulator.rootUrl());
      emulator.setFaults(slow());
      var first = start(rollbook.home(), connection);
      while (emulator.calls().write() == 0) {
        assertThat(first.isAlive()).isTrue();
        Thread.sleep(20);
      }
      assertRefused(rollbook, connection);
      assertThat(first.isAlive()).as("the first run, which the second was refused for").isTrue();
      emulator.setFaults(Faults.none());
      assertThat(first.waitFor(60, TimeUnit.SECONDS)).as("ended").isTrue();
      assertThat(first.exitValue()).isZero();
      assertWhole(emulator);
      var next = rollbook.succeeds("sync", connection, "--json").json();
      assertThat(next.path("status").asString()).isEqualTo("unchanged");
    }
  }

  private static void assertRefused(TypedCommands rollbook, String connection) {
    var second = rollbook.type("sync", connection, "--json");
    assertThat(second.exit()).isEqualTo(REFUSED);
    assertThat(second.json().at("/error/kind").asString()).isEqualTo("refused");
    assertThat(second.json().at("/error/message").asString())
        .isEqualTo(
            "A run of "
                + connection
                + " is under way. Nothing was started; see 'runs' and try again when it is over.");
    assertThat(rollbook.succeeds("runs", "--connection", connection, "--json").json().at("/runs"))
        .as("the second began no run")
        .hasSize(1);
  }

  private void assertWhole(ClassroomEmulator emulator) throws IOException {
    try (var view = new AdministratorView(emulator.rootUrl(), EmulatedGoogle.ADMIN)) {
      DeliveredClasses.of(folder.resolve("files")).assertAre(view.classes());
    }
  }

  private static Faults slow() {
    return new Faults(
        0, Map.of(), SLOW, 0, OptionalInt.empty(), OptionalInt.empty(), Set.of(), false, List.of());
  }

  private static Process start(Path home, String connection) throws IOException {
    return OwnProcess.of(home, "sync", connection)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
