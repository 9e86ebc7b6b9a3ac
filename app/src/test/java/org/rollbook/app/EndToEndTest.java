package org.rollbook.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.rollbook.emulator.ClassroomEmulator;
import org.rollbook.sources.generator.District;
import org.rollbook.sources.generator.DistrictGenerator;
import org.rollbook.sources.generator.GeneratorSettings;
import tools.jackson.databind.JsonNode;

/** From files to classes through nothing but commands, and once more when nothing changed. */
@ExtendWith(SharedHome.class)
class EndToEndTest {
  private static final int STUDENTS = 300;

  @TempDir private Path folder = Path.of("");

  @Test
  void filesBecomeClassesAndTheSameAgainCostsNoCallPerClass(TypedCommands rollbook)
      throws Exception {
    var district = new DistrictGenerator(GeneratorSettings.of(STUDENTS, 7)).first();
    var files = folder.resolve("files");
    district.writeCleverCsv(files);
    rollbook.succeeds("import", "--district", "whole", files);
    try (var emulator = EmulatedGoogle.withoutQuota()) {
      // All but the last of the students.
      EmulatedGoogle.open(emulator, district.accounts().limit(district.accounts().count() - 1));
      var connection =
          rollbook.connects("whole", EmulatedGoogle.key(emulator, folder), emulator.rootUrl());
      planned(rollbook, connection, district);
      synced(rollbook, connection, district);
      unchanged(rollbook, connection, emulator);
    }
  }

  private static void planned(TypedCommands rollbook, String connection, District district) {
    var plan = rollbook.succeeds("plan", connection, "--json").json();
    assertThat(plan.path("plan").asString()).startsWith("r");
    assertThat(plan.at("/counts/CREATE_CLASS").asLong()).isEqualTo(district.size().sections());
    long counted = 0;
    for (JsonNode count : plan.path("counts")) {
      counted += count.asLong();
    }
    assertThat((long) plan.path("operations").size()).isEqualTo(counted);
    var last = plan.path("operations").get(plan.path("operations").size() - 1);
    assertThat(last.path("kind").asString()).isEqualTo("ADD_STUDENT");
    assertThat(last.path("role").asString()).isEqualTo("student");
    assertThat(last.path("person").asString()).isNotEmpty();
    assertThat(last.path("reason").asString()).contains(" ");
    assertThat(plan.at("/waiting/0/reason").asString()).contains("no account");
    assertThat(rollbook.succeeds("plan", connection).out()).contains("To run it:", "Waiting:");
  }

  private static void synced(TypedCommands rollbook, String connection, District district) {
    var run = rollbook.succeeds("sync", connection, "--json").json();
    assertThat(run.path("status").asString()).isEqualTo("done");
    assertThat(run.at("/operations/refused").asLong()).isZero();
    assertThat(run.at("/operations/done").asLong())
        .isEqualTo(run.at("/operations/planned").asLong())
        .isGreaterThan(district.size().sections());
    assertThat(run.at("/operations/waiting").asLong()).isEqualTo(1);
    var name = run.path("run").asString();
    assertThat(rollbook.succeeds("runs").out()).contains(name);
    assertThat(rollbook.succeeds("run", name).out()).contains("classes created");
    var shown = rollbook.succeeds("run", name, "--json").json();
    assertThat((long) shown.path("classes").size()).isEqualTo(district.size().sections());
    for (var decision : List.of("approve", "discard")) {
      var late = rollbook.type(decision, name);
      assertThat(late.exit()).isEqualTo(1);
      assertThat(late.err()).contains(name + " is done: there is nothing left to decide.");
    }
  }

  private static void unchanged(
      TypedCommands rollbook, String connection, ClassroomEmulator emulator) {
    emulator.resetCalls();
    var again = rollbook.succeeds("sync", connection, "--json").json();
    assertThat(again.path("status").asString()).isEqualTo("unchanged");
    assertThat(again.at("/calls/write").asLong()).isZero();
    assertThat(emulator.calls().write()).isZero();
    assertThat(emulator.calls().byMethod().keySet()).noneMatch(m -> m.startsWith("courses"));
  }
}
