package org.rollbook.app.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Secrets are read from files: a command line is seen by everybody on the machine. */
public final class SecretFile {
  private static final long MOST_BYTES = 10_000;

  private SecretFile() {}

  /** The one line that {@code file} holds. */
  public static String read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new UsageError("There is no file %s with the secret.".formatted(file));
    }
    if (Files.size(file) > MOST_BYTES) {
      throw new UsageError("%s is too large to be a secret.".formatted(file));
    }
    var text = Files.readString(file).strip();
    if (text.isEmpty() || text.lines().count() != 1) {
      throw new UsageError("%s does not hold one line with the secret.".formatted(file));
    }
    return text;
  }
}
