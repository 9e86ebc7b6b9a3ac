package org.rollbook.sources.cleverapi;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.rollbook.sources.Finding;
import org.rollbook.sources.Reading;
import org.rollbook.sources.RosterSink;
import org.rollbook.sources.SnapshotSource;
import org.rollbook.sources.files.RosterFiles;
import org.rollbook.sources.files.UnsafeFileException;

/**
 * A district that {@link CleverApiPull} has written into a folder. It gives the records that
 * Clever's files of the same district would give, under Clever's ids instead of the SIS's.
 */
public final class CleverApiDump implements SnapshotSource {
  private final RosterFiles files;

  /**
   * @param files closed together with this source
   */
  public CleverApiDump(RosterFiles files) {
    this.files = files;
  }

  /** Whether {@code files} are of a pull, complete or not. */
  public static boolean recognises(RosterFiles files) {
    return files.find(Manifest.FILE).isPresent()
        || Arrays.stream(DumpFile.values())
            .anyMatch(file -> files.find(file.fileName()).isPresent());
  }

  @Override
  public String format() {
    return "Clever API";
  }

  /**
   * {@inheritDoc}
   *
   * <p>As for Clever's files; the manifest does not count, for it only says that they are whole.
   */
  @Override
  public String digest() throws IOException {
    MessageDigest all = sha256();
    for (DumpFile file : DumpFile.values()) {
      Optional<String> name = files.find(file.fileName());
      if (name.isPresent()) {
        all.update(file.fileName().getBytes(UTF_8));
        all.update((byte) 0);
        all.update(digest(name.get()));
      }
    }
    return HexFormat.of().formatHex(all.digest());
  }

  private byte[] digest(String name) throws IOException {
    MessageDigest one = sha256();
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = files.open(name)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        one.update(buffer, 0, read);
      }
    }
    return one.digest();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  @Override
  public Reading read(RosterSink sink) throws IOException {
    Optional<Manifest> manifest = Manifest.read(files);
    if (manifest.isEmpty()) {
      return refused(
          Manifest.FILE,
          "INCOMPLETE_PULL",
          "The district was not read from the Clever API to its end; nothing is imported, please"
              + " let it be read again.");
    }
    try {
      return new DumpReading(files, manifest.get(), sink).read();
    } catch (DumpLines.Damaged damaged) {
      String file = String.valueOf(damaged.getMessage());
      return refused(
          file,
          "DAMAGED_PULL",
          file
              + " is not as it was written when the district was read; nothing is imported, please"
              + " let it be read again.");
    } catch (UnsafeFileException unsafe) {
      return new Reading.Refused(List.of(unsafe.refusal().finding()));
    }
  }

  private static Reading refused(String file, String code, String message) {
    return new Reading.Refused(List.of(new Finding(file, 0, "", code, message)));
  }

  @Override
  public void close() throws IOException {
    files.close();
  }
}
