package org.rollbook.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.rollbook.emulator.ClassroomEmulator;
import org.rollbook.sources.generator.DistrictGenerator;
import org.rollbook.sources.generator.GeneratorSettings;
import tools.jackson.databind.JsonNode;

/** What can be read back of a run afterwards: every operation, why, and what became of it. */
@ExtendWith(SharedHome.class)
class ToldRunTest {
  private static final int SHOWN = 20;

  @TempDir private Path folder = Path.of("");

  private String firstRun(TypedCommands rollbook, String district, ClassroomEmulator google)
      throws IOException {
    var generated = new DistrictGenerator(GeneratorSettings.of(150, 14)).first();
    generated.writeCleverCsv(folder.resolve("files"));
    rollbook.succeeds("import", "--district", district, folder.resolve("files"));
    EmulatedGoogle.open(google, generated.accounts());
    return rollbook.connects(district, EmulatedGoogle.key(google, folder), google.rootUrl());
  }

  private void loseTwoThirds(TypedCommands rollbook, String district) throws IOException {
    var file = folder.resolve("files/enrollments.csv");
    var lines = Files.readAllLines(file);
    Files.write(
        file,
        IntStream.range(0, lines.size()).filter(i -> i % 3 == 0).mapToObj(lines::get).toList());
    var held =
        rollbook.type("import", "--district", district, folder.resolve("files"), "--json").json();
    rollbook.succeeds("approve", held.path("snapshot").asString(), "--json");
  }

  @Test
  void Safe_every_operation_of_a_run_is_read_back_with_its_reason_and_what_became_of_it(
      TypedCommands rollbook) throws Exception {
    try (var google = EmulatedGoogle.withoutQuota()) {
      var connection = firstRun(rollbook, "read-back", google);
      var synced = rollbook.succeeds("sync", connection, "--json").json();
      var run = synced.path("run").asString();
      long planned = synced.at("/operations/planned").asLong();

      var shown = rollbook.succeeds("run", run, "--all", "--json").json();
      assertThat((long) shown.path("journal").size()).isEqualTo(planned);
      for (JsonNode operation : shown.path("journal")) {
        assertThat(operation.path("state").asString()).isEqualTo("done");
        assertThat(operation.path("reason").asString()).isNotEmpty();
        assertThat(operation.path("class").asString()).isNotEmpty();
        assertThat(operation.path("person").asString()).isNotEmpty();
      }
      var text = rollbook.succeeds("run", run, "--all").out();
      assertThat(text.lines().filter(line -> line.matches(" +\\d+\\. .*: done")))
          .hasSize((int) planned);
      assertThat(rollbook.succeeds("run", run).out())
          .contains("students added")
          .doesNotContain("Removals", "still to", "would");
      assertThat(rollbook.succeeds("run", run, "--json").json().path("removals").size()).isZero();
    }
  }

  @Test
  void R1_what_is_not_done_is_told_as_what_would_be_and_the_numbers_add_up(TypedCommands rollbook)
      throws Exception {
    try (var google = EmulatedGoogle.withoutQuota()) {
      var connection = firstRun(rollbook, "adds-up", google);
      assertThat(rollbook.succeeds("plan", connection).out())
          .contains("classes would be created", "students would be added")
          .doesNotContain("classes created");
      rollbook.succeeds("sync", connection, "--json");
      loseTwoThirds(rollbook, "adds-up");

      var held = rollbook.type("sync", connection);
      assertThat(held.exit()).isEqualTo(3);
      assertThat(held.out()).contains("Nothing was done yet", "students would be removed");
      var run = held.out().split("\\s", 3)[1];
      onlyTheFirst(rollbook, run, held.out());
      approvedInPart(rollbook, run);
    }
  }

  private static void onlyTheFirst(TypedCommands rollbook, String run, String held) {
    var text = rollbook.succeeds("run", run).out();
    var all = rollbook.succeeds("run", run, "--all").out();
    long holds = holds(all);
    assertThat(holds).isGreaterThan(SHOWN);
    assertThat(holds(held)).isEqualTo(SHOWN);
    assertThat(held).contains("… and %d more (--all shows them)".formatted(holds - SHOWN));
    var removals = text.substring(text.indexOf("Removals, and why:"), text.indexOf("Held because"));
    assertThat(removals.lines().filter(line -> line.matches(" +\\d+\\. Remove .*"))).hasSize(SHOWN);
    assertThat(removals).contains("more (--all shows every operation)");
    var document = rollbook.succeeds("run", run, "--json").json();
    assertThat(document.path("removals").size()).isEqualTo(SHOWN);
    assertThat(document.path("removals").findValuesAsString("state")).containsOnly("planned");
    assertThat(document.at("/operations/toDo")).isEqualTo(document.at("/operations/planned"));
  }

  private static long holds(String text) {
    return text.substring(text.indexOf("Held because:"))
        .lines()
        .filter(line -> line.startsWith("  - "))
        .count();
  }

  private static void approvedInPart(TypedCommands rollbook, String run) {
    var one = rollbook.succeeds("run", run, "--json").json().path("classes").get(0);
    rollbook.type("approve", run, "--class", one.path("id").asString(), "--json");
    var part = rollbook.succeeds("run", run, "--json").json();
    var operations = part.path("operations");
    assertThat(operations.path("done")).isEqualTo(one.path("planned"));
    assertThat(operations.path("toDo").asLong())
        .isPositive()
        .isEqualTo(
            operations.path("planned").asLong()
                - operations.path("done").asLong()
                - operations.path("refused").asLong()
                - operations.path("leftOut").asLong());
    long counted = 0;
    for (JsonNode kind : part.path("outcomes")) {
      for (JsonNode count : kind) {
        counted += count.asLong();
      }
    }
    assertThat(counted).isEqualTo(operations.path("planned").asLong());
    assertThat(rollbook.succeeds("run", run).out())
        .contains("still to do", "removed\n", "would be removed\n");
    assertThat(rollbook.succeeds("run", run, "--all").out())
        .containsPattern("\\d+\\. Remove student .*: done")
        .containsPattern("\\d+\\. Remove student [^:]*\n");
  }
}
