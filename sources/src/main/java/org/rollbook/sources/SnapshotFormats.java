package org.rollbook.sources;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.rollbook.sources.clever.CleverCsv;
import org.rollbook.sources.cleverapi.CleverApiDump;
import org.rollbook.sources.files.FilesOpening;
import org.rollbook.sources.files.Limits;
import org.rollbook.sources.files.RosterFiles;

/** Recognises the format of a delivery by the names of its files. */
public final class SnapshotFormats {
  private static final List<String> ONEROSTER =
      List.of("manifest.csv", "orgs.csv", "classes.csv", "academicSessions.csv");

  private SnapshotFormats() {}

  /** Opens a folder or zip with {@link Limits#DEFAULT}. */
  public static SnapshotOpening open(Path folderOrZip) throws IOException {
    return open(folderOrZip, Limits.DEFAULT);
  }

  /**
   * Opens a folder or zip.
   *
   * @throws IOException when the disk fails
   */
  public static SnapshotOpening open(Path folderOrZip, Limits limits) throws IOException {
    return switch (RosterFiles.open(folderOrZip, limits)) {
      case FilesOpening.Nothing(String message) -> new SnapshotOpening.Nothing(message);
      case FilesOpening.Refused(var refusal) ->
          new SnapshotOpening.Refused(List.of(refusal.finding()));
      case FilesOpening.Opened(RosterFiles files) ->
          recognise(files, String.valueOf(folderOrZip.getFileName()));
    };
  }

  private static SnapshotOpening recognise(RosterFiles files, String name) throws IOException {
    if (CleverApiDump.recognises(files)) {
      return new SnapshotOpening.Ready(new CleverApiDump(files));
    }
    boolean declaresOneRoster = files.find("manifest.csv").isPresent();
    if (!declaresOneRoster && CleverCsv.recognises(files)) {
      return new SnapshotOpening.Ready(new CleverCsv(files));
    }
    boolean oneRoster = ONEROSTER.stream().anyMatch(file -> files.find(file).isPresent());
    files.close();
    return oneRoster ? oneRosterNotYet(name) : unknown(name);
  }

  private static SnapshotOpening oneRosterNotYet(String name) {
    return refused(
        name,
        "ONEROSTER_NOT_YET",
        "%s holds a OneRoster export, which cannot be read yet; nothing is imported, please"
            + " deliver Clever's CSV files.");
  }

  private static SnapshotOpening unknown(String name) {
    return refused(
        name,
        "UNKNOWN_FORMAT",
        "%s holds no roster files; nothing is imported, please deliver "
            + String.join(", ", CleverCsv.requiredFiles())
            + ".");
  }

  private static SnapshotOpening refused(String name, String code, String message) {
    return new SnapshotOpening.Refused(
        List.of(new Finding(name, 0, "", code, message.formatted(name))));
  }
}
