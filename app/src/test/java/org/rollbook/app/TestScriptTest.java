package org.rollbook.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** What {@code ./rollbook test} answers, over a checkout whose build is only its reports. */
class TestScriptTest {
  private static final String BUILD =
      """
      #!/usr/bin/env bash
      mkdir -p core/target/surefire-reports
      echo '<testsuite name="x" tests="7" errors="0" skipped="1" failures="2">' \
        > core/target/surefire-reports/TEST-x.xml
      echo '[ERROR] something broke'
      exit 1
      """;

  @TempDir private Path checkout = Path.of("");

  private record Said(int exit, String out, String err) {}

  @BeforeEach
  void checkOut() throws IOException {
    Files.createDirectories(checkout.resolve(".mvn"));
    Files.writeString(checkout.resolve(".mvn/jdk.sh"), "rollbook_find_jdk() { :; }\n");
    program("mvnw", BUILD);
    for (var script : List.of("rollbook", "app/src/main/sh/test.sh")) {
      var copy = checkout.resolve(script);
      Files.createDirectories(Objects.requireNonNull(copy.getParent()));
      Files.copy(root().resolve(script), copy, StandardCopyOption.COPY_ATTRIBUTES);
    }
    // With one in the path, none is installed.
    program("chromium-headless-shell", "#!/usr/bin/env bash\n");
  }

  private void program(String name, String text) throws IOException {
    var file = checkout.resolve(name);
    Files.writeString(file, text);
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private Said test(String... options) throws IOException, InterruptedException {
    var builder = new ProcessBuilder(checkout.resolve("rollbook").toString(), "test");
    builder.command().addAll(List.of(options));
    builder.environment().merge("PATH", checkout.toString(), (path, own) -> own + ":" + path);
    var out = checkout.resolve("out");
    var err = checkout.resolve("err");
    var process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return new Said(
        process.exitValue(), Files.readString(out, UTF_8), Files.readString(err, UTF_8));
  }

  /** Surefire works in the module's directory, an IDE may in the root. */
  private static Path root() {
    var here = Path.of("").toAbsolutePath();
    return Files.exists(here.resolve("mvnw")) ? here : Objects.requireNonNull(here.getParent());
  }

  @Test
  void peopleReadTheTotalsOnTheLastLine() throws Exception {
    var said = test();
    assertThat(said.exit()).isEqualTo(1);
    assertThat(said.out())
        .contains("something broke")
        .endsWith("\n4 passed, 2 failed, 1 skipped\n");
  }

  @Test
  void scriptsReadThemInOneDocumentAndNothingElse() throws Exception {
    var said = test("--home", checkout.resolve("home").toString(), "--json");
    assertThat(said.exit()).isEqualTo(1);
    var totals = JsonMapper.shared().readTree(said.out());
    assertThat(totals.path("passed").asInt()).isEqualTo(4);
    assertThat(totals.path("failed").asInt()).isEqualTo(2);
    assertThat(totals.path("skipped").asInt()).isEqualTo(1);
    assertThat(said.out().lines()).hasSize(1);
    assertThat(said.err()).contains("something broke");
  }
}
