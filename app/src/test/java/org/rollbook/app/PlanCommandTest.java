package org.rollbook.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.rollbook.sources.generator.DistrictGenerator;
import org.rollbook.sources.generator.GeneratorSettings;
import tools.jackson.databind.JsonNode;

/** R1: what a plan says before anything is done, to people and to scripts. */
@ExtendWith(SharedHome.class)
class PlanCommandTest {
  /** So many that a person is not told of each without asking. */
  private static final int SHOWN = 20;

  @TempDir private Path folder = Path.of("");

  @Test
  void R1_a_plan_counts_by_school_and_by_class(TypedCommands rollbook) throws Exception {
    var district = new DistrictGenerator(GeneratorSettings.of(150, 21)).first();
    district.writeCleverCsv(folder.resolve("files"));
    rollbook.succeeds("import", "--district", "looked-at", folder.resolve("files"));
    try (var emulator = EmulatedGoogle.withoutQuota()) {
      EmulatedGoogle.open(emulator, district.accounts());
      var connection =
          rollbook.connects("looked-at", EmulatedGoogle.key(emulator, folder), emulator.rootUrl());
      var plan = rollbook.succeeds("plan", connection, "--json").json();
      everyOperationIsCountedOnce(plan);
      assertThat((long) plan.path("schools").size()).isEqualTo(district.size().schools());
      assertThat((long) plan.path("classes").size()).isEqualTo(district.size().sections());
      peopleAreToldOfEveryClassThatTheyAskFor(rollbook, connection, plan);
    }
  }

  private static void everyOperationIsCountedOnce(JsonNode plan) {
    long operations = plan.path("operations").size();
    for (var parts : List.of("schools", "classes")) {
      long planned = 0;
      for (JsonNode part : plan.path(parts)) {
        planned += part.path("planned").asLong();
      }
      assertThat(planned).as(parts).isEqualTo(operations);
    }
    for (JsonNode part : plan.path("classes")) {
      long own = 0;
      for (JsonNode operation : plan.path("operations")) {
        own += operation.path("class").equals(part.path("id")) ? 1 : 0;
      }
      assertThat(part.path("planned").asLong()).as(part.toString()).isEqualTo(own);
    }
  }

  private static void peopleAreToldOfEveryClassThatTheyAskFor(
      TypedCommands rollbook, String connection, JsonNode plan) {
    var ids = new ArrayList<String>();
    plan.path("classes").forEach(part -> ids.add(part.path("id").asString()));
    assertThat(ids).hasSizeGreaterThan(SHOWN);
    var some = rollbook.succeeds("plan", connection).out();
    assertThat(some)
        .contains(ids.subList(0, SHOWN))
        .contains("… and %d more (--all shows them)".formatted(ids.size() - SHOWN));
    assertThat(rollbook.succeeds("plan", connection, "--all").out()).contains(ids);
  }
}
