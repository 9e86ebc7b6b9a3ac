package org.rollbook.google.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rollbook.registry.database.Database;
import org.rollbook.registry.intake.SnapshotStatus;
import org.rollbook.sync.runs.RunStatus;
import org.rollbook.sync.testing.Classroom;
import org.rollbook.sync.testing.DeliveredClasses;
import org.rollbook.sync.testing.TestDatabase;
import org.rollbook.sync.testing.World;

/** A public district of 2015, from its files to its classes. */
@ExtendWith(TestDatabase.class)
final class SandboxTest {
  private static Path sandbox() {
    var places =
        List.of(System.getenv().getOrDefault("ROLLBOOK_REFERENCE", "../../shared"), "../../shared");
    return places.stream()
        .map(place -> Path.of(place, "samples", "clever-sandbox-2015"))
        .filter(Files::isDirectory)
        .findFirst()
        .orElse(Path.of("absent"));
  }

  @Test
  void the_whole_district_becomes_its_classes_and_the_second_time_nothing_happens(Database database)
      throws Exception {
    var sandbox = sandbox();
    assumeTrue(
        Files.isDirectory(sandbox),
        "skipped: the public sample files are not beside the project (ROLLBOOK_REFERENCE)");
    var delivered = DeliveredClasses.of(sandbox);
    var google = new EmulatorClassroom();
    try (var world = new World(database, google)) {
      List.of("example.com", "example.net", "example.org").forEach(google.emulator()::addDomain);
      delivered.teachers().forEach(google::makeAccount);
      delivered.students().forEach(google::makeAccount);
      var report = world.deliver(sandbox);
      assertThat(report.status()).isEqualTo(SnapshotStatus.APPLIED);
      assertThat(report.records().values())
          .allSatisfy(rows -> assertThat(rows.rejected()).isZero());
      assertThat(report.records().values().stream().mapToLong(rows -> rows.rows()).boxed())
          .containsExactlyInAnyOrder(3L, 89L, 1004L, 379L, 8971L);
      assertThat(world.syncOnly().status()).isEqualTo(RunStatus.DONE);
      assertThat(delivered.count()).isEqualTo(379);
      delivered.assertAre(google.classes());
      google.forgetCalls();
      assertThat(world.deliver(sandbox).status()).isEqualTo(SnapshotStatus.UNCHANGED);
      assertThat(world.syncOnly().status()).isEqualTo(RunStatus.UNCHANGED);
      assertThat(google.calls()).isEqualTo(new Classroom.CallCount(0, 0));
    }
  }
}
