package org.rollbook.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollbook.sources.generator.DistrictGenerator;
import org.rollbook.sources.generator.GeneratorSettings;

/** The demo as a newcomer meets it. */
class DemoTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void tellsItsStoryAndEnds() {
    // The home that the environment names, which is the one that other commands look at.
    var rollbook = new TypedCommands(folder.resolve("demo-home"));
    var answer = rollbook.succeeds("demo", "--once", "--students", 200);
    assertThat(answer.out())
        .contains("The first sync", "classes created", "Waiting", ": no account has")
        .contains("One school day later", "That day's operations, and only these:")
        .doesNotContain("\u001b");
    assertThat(answer.out().replaceAll("\\s+", " "))
        .containsPattern(
            "The learning app .* signs in with Clever and imports: \\d+ classes created");
    assertThat(answer.out().lines()).allMatch(line -> line.length() <= 80);
    assertThat(folder.resolve("demo-home/postgres/data/postmaster.pid")).doesNotExist();
  }

  @Test
  void tellsScriptsInOneDocumentAndPeopleBesideIt() {
    var answer =
        new TypedCommands(folder)
            .succeeds(
                "demo", "--once", "--json", "--students", 150, "--home", folder.resolve("home"));
    var document = answer.json();
    assertThat(document.at("/district/students").asLong()).isEqualTo(150);
    assertThat(document.at("/first/import/records/students/rows").asLong()).isEqualTo(150);
    assertThat(document.at("/first/sync/counts/CREATE_CLASS").asLong()).isPositive();
    assertThat(document.at("/first/sync/calls/write").asLong()).isPositive();
    assertThat(document.at("/first/sync/seconds").asDouble()).isPositive();
    assertThat(document.at("/first/waiting").findValuesAsString("reason"))
        .isNotEmpty()
        .allMatch(reason -> reason.contains("no account") || reason.contains("e-mail"));
    assertThat(document.at("/day/changes").size()).isPositive();
    assertThat((long) document.at("/day/operations").size())
        .isPositive()
        .isEqualTo(document.at("/day/sync/operations/planned").asLong());
    assertThat(answer.err()).contains("The first sync", "One school day later", "All of it in");
  }

  @Test
  void aHomeWithDistrictsOfItsOwnIsLeftAlone() throws IOException {
    var rollbook = new TypedCommands(folder.resolve("own"));
    var files = folder.resolve("files");
    new DistrictGenerator(GeneratorSettings.of(100, 1)).first().writeCleverCsv(files);
    rollbook.succeeds("import", "--district", "springfield", files);
    var answer = rollbook.type("demo", "--once");
    assertThat(answer.exit()).isEqualTo(2);
    assertThat(answer.err()).contains("districts of its own (springfield)", "demo --home DIR");
    assertThat(folder.resolve("own/demo-files")).doesNotExist();
  }

  @Test
  void whatStaysUpHasNoDocument() {
    var answer = new TypedCommands(folder).type("demo", "--json");
    assertThat(answer.exit()).isEqualTo(2);
    assertThat(answer.json().at("/error/message").asString()).contains("demo --once --json");
  }
}
