package org.rollbook.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.rollbook.sources.generator.DistrictGenerator;
import org.rollbook.sources.generator.GeneratorSettings;

/**
 * What one district delivers: its files, the same rows in another order, and files in which one
 * record in a hundred is another.
 */
record Deliveries(Path first, Path reordered, Path changed) {
  /** One district of every size: figures of two runs are of the same rows. */
  private static final long SEED = 20_260_908;

  static Deliveries in(Path folder) {
    return new Deliveries(
        folder.resolve("first"), folder.resolve("reordered"), folder.resolve("changed"));
  }

  /** Writes them into a folder. */
  static Deliveries make(Path folder, int students, BenchProgress progress) throws IOException {
    progress.begin("deliveries of %,d students to make".formatted(students), 3);
    Deliveries deliveries = in(folder);
    new DistrictGenerator(GeneratorSettings.of(students, SEED))
        .first()
        .writeCleverCsv(deliveries.first);
    progress.advance(1);
    Files.createDirectories(deliveries.reordered);
    Files.createDirectories(deliveries.changed);
    try (var files = Files.list(deliveries.first)) {
      for (Path file : files.sorted().toList()) {
        String name = String.valueOf(file.getFileName());
        RewrittenFile.reorder(file, deliveries.reordered.resolve(name));
        RewrittenFile.change(file, deliveries.changed.resolve(name));
      }
    }
    progress.advance(2);
    return deliveries;
  }
}
