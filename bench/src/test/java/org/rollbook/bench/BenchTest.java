package org.rollbook.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The benchmarks run and say everything; how long it takes is no test's business. */
final class BenchTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @TempDir private Path folder = Path.of("");

  private final RecordedProgress progress = new RecordedProgress();

  private void run(String... arguments) throws IOException, InterruptedException {
    Bench.run(arguments, new PrintStream(out, true, UTF_8), progress);
  }

  @Test
  void every_figure_is_in_the_document() throws Exception {
    Path home = folder.resolve("home");

    run("--students", "300", "--json", "--home", home.toString());

    assertThat(home).as("what is left there").isEmptyDirectory();
    JsonNode sizes = JsonMapper.shared().readTree(out.toString(UTF_8)).get("sizes");
    assertThat(sizes.size()).isEqualTo(1);
    JsonNode size = sizes.get(0);
    assertThat(size.get("students").asInt()).isEqualTo(300);
    assertThat(size.get("figures").findValuesAsString("name"))
        .containsExactly(
            "plain parse",
            "raw COPY",
            "first import",
            "unchanged import",
            "same rows in other bytes",
            "first plan",
            "first run",
            "unchanged plan",
            "import, 1 % changed",
            "plan after 1 % change",
            "first publication",
            "publication, 1 % changed",
            "publication of nothing",
            "users, plain read",
            "users over HTTP",
            "sections, plain read",
            "sections over HTTP",
            "first page of 100 users",
            "last page of 100 users");
    for (JsonNode figure : size.get("figures")) {
      assertThat(figure.get("seconds").asDouble()).as(figure.toString()).isPositive();
      assertThat(figure.get("rounds").size()).isPositive();
    }
    assertThat(size.get("aims").findValuesAsString("holds")).hasSize(7);
    assertThat(size.get("memory").get("peakResident").asLong()).isPositive();
    assertThat(size.get("machine").get("cores").asInt()).isPositive();
    progress.expectAllTold();
  }

  @Test
  void what_it_does_not_understand_it_says() {
    assertThatThrownBy(() -> run("--students", "many"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not 'many'")
        .hasMessageContaining("bench --help");
    assertThat(out.toString(UTF_8)).isEmpty();
  }

  @Test
  void what_the_measured_process_says_last_is_told_and_nothing_is_left() {
    Path home = folder.resolve("home");
    assertThatThrownBy(() ->
            run(
                "--students",
                "100",
                "--home",
                home.toString(),
                "--jdbc-url",
                "jdbc:postgresql://127.0.0.1:1/nobody"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("127.0.0.1:1")
        .message()
        .doesNotContain("\tat ");
    assertThat(home).isEmptyDirectory();
  }
}
