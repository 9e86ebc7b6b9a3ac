package org.rollbook.hub.node;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;

/** A node's home directory: configuration, secret key, embedded data. For its owner only. */
public final class Home {
  private static final int KEY_BYTES = 32;

  private final Path folder;

  Home(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
  }

  /** Where it is. */
  public Path folder() {
    return folder;
  }

  /** Makes the directory when it is missing. */
  public Path made() {
    try {
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(
            folder,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      }
      return folder;
    } catch (IOException e) {
      throw new SettingsRefused(
          "The home directory %s cannot be made: %s. Choose another with --home."
              .formatted(folder, e.getMessage()),
          e);
    }
  }

  /** The node's key, with which secrets are sealed; made when missing. */
  byte[] secretKey(SecureRandom random) {
    var file = made().resolve("secret.key");
    try {
      if (!Files.exists(file)) {
        make(file, random);
      }
      var key = Files.readAllBytes(file);
      if (key.length != KEY_BYTES) {
        throw new SettingsRefused(
            "%s has %d bytes and not %d. Put the right file back, or move this one away and connect"
                    .formatted(file, key.length, KEY_BYTES)
                + " again.");
      }
      return key;
    } catch (IOException e) {
      throw new SettingsRefused("%s cannot be read: %s.".formatted(file, e.getMessage()), e);
    }
  }

  /** Written beside its place and linked to it: two processes that start at once get one key. */
  private void make(Path file, SecureRandom random) throws IOException {
    var key = new byte[KEY_BYTES];
    random.nextBytes(key);
    var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    var fresh = Files.createTempFile(folder, "secret-", ".new", owner);
    try {
      Files.write(fresh, key);
      Files.createLink(file, fresh);
    } catch (FileAlreadyExistsException e) {
      // Another process was faster; its key is the one.
    } finally {
      Files.deleteIfExists(fresh);
    }
  }
}
