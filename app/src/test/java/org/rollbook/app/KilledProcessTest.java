package org.rollbook.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.rollbook.emulator.ClassroomEmulator;
import org.rollbook.emulator.FaultKind;
import org.rollbook.emulator.Faults;
import org.rollbook.google.rules.AdministratorView;
import org.rollbook.sources.generator.District;
import org.rollbook.sources.generator.DistrictGenerator;
import org.rollbook.sources.generator.GeneratorSettings;
import org.rollbook.sync.testing.DeliveredClasses;

/**
 * R3 with real processes: {@code rollbook sync} is killed with SIGKILL at random instants, while
 * Google fails and loses answers. The runs that follow finish it: the same end, nothing twice.
 */
@ExtendWith(SharedHome.class)
class KilledProcessTest {
  private static final int STUDENTS = 120;
  private static final int KILLS = 5;
  private static final long SEED = Long.getLong("rollbook.seed", 20260908L);

  @TempDir private Path folder = Path.of("");

  @Test
  void R3_a_process_killed_at_any_instant_loses_nothing_and_does_nothing_twice(
      TypedCommands rollbook) throws Exception {
    var district = new DistrictGenerator(GeneratorSettings.of(STUDENTS, SEED)).first();
    district.writeCleverCsv(folder.resolve("files"));
    rollbook.succeeds("import", "--district", "killed", folder.resolve("files"));
    try (var emulator = EmulatedGoogle.withoutQuota()) {
      EmulatedGoogle.open(emulator, district.accounts());
      var connection =
          rollbook.connects("killed", EmulatedGoogle.key(emulator, folder), emulator.rootUrl());
      emulator.setFaults(faults());
      int killed = killAgainAndAgain(rollbook.home(), connection);
      assertThat(killed).as("kills that hit a running process").isPositive();
      emulator.setFaults(Faults.none());
      var whole = rollbook.succeeds("sync", connection, "--json").json();
      assertThat(whole.at("/calls/write").asLong())
          .as("calls that killed processes made are counted too")
          .isGreaterThanOrEqualTo(whole.at("/operations/done").asLong());
      var again = rollbook.succeeds("sync", connection, "--json").json();
      assertThat(again.path("status").asString()).isEqualTo("unchanged");
      assertThat(again.path("calls").path("write").asInt()).isZero();
      assertWhole(district, emulator);
    }
  }

  private static Faults faults() {
    return Faults.none()
        .withSeed(SEED)
        .withRate(FaultKind.TOO_MANY_REQUESTS, 0.05)
        .withRate(FaultKind.INTERNAL, 0.05)
        .withRate(FaultKind.UNAVAILABLE, 0.05)
        .withRate(FaultKind.LOST_REPLY, 0.05);
  }

  private static int killAgainAndAgain(Path home, String connection) throws Exception {
    var random = new Random(SEED);
    int hits = 0;
    for (int i = 0; i < KILLS; i++) {
      var process = start(home, connection);
      if (!process.waitFor(1500 + random.nextInt(2500), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly().waitFor();
        hits++;
      }
    }
    return hits;
  }

  private static Process start(Path home, String connection) throws IOException {
    return OwnProcess.of(home, "sync", connection)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** Every class once, with the people that the files say. */
  private void assertWhole(District district, ClassroomEmulator emulator) throws IOException {
    try (var view = new AdministratorView(emulator.rootUrl(), EmulatedGoogle.ADMIN)) {
      var classes = view.classes();
      DeliveredClasses.of(folder.resolve("files")).assertAre(classes);
      assertThat(classes).hasSize(Math.toIntExact(district.size().sections()));
      assertThat(classes.stream().mapToLong(seen -> seen.students().size()).sum())
          .isEqualTo(district.size().enrolments());
    }
  }
}
