package org.rollbook.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./rollbook} says when it has to build first and that fails. */
class LauncherTest {
  @TempDir private Path checkout = Path.of("");

  @BeforeEach
  void checkOut() throws IOException {
    var root = Path.of("").toAbsolutePath();
    while (!Files.exists(root.resolve("rollbook"))) {
      root = Objects.requireNonNull(root.getParent());
    }
    Files.createDirectories(checkout.resolve(".mvn"));
    Files.writeString(checkout.resolve(".mvn/jdk.sh"), "rollbook_find_jdk() { :; }\n");
    Files.copy(
        root.resolve("rollbook"), checkout.resolve("rollbook"), StandardCopyOption.COPY_ATTRIBUTES);
  }

  private String failsWith(String... maven) throws IOException, InterruptedException {
    var build = checkout.resolve("mvnw");
    Files.writeString(checkout.resolve("said"), String.join("\n", maven) + "\n");
    Files.writeString(build, "#!/usr/bin/env bash\necho \"$@\" > asked\ncat said\nexit 1\n");
    assertThat(build.toFile().setExecutable(true)).isTrue();
    var err = checkout.resolve("err");
    var process =
        new ProcessBuilder(checkout.resolve("rollbook").toString(), "doctor")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(err.toFile())
            .start();
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).isEqualTo(1);
    return Files.readString(err);
  }

  @Test
  void theCompilersOwnLinesAreShownOnceAndNothingElse() throws Exception {
    var said =
        failsWith(
            "[INFO] BUILD FAILURE",
            "[WARNING] /x/Roster.java:[7,3] [removal] it is going away",
            "[ERROR] COMPILATION ERROR : ",
            "[ERROR] /x/Roster.java: warnings found and -Werror specified",
            "[WARNING] /x/Roster.java:[7,3] [removal] it is going away",
            "[ERROR] -> [Help 1]");
    assertThat(said)
        .containsOnlyOnce("[WARNING] /x/Roster.java:[7,3] [removal] it is going away")
        .contains("target/build.log has all of it")
        .doesNotContain("Help", "BUILD FAILURE");
  }

  @Test
  void whatMavenSaysIsShownWithoutItsAdvice() throws Exception {
    var said =
        failsWith(
            "[INFO] BUILD FAILURE",
            "[ERROR] Could not resolve dependencies: Unknown host repo.example",
            "[ERROR] ",
            "[ERROR] To see the full stack trace of the errors, re-run Maven with the -e switch.",
            "[ERROR] -> [Help 1]");
    assertThat(said.lines().filter(line -> line.startsWith("[")))
        .containsExactly("[ERROR] Could not resolve dependencies: Unknown host repo.example");
  }

  @Test
  void aFailureThatMavenDoesNotTellOfIsShownAsItIs() throws Exception {
    assertThat(failsWith("curl: (6) Could not resolve host")).contains("Could not resolve host");
  }

  @Test
  void testsAndLintAreLeftOutOfWhatIsBuiltForAnAdministrator() throws Exception {
    failsWith("[ERROR] anything");
    assertThat(Files.readString(checkout.resolve("asked")))
        .contains("-Dtests.left.out=true", "-DskipTests", "-Dlint=-Xlint");
    assertThat(Files.readString(checkout.resolve("rollbook"))).contains("mvnw -pl app -am package");
  }
}
