package org.rollbook.registry.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a running server says of itself in {@code postmaster.pid}.
 *
 * @param pid its process
 * @param port where it listens
 * @param ready whether it takes connections
 */
record Postmaster(long pid, int port, boolean ready) {
  private static final int PORT_LINE = 3;
  private static final int STATUS_LINE = 7;

  static Path fileOf(Path data) {
    return data.resolve("postmaster.pid");
  }

  /**
   * The server that runs over {@code data}. A file left by a crash is not a server: the process is
   * gone, or its number now belongs to something else.
   */
  static Optional<Postmaster> running(Path data) throws IOException {
    List<String> lines;
    try {
      lines = Files.readAllLines(fileOf(data));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    long pid = Math.abs(Long.parseLong(lines.getFirst().strip()));
    if (!serves(pid, data)) {
      return Optional.empty();
    }
    int port = lines.size() > PORT_LINE ? Integer.parseInt(lines.get(PORT_LINE).strip()) : 0;
    boolean ready = lines.size() > STATUS_LINE && lines.get(STATUS_LINE).startsWith("ready");
    return Optional.of(new Postmaster(pid, port, ready && port > 0));
  }

  private static boolean serves(long pid, Path data) {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .flatMap(process -> process.info().arguments())
        .filter(arguments -> Arrays.asList(arguments).contains(data.toString()))
        .isPresent();
  }
}
