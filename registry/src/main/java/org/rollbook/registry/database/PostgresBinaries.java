package org.rollbook.registry.database;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The server's programs, unpacked once per version into the user's cache directory, or into the
 * home directory when the user has none that can be written.
 */
final class PostgresBinaries {
  /** Goes with the version of the binaries in the pom: another version, another folder. */
  private static final String VERSION = "postgres-18.6.0";

  private PostgresBinaries() {}

  static Path unpacked(Path home) throws IOException {
    Path place = cache(home).resolve(VERSION + "-" + system() + "-" + architecture());
    if (!Files.isDirectory(place)) {
      unpackInto(place);
    }
    return place.resolve("bin");
  }

  private static Path cache(Path home) throws IOException {
    Path user = Path.of(System.getProperty("user.home", "/nonexistent"));
    if (user.isAbsolute() && Files.isDirectory(user) && Files.isWritable(user)) {
      return Files.createDirectories(user.resolve(".cache").resolve("rollbook"));
    }
    return Files.createDirectories(home);
  }

  /** Into a folder of its own, renamed when whole: nobody meets a half-unpacked server. */
  private static void unpackInto(Path place) throws IOException {
    Path fresh = Files.createTempDirectory(place.getParent(), "unpacking-");
    try (InputStream packed =
            DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system(), architecture());
        var archive =
            new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)))) {
      for (TarArchiveEntry entry = archive.getNextEntry();
          entry != null;
          entry = archive.getNextEntry()) {
        unpack(archive, entry, fresh);
      }
    }
    try {
      Files.move(fresh, place, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
      // Another process was quicker. What we unpacked is deleted with the cache, at worst.
      deleteTree(fresh);
    }
  }

  private static void unpack(TarArchiveInputStream archive, TarArchiveEntry entry, Path into)
      throws IOException {
    Path target = into.resolve(entry.getName()).normalize();
    if (!target.startsWith(into)) {
      throw new IOException("the server's archive names a file outside of it: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(archive, target);
    boolean program = (entry.getMode() & 0100) != 0;
    Files.setPosixFilePermissions(
        target, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
  }

  private static void deleteTree(Path folder) throws IOException {
    try (var paths = Files.walk(folder)) {
      for (Path path : paths.toList().reversed()) {
        Files.delete(path);
      }
    }
  }

  private static String system() {
    String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    return name.startsWith("mac") ? "Darwin" : name.startsWith("windows") ? "Windows" : "Linux";
  }

  private static String architecture() {
    String name = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
    return switch (name) {
      case "amd64", "x86_64" -> "x86_64";
      case "aarch64", "arm64" -> "arm_64";
      default -> name;
    };
  }
}
