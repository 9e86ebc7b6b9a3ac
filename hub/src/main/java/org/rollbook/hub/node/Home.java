package org.rollbook.hub.node;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Set;

/** A node's home directory: configuration, secret key, embedded data. For its owner only. */
public final class Home {
  private static final int KEY_BYTES = 32;
  private static final Set<PosixFilePermission> OWNER_ONLY =
      Set.copyOf(PosixFilePermissions.fromString("rwx------"));

  /** All that Rollbook's commands put there, and the settings that a person does. */
  private static final Set<String> OURS =
      Set.of("rollbook.yml", "secret.key", "postgres", "emulator-key.json", "demo-files");

  private final Path folder;

  Home(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
  }

  /** Where it is. */
  public Path folder() {
    return folder;
  }

  /**
   * Makes the directory when it is missing, and closes it to others when it holds nothing but what
   * is ours. One that is used for other things too keeps its rights: {@link #openToOthers}.
   */
  public Path made() {
    try {
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
      } else if (openToOthers() && holdsOnlyOurs()) {
        Files.setPosixFilePermissions(folder, OWNER_ONLY);
      }
      return folder;
    } catch (IOException e) {
      throw new SettingsRefused(
          "The home directory %s cannot be made: %s. Choose another with --home."
              .formatted(folder, FileFault.says(e)),
          e);
    }
  }

  /** Whether others than its owner may look into the directory. */
  public boolean openToOthers() {
    try {
      return !OWNER_ONLY.containsAll(Files.getPosixFilePermissions(folder));
    } catch (IOException | UnsupportedOperationException e) {
      // What cannot be asked cannot be put right; whoever needs the directory meets what is wrong.
      return false;
    }
  }

  private boolean holdsOnlyOurs() throws IOException {
    try (var inside = Files.list(folder)) {
      return inside.map(path -> path.getFileName().toString()).allMatch(OURS::contains);
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
      throw new SettingsRefused("%s cannot be read: %s.".formatted(file, FileFault.says(e)), e);
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
