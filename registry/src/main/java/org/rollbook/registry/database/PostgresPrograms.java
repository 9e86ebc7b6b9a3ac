package org.rollbook.registry.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs {@code initdb} and {@code pg_ctl}. */
final class PostgresPrograms {
  private static final long PATIENCE_SECONDS = 120;

  private final Path bin;
  private final boolean root;

  PostgresPrograms(Path bin) {
    this.bin = bin;
    this.root = "root".equals(System.getProperty("user.name"));
  }

  /**
   * Runs a program to its end.
   *
   * @throws DatabaseUnavailable with what it said, when it failed
   */
  void run(String program, List<String> arguments) throws IOException {
    var command = new ArrayList<String>();
    if (root) {
      // PostgreSQL refuses to run as root. In a user namespace of its own it is nobody, who owns
      // root's files there, and has no privilege outside.
      command.addAll(List.of("unshare", "-U"));
    }
    command.add(bin.resolve(program).toString());
    command.addAll(arguments);
    // Into a file and not a pipe: the server that pg_ctl leaves behind would keep a pipe open.
    Path said = Files.createTempFile("rollbook-postgres-", ".out");
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(said.toFile())
              .start();
      if (!finished(process) || process.exitValue() != 0) {
        throw failed(program, Files.readString(said, StandardCharsets.UTF_8));
      }
    } finally {
      Files.deleteIfExists(said);
    }
  }

  private static boolean finished(Process process) throws IOException {
    try {
      return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for PostgreSQL", e);
    }
  }

  private static DatabaseUnavailable failed(String program, String said) {
    return new DatabaseUnavailable(
        DatabaseUnavailable.Reason.OUTSIDE,
        "PostgreSQL's %s failed: %s".formatted(program, said.strip()));
  }
}
