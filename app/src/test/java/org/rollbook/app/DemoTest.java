package org.rollbook.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo as a newcomer meets it. */
class DemoTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void tellsItsStoryAndEnds() {
    var rollbook = new TypedCommands(folder);
    var answer =
        rollbook.succeeds(
            "demo", "--once", "--students", 200, "--home", folder.resolve("demo-home"));
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
}
