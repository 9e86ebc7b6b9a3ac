package org.rollbook.registry.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Who uses the embedded server: one locked file per user. A process that is killed lets its lock go
 * but leaves its file, by which the others see that it is dead.
 *
 * <p>Files and not one shared lock, because POSIX drops all of a process's locks on a file as soon
 * as it closes any channel to it.
 */
final class AttachedProcesses {
  private final Path folder;

  AttachedProcesses(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
  }

  /** One use, until it is closed. */
  static final class Use {
    private final Path file;
    private final FileChannel channel;

    private Use(Path file, FileChannel channel) {
      this.file = file;
      this.channel = channel;
    }

    void end() throws IOException {
      Files.deleteIfExists(file);
      channel.close();
    }
  }

  Use begin() throws IOException {
    Path file = folder.resolve(ownPrefix() + UUID.randomUUID());
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    channel.lock();
    return new Use(file, channel);
  }

  boolean anyAlive() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        if (isAlive(file)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isAlive(Path file) throws IOException {
    // Our own files are not probed: closing the probe would let go of the lock.
    if (file.getFileName().toString().startsWith(ownPrefix())) {
      return true;
    }
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      if (lock == null) {
        return true;
      }
      Files.deleteIfExists(file);
      return false;
    }
  }

  /** Process numbers come again, in containers at every start; with the start time they do not. */
  private static String ownPrefix() {
    ProcessHandle self = ProcessHandle.current();
    Instant start = self.info().startInstant().orElse(Instant.EPOCH);
    return self.pid() + "-" + start.toEpochMilli() + "-";
  }
}
