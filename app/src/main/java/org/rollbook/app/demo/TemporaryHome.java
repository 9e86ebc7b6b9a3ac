package org.rollbook.app.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Takes a home directory away that nobody will come back to. */
final class TemporaryHome {
  private static final int ATTEMPTS = 50;

  private TemporaryHome() {}

  /** Waits until an embedded database has let go of it, some seconds at most. */
  static void remove(Path folder) throws IOException {
    try {
      for (int attempt = 0; attempt < ATTEMPTS && running(folder); attempt++) {
        Thread.sleep(100);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    try (var inside = Files.walk(folder)) {
      for (Path path : inside.toList().reversed()) {
        Files.deleteIfExists(path);
      }
    }
  }

  private static boolean running(Path folder) {
    return Files.exists(folder.resolve("postgres/data/postmaster.pid"));
  }
}
