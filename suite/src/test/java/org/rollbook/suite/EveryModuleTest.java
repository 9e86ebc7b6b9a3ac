package org.rollbook.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** No module is forgotten where all are named once more. */
final class EveryModuleTest {
  private static final Pattern MODULE = Pattern.compile("<module>([a-z-]+)</module>");

  private static List<String> modules() throws IOException {
    var pom = Files.readString(Path.of("..", "pom.xml"));
    var ordinary = pom.substring(0, pom.indexOf("</modules>"));
    return MODULE.matcher(ordinary).results().map(found -> found.group(1)).toList();
  }

  @Test
  void every_module_has_its_tests_run() throws IOException {
    var pom = Files.readString(Path.of("pom.xml"));
    assertThat(modules())
        .contains("core", "app")
        .allSatisfy(module ->
            assertThat(pom)
                .contains("<dependency>org.rollbook:" + module + ":test-jar</dependency>")
                .contains(
                    "<artifactId>"
                        + module
                        + "</artifactId><version>${project.version}</version>"
                        + "<type>test-jar</type>"));
  }

  @Test
  void every_folder_with_sources_is_linted() throws IOException {
    var pom = Files.readString(Path.of("..", "lint", "pom.xml"));
    for (var module : modules()) {
      for (var folder : List.of("src/main/java", "src/test/java")) {
        if (Files.exists(Path.of("..", module, folder))) {
          assertThat(pom).contains("<root>${project.basedir}/../" + module + "/" + folder + "<");
        }
      }
      var generated = Path.of("..", module, "target", "generated-sources");
      if (Files.exists(generated)) {
        try (var folders = Files.list(generated)) {
          assertThat(folders.map(Path::getFileName).filter(name -> !name.endsWith("annotations")))
              .allSatisfy(folder ->
                  assertThat(pom)
                      .contains("/" + module + "/target/generated-sources/" + folder + "<"));
        }
      }
    }
  }
}
