package org.rollbook.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.rollbook.sources.generator.DistrictGenerator;
import org.rollbook.sources.generator.GeneratorSettings;

/** Limits are a person's to set: two thirds of all students may leave their classes. */
@ExtendWith(SharedHome.class)
class LimitsTest {
  private static final String DISTRICT = "limited";

  @TempDir private Path folder = Path.of("");

  @Test
  void H4_and_R2_limits_are_set_per_district_and_per_connection(TypedCommands rollbook)
      throws Exception {
    try (var emulator = EmulatedGoogle.withoutQuota()) {
      var district = new DistrictGenerator(GeneratorSettings.of(150, 12)).first();
      Path files = folder.resolve("files");
      district.writeCleverCsv(files);
      rollbook.succeeds("import", "--district", DISTRICT, files);
      EmulatedGoogle.open(emulator, district.accounts());
      var connection =
          rollbook.connects(DISTRICT, EmulatedGoogle.key(emulator, folder), emulator.rootUrl());
      rollbook.succeeds("sync", connection, "--json");
      keepEveryThird(files.resolve("enrollments.csv"));

      assertThat(rollbook.type("import", "--district", DISTRICT, files).exit()).isEqualTo(3);
      rollbook.succeeds("limits", "district", DISTRICT, "--deleted", "70");
      assertThat(rollbook.succeeds("limits", "district", DISTRICT, "--json").json().toString())
          .isEqualTo(
              "{\"district\":\"limited\",\"deletedPercent\":70,\"updatedPercent\":75,\"atLeast\":10}");
      assertThat(
              rollbook
                  .succeeds("import", "--district", DISTRICT, files, "--json")
                  .json()
                  .path("status")
                  .asString())
          .isEqualTo("applied");

      assertThat(rollbook.type("plan", connection).exit()).isEqualTo(3);
      rollbook.succeeds(
          "limits", "connection", connection, "--school-removals", "70", "--class-removals", "90");
      var shown = rollbook.succeeds("limits", "connection", connection, "--json").json();
      assertThat(shown.path("schoolRemovalsPercent").asInt()).isEqualTo(70);
      assertThat(shown.path("classRemovalsPercent").asInt()).isEqualTo(90);
      assertThat(shown.path("classRemovalsFrom").asInt()).isEqualTo(5);
      assertThat(rollbook.succeeds("sync", connection, "--json").json().path("status").asString())
          .isEqualTo("done");
    }
  }

  @Test
  void what_is_no_limit_is_refused_and_nothing_is_set(TypedCommands rollbook) throws IOException {
    new DistrictGenerator(GeneratorSettings.of(100, 13)).first().writeCleverCsv(folder);
    rollbook.succeeds("import", "--district", "strict", folder);

    var refused = rollbook.type("limits", "district", "strict", "--deleted", "101");
    assertThat(refused.exit()).isEqualTo(2);
    assertThat(refused.err()).contains("0 to 100 percent").contains("Nothing was set");
    assertThat(rollbook.succeeds("limits", "district", "strict").out()).contains("more than 10 %");
    assertThat(rollbook.type("limits", "district", "nobody").err())
        .contains("There is no district 'nobody'");
    assertThat(rollbook.type("limits", "connection", "c999999").exit()).isEqualTo(2);
    assertThat(rollbook.type("limits").err()).contains("limits district ID");
  }

  private static void keepEveryThird(Path file) throws IOException {
    var lines = Files.readAllLines(file);
    Files.write(
        file,
        IntStream.range(0, lines.size()).filter(i -> i % 3 == 0).mapToObj(lines::get).toList());
  }
}
