package org.rollbook.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What all modules are tested with together. */
final class ClassPathTest {
  @Test
  void tests_run_with_the_libraries_that_are_shipped_and_in_their_versions() throws IOException {
    var tested =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(path -> Path.of(path).getFileName().toString())
            .toList();
    try (var shipped = Files.list(Path.of("..", "app", "target", "lib"))) {
      var names = shipped.map(path -> path.getFileName().toString()).toList();
      assertThat(names).hasSizeGreaterThan(50);
      assertThat(tested).containsAll(names);
    }
  }
}
