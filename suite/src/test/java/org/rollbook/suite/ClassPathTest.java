package org.rollbook.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What all modules are tested with together. */
final class ClassPathTest {
  @Test
  void tests_run_with_the_libraries_that_are_shipped_and_in_their_versions() throws IOException {
    var tested =
        Pattern.compile(File.pathSeparator)
            .splitAsStream(System.getProperty("java.class.path", ""))
            .map(path -> String.valueOf(Path.of(path).getFileName()))
            .toList();
    try (var shipped = Files.list(Path.of("..", "app", "target", "lib"))) {
      var names = shipped.map(path -> String.valueOf(path.getFileName())).toList();
      assertThat(names).hasSizeGreaterThan(50);
      assertThat(tested).containsAll(names);
    }
  }
}
