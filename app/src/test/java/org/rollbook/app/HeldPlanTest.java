package org.rollbook.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.rollbook.emulator.ClassroomEmulator;
import org.rollbook.sources.generator.DistrictGenerator;
import org.rollbook.sources.generator.GeneratorSettings;
import tools.jackson.databind.JsonNode;

/** R2 through commands alone: half of a school's students are gone, and people decide. */
@ExtendWith(SharedHome.class)
class HeldPlanTest {
  private final String district = "held-" + UUID.randomUUID();

  @TempDir private Path folder = Path.of("");

  @Test
  void R2_a_plan_that_takes_too_much_away_is_held_and_approved_in_parts(TypedCommands rollbook)
      throws Exception {
    try (var emulator = EmulatedGoogle.withoutQuota()) {
      var connection = firstSync(rollbook, emulator);
      long before = emulator.calls().write();
      loseHalfASchool(rollbook);
      var run = held(rollbook, connection);
      assertThat(emulator.calls().write()).as("writes of a held plan").isEqualTo(before);
      approveOneClass(rollbook, run);
      approveTheRest(rollbook, connection);
    }
  }

  @Test
  void R1_a_plan_from_an_older_roster_is_refused_and_made_anew(TypedCommands rollbook)
      throws Exception {
    try (var emulator = EmulatedGoogle.withoutQuota()) {
      var connection = firstSync(rollbook, emulator);
      loseHalfASchool(rollbook);
      var stale = rollbook.type("plan", connection, "--json").json().path("plan").asString();
      var enrolments = folder.resolve("files/enrollments.csv");
      var lines = Files.readAllLines(enrolments);
      Files.write(enrolments, lines.subList(0, lines.size() - 1));
      rollbook.succeeds("import", "--district", district, folder.resolve("files"));
      long before = emulator.calls().write();

      var refused = rollbook.type("approve", stale, "--json");
      assertThat(refused.exit()).isEqualTo(3);
      assertThat(refused.err()).contains("has changed since " + stale + " was planned");
      assertThat(refused.json().path("run").asString()).isNotEqualTo(stale);
      assertThat(refused.json().path("status").asString()).isEqualTo("held");
      assertThat(emulator.calls().write()).as("writes").isEqualTo(before);
      rollbook.succeeds("approve", refused.json().path("run").asString(), "--json");
    }
  }

  private String firstSync(TypedCommands rollbook, ClassroomEmulator emulator) throws IOException {
    var generated = new DistrictGenerator(GeneratorSettings.of(150, 11)).first();
    generated.writeCleverCsv(folder.resolve("files"));
    rollbook.succeeds("import", "--district", district, folder.resolve("files"));
    EmulatedGoogle.open(emulator, generated.accounts());
    var connection =
        rollbook.connects(district, EmulatedGoogle.key(emulator, folder), emulator.rootUrl());
    rollbook.succeeds("sync", connection, "--json");
    return connection;
  }

  /** The snapshot is held first (H4): whoever approves it has not approved the plan. */
  private void loseHalfASchool(TypedCommands rollbook) throws IOException {
    dropEnrolments(folder.resolve("files/enrollments.csv"));
    var snapshot =
        rollbook.type("import", "--district", district, folder.resolve("files"), "--json");
    assertThat(snapshot.exit()).isEqualTo(3);
    rollbook.succeeds("approve", snapshot.json().path("snapshot").asString(), "--json");
  }

  /** Of every class of one school two thirds of the students leave. */
  private static void dropEnrolments(Path file) throws IOException {
    var lines = Files.readAllLines(file);
    var school = lines.get(1).split(",", -1)[0];
    var left = new ArrayList<String>();
    Map<String, Integer> seen = new TreeMap<>();
    for (var line : lines) {
      var cells = line.split(",", -1);
      if (!cells[0].equals(school) || seen.merge(cells[1], 1, Integer::sum) % 3 == 0) {
        left.add(line);
      }
    }
    Files.write(file, left);
  }

  private static JsonNode held(TypedCommands rollbook, String connection) {
    var plan = rollbook.type("plan", connection, "--json");
    assertThat(plan.exit()).isEqualTo(3);
    var holds = plan.json().path("held");
    assertThat(holds.size()).isPositive();
    for (JsonNode hold : holds) {
      assertThat(hold.path("rule").asString()).isNotEmpty();
      assertThat(hold.path("count").asLong()).isPositive();
      assertThat(hold.path("of").asLong()).isPositive();
    }
    var sync = rollbook.type("sync", connection, "--json");
    assertThat(sync.exit()).isEqualTo(3);
    assertThat(sync.json().path("status").asString()).isEqualTo("held");
    assertThat(sync.json().at("/operations/done").asLong()).isZero();
    assertThat(sync.json().path("held").size()).isEqualTo(holds.size());
    var run = sync.json().path("run").asString();
    var text = rollbook.succeeds("run", run).out();
    assertThat(text).contains("rollbook approve " + run, "rollbook discard " + run);
    return rollbook.succeeds("run", run, "--json").json();
  }

  private static void approveOneClass(TypedCommands rollbook, JsonNode run) {
    var name = run.path("run").asString();
    var one = run.path("classes").get(0);
    assertThat(rollbook.type("approve", name, "--class", "no such class").exit()).isEqualTo(2);
    var part = rollbook.type("approve", name, "--class", one.path("id").asString(), "--json");
    assertThat(part.exit()).as("the rest still waits").isEqualTo(3);
    assertThat(part.json().at("/operations/done").asLong()).isEqualTo(one.path("planned").asLong());
    assertThat(part.json().path("status").asString()).isEqualTo("held");
    assertThat(part.json().path("held").findValuesAsString("rule")).contains("NOT_APPROVED");
    assertThat(part.json().path("held").findValuesAsString("class"))
        .as("what was approved holds no more")
        .doesNotContain(one.path("id").asString());
  }

  private static void approveTheRest(TypedCommands rollbook, String connection) {
    var next = rollbook.type("sync", connection, "--json");
    assertThat(next.exit()).as("approval is for that plan only").isEqualTo(3);
    var name = next.json().path("run").asString();
    var school = rollbook.succeeds("run", name, "--json").json().at("/schools/0/name").asString();
    var rest = rollbook.succeeds("approve", name, "--school", school, "--json").json();
    assertThat(rest.path("status").asString()).isEqualTo("done");
    assertThat(rest.at("/operations/done").asLong())
        .isEqualTo(rest.at("/operations/planned").asLong());
    assertThat(rollbook.succeeds("sync", connection, "--json").json().path("status").asString())
        .isEqualTo("unchanged");
  }
}
