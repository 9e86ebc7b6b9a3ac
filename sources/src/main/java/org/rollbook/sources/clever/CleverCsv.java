package org.rollbook.sources.clever;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.rollbook.sources.Finding;
import org.rollbook.sources.Reading;
import org.rollbook.sources.RosterSink;
import org.rollbook.sources.SnapshotDigest;
import org.rollbook.sources.SnapshotSource;
import org.rollbook.sources.files.RosterFiles;
import org.rollbook.sources.files.UnsafeFileException;

/**
 * A roster in Clever's CSV format: schools, teachers, students, sections and enrollments, and staff
 * where there is one. Each is a file of that name with {@code .csv}, whatever its capital letters.
 *
 * <p>A file or column that is missing refuses the snapshot; a row that cannot be read is set aside;
 * a value that is not understood is left out of its row (H3).
 */
public final class CleverCsv implements SnapshotSource {
  private final RosterFiles files;

  /**
   * @param files closed together with this source
   */
  public CleverCsv(RosterFiles files) {
    this.files = files;
  }

  /**
   * Whether any file that only Clever's format has is among {@code files}; others may be missing
   * still. An enrollments.csv alone says nothing: OneRoster has one too.
   */
  public static boolean recognises(RosterFiles files) {
    return Arrays.stream(CleverFile.values())
        .filter(file -> file != CleverFile.ENROLLMENTS)
        .anyMatch(file -> files.find(file.fileName()).isPresent());
  }

  /** The names of the files that the format cannot do without. */
  public static List<String> requiredFiles() {
    return Arrays.stream(CleverFile.values())
        .filter(CleverFile::isRequired)
        .map(CleverFile::fileName)
        .toList();
  }

  @Override
  public String format() {
    return "Clever CSV";
  }

  @Override
  public SnapshotDigest digest() throws IOException {
    return SnapshotDigest.of(
        files, Arrays.stream(CleverFile.values()).map(CleverFile::fileName).toList());
  }

  @Override
  public Reading read(RosterSink sink) throws IOException {
    try {
      var check = new HeaderCheck(files);
      if (!check.faults().isEmpty()) {
        return new Reading.Refused(List.copyOf(check.faults()));
      }
      reportUnreadFiles(sink);
      return new SnapshotReading(files, sink).read(check.headers());
    } catch (CharacterCodingException undecodable) {
      return new Reading.Refused(undecodableFiles());
    } catch (UnsafeFileException unsafe) {
      return new Reading.Refused(List.of(unsafe.refusal().finding()));
    }
  }

  private void reportUnreadFiles(RosterSink sink) {
    List<String> read = Arrays.stream(CleverFile.values()).map(CleverFile::fileName).toList();
    for (String name : files.names()) {
      if (read.stream().noneMatch(name::equalsIgnoreCase)) {
        sink.finding(new Finding(name, 0, "", Code.FILE_NOT_READ.name(), unreadFile(name)));
      }
    }
  }

  private static String unreadFile(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "admins.csv" ->
          "admins.csv is no longer part of the format and is not read; please deliver staff.csv.";
      case "contacts.csv" ->
          "contacts.csv is not part of the format and is not read; please put contacts into"
              + " students.csv.";
      default ->
          "%s is not part of the format and is not read; nothing needs to be done."
              .formatted(FileReading.shown(name));
    };
  }

  private List<Finding> undecodableFiles() throws IOException {
    var findings = new ArrayList<Finding>();
    for (CleverFile file : CleverFile.values()) {
      Optional<String> name = files.find(file.fileName());
      if (name.isPresent()) {
        NotUtf8.in(files, name.get()).ifPresent(findings::add);
      }
    }
    return List.copyOf(findings);
  }

  @Override
  public void close() throws IOException {
    files.close();
  }
}
