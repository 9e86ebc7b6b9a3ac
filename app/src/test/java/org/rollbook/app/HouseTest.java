package org.rollbook.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** What holds for every Java file of the project. */
@TestInstance(Lifecycle.PER_CLASS)
class HouseTest {
  private static final int LONGEST = 400;

  private record Source(Path file, List<String> lines) {}

  private List<Source> sources = List.of();

  @BeforeAll
  void read() throws IOException {
    var root = root();
    var found = new ArrayList<Source>();
    try (var files = Files.walk(root)) {
      for (var file : files.filter(HouseTest::written).sorted().toList()) {
        found.add(new Source(root.relativize(file), Files.readAllLines(file)));
      }
    }
    sources = List.copyOf(found);
    assertThat(sources).hasSizeGreaterThan(100);
  }

  /** Surefire works in the module's directory, an IDE may in the root. */
  private static Path root() {
    var here = Path.of("").toAbsolutePath();
    return Files.exists(here.resolve("mvnw"))
        ? here
        : java.util.Objects.requireNonNull(here.getParent());
  }

  private static boolean written(Path file) {
    var name = file.toString();
    return name.endsWith(".java") && name.contains("/src/") && !name.contains("/target/");
  }

  @Test
  void filesAreOpenToANewcomer() {
    assertThat(sources.stream().filter(s -> s.lines().size() > LONGEST).map(Source::file))
        .isEmpty();
  }

  @Test
  void nothingIsLeftForLater() {
    // In two parts: this file is looked at too.
    var marks = List.of("TO" + "DO", "FIX" + "ME", "@Dis" + "abled");
    assertThat(lines((file, line) -> marks.stream().anyMatch(line::contains))).isEmpty();
  }

  @Test
  void onlyTheConsoleWritesToStandardOutput() {
    var mark = "System" + ".out";
    assertThat(
            lines((file, line) ->
                line.contains(mark)
                    && file.toString().contains("/main/")
                    && !file.startsWith("bench")
                    && !file.endsWith("app/console/Console.java")))
        .isEmpty();
  }

  private List<String> lines(BiPredicate<Path, String> wrong) {
    var found = new ArrayList<String>();
    for (var source : sources) {
      for (int i = 0; i < source.lines().size(); i++) {
        if (wrong.test(source.file(), source.lines().get(i))) {
          found.add(source.file() + ":" + (i + 1));
        }
      }
    }
    return found;
  }
}
