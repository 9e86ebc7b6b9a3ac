package org.rollbook.sources.cleverapi;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.rollbook.sources.Finding;
import org.rollbook.sources.Reading;
import org.rollbook.sources.RosterSink;
import org.rollbook.sources.SnapshotDigest;
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
   * <p>The manifest does not count, for it only says that the files are whole.
   */
  @Override
  public SnapshotDigest digest() throws IOException {
    return SnapshotDigest.of(
        files, Arrays.stream(DumpFile.values()).map(DumpFile::fileName).toList());
  }

  @Override
  public Reading read(RosterSink sink) throws IOException {
    try {
      var manifest = Manifest.read(files);
      return manifest.isPresent()
          ? new DumpReading(files, manifest.get(), sink).read()
          : refused(
              Manifest.FILE,
              "INCOMPLETE_PULL",
              "The district was not read from the Clever API to its end; nothing is imported,"
                  + " please let it be read again.");
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
