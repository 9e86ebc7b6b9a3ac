package org.rollbook.registry.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The PostgreSQL under {@code home/postgres}, as one process uses it. Whoever comes first starts
 * it, whoever leaves last stops it; between them it belongs to nobody, so that a killed process
 * takes nothing down with it.
 */
final class EmbeddedServer {
  private static final String ROLE = "rollbook";
  private static final int START_ATTEMPTS = 3;
  private static final int READY_ATTEMPTS = 600;
  private static final int CLOSING_SECONDS = 4;

  /** File locks are per process; this one keeps threads of one process apart. */
  private static final Object ONE_THREAD = new Object();

  private final Path folder;
  private final Path data;
  private final PostgresPrograms programs;
  private final AttachedProcesses attached;
  private final AttachedProcesses.Use use;
  private final Thread atExit = new Thread(this::leaveAtExit, "rollbook-postgres-exit");
  private final CountDownLatch closed = new CountDownLatch(1);
  private final int port;

  private EmbeddedServer(Path folder, PostgresPrograms programs) throws IOException {
    this.folder = folder;
    this.data = folder.resolve("data");
    this.programs = programs;
    this.attached = new AttachedProcesses(folder.resolve("attached"));
    this.port = runningPort();
    this.use = attached.begin();
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  static EmbeddedServer attach(Path home) {
    Path folder = home.toAbsolutePath().normalize().resolve("postgres");
    try {
      Files.createDirectories(folder);
      var programs = new PostgresPrograms(PostgresBinaries.unpacked(folder));
      synchronized (ONE_THREAD) {
        FileChannel turn = turn(folder);
        try (turn) {
          return new EmbeddedServer(folder, programs);
        }
      }
    } catch (IOException e) {
      throw new DatabaseUnavailable(
          DatabaseUnavailable.Reason.OUTSIDE,
          "The database under %s cannot be opened: %s. Check the disk and who owns that folder."
              .formatted(folder, e),
          e);
    }
  }

  /** Held until it is closed: one process at a time starts or stops the server. */
  private static FileChannel turn(Path folder) throws IOException {
    FileChannel channel =
        FileChannel.open(
            folder.resolve("start.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    channel.lock();
    return channel;
  }

  DatabaseSettings.External address() {
    return address("postgres");
  }

  DatabaseSettings.External address(String database) {
    try {
      return new DatabaseSettings.External(
          "jdbc:postgresql://127.0.0.1:" + port + "/" + database,
          ROLE,
          Files.readString(passwordFile()));
    } catch (IOException e) {
      throw new DatabaseUnavailable(
          DatabaseUnavailable.Reason.OUTSIDE, "The file %s cannot be read.".formatted(folder), e);
    }
  }

  private int runningPort() throws IOException {
    if (!Files.exists(data.resolve("PG_VERSION"))) {
      make();
    }
    Optional<Postmaster> running = Postmaster.running(data);
    return running.isPresent() ? whenReady() : start();
  }

  /** Made beside its place and renamed: a crash leaves no half-made database. */
  private void make() throws IOException {
    Path fresh = Files.createTempDirectory(folder, "making-");
    var bytes = new byte[24];
    new SecureRandom().nextBytes(bytes);
    Files.deleteIfExists(passwordFile());
    Files.createFile(
        passwordFile(),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(passwordFile(), HexFormat.of().formatHex(bytes));
    programs.run(
        "initdb",
        List.of(
            "-D",
            fresh.toString(),
            "-U",
            ROLE,
            "-A",
            "scram-sha-256",
            "--pwfile=" + passwordFile(),
            "-E",
            "UTF8",
            "--no-locale",
            "--no-instructions"));
    Files.move(fresh, data);
  }

  private Path passwordFile() {
    return folder.resolve("password");
  }

  private int start() throws IOException {
    // Nobody runs over this data. After a machine crash the number in the file may belong to
    // another program, which would make PostgreSQL refuse to start.
    Files.deleteIfExists(Postmaster.fileOf(data));
    for (int attempt = 1; ; attempt++) {
      int free = freePort();
      try {
        programs.run("pg_ctl", startArguments(free));
        return free;
      } catch (DatabaseUnavailable e) {
        if (attempt == START_ATTEMPTS) {
          throw new DatabaseUnavailable(
              e.reason(), e.getMessage() + " Its log is " + log() + ".", e);
        }
      }
    }
  }

  private List<String> startArguments(int free) {
    return List.of(
        "start", "-w", "-D", data.toString(), "-l", log().toString(), "-o", serverOptions(free));
  }

  private Path log() {
    return folder.resolve("log");
  }

  /** Durable: fsync, full page writes and synchronous commit stay as they are, which is on. */
  private static String serverOptions(int port) {
    return String.join(
        " ",
        "-p " + port,
        "-c listen_addresses=127.0.0.1",
        "-c unix_socket_directories=",
        "-c max_connections=100",
        "-c shared_buffers=256MB",
        "-c wal_buffers=16MB",
        // Imports are staged in temporary tables.
        "-c temp_buffers=128MB",
        "-c max_wal_size=4GB",
        "-c checkpoint_timeout=15min",
        // Nobody replicates from an embedded server: less to write.
        "-c wal_level=minimal",
        "-c max_wal_senders=0",
        // Compiling a plan costs more than our statements do.
        "-c jit=off",
        "-c log_min_messages=warning");
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** A process killed while it started the server leaves one that is still starting. */
  private int whenReady() throws IOException {
    for (int attempt = 0; attempt < READY_ATTEMPTS; attempt++) {
      Optional<Postmaster> running = Postmaster.running(data);
      if (running.isEmpty()) {
        return start();
      }
      if (running.get().ready()) {
        return running.get().port();
      }
      pause();
    }
    throw new IOException("PostgreSQL has been starting for a minute; its log is " + log());
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while PostgreSQL starts", e);
    }
  }

  void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      closed.countDown(); // The process is on its way out: the hook does it.
      return;
    }
    leaveQuietly();
  }

  /** Whoever is interrupted in the middle of something may still have to write down how it ends. */
  private void leaveAtExit() {
    try {
      var _ = closed.await(CLOSING_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    leaveQuietly();
  }

  /** A server that does not stop is left to the next process: no reason to fail a finished one. */
  private void leaveQuietly() {
    try {
      leave();
    } catch (IOException | DatabaseUnavailable e) {
      System.getLogger(EmbeddedServer.class.getName())
          .log(
              System.Logger.Level.WARNING, "the embedded database did not stop: " + e.getMessage());
    }
  }

  private void leave() throws IOException {
    synchronized (ONE_THREAD) {
      FileChannel turn = turn(folder);
      try (turn) {
        use.end();
        if (!attached.anyAlive() && Postmaster.running(data).isPresent()) {
          programs.run("pg_ctl", List.of("stop", "-w", "-m", "fast", "-D", data.toString()));
        }
      }
    }
  }
}
