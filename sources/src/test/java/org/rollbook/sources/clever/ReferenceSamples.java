package org.rollbook.sources.clever;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Finds reading matter that is no part of this repository: the folder that {@code
 * ROLLBOOK_REFERENCE} names, or one called {@code shared} beside the repository.
 */
final class ReferenceSamples {
  private ReferenceSamples() {}

  /** The folder or file; skips the test where it is absent. */
  static Path require(String inside) {
    Path found = root().resolve(inside);
    assumeTrue(
        Files.exists(found),
        "skipped: the public sample " + inside + " is not on this machine; set ROLLBOOK_REFERENCE");
    return found;
  }

  private static Path root() {
    String given = System.getenv("ROLLBOOK_REFERENCE");
    return given == null ? besideRepository() : Path.of(given);
  }

  /** Looks upward for the reactor's root, which is the folder with the Maven wrapper. */
  private static Path besideRepository() {
    Path folder = Path.of("").toAbsolutePath();
    while (folder.getParent() != null && !Files.exists(folder.resolve("mvnw"))) {
      folder = folder.getParent();
    }
    return folder.resolveSibling("shared");
  }
}
