package org.rollbook.sources.clever;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalLong;
import org.rollbook.sources.Finding;
import org.rollbook.sources.files.RosterFiles;
import org.rollbook.sources.files.UnsafeFileException;

/**
 * A file whose bytes are not UTF-8. Reading them as another encoding would be a silent guess that
 * changes people's names, so the snapshot is refused.
 */
final class NotUtf8 {
  private NotUtf8() {}

  /** What is wrong with the file, and on which line; damage of a zip counts too. */
  static Optional<Finding> in(RosterFiles files, String name) throws IOException {
    OptionalLong line;
    try (InputStream in = files.open(name)) {
      line = Utf8.firstBadLine(in);
    } catch (UnsafeFileException unsafe) {
      return Optional.of(unsafe.refusal().finding());
    }
    return line.isEmpty() ? Optional.empty() : Optional.of(finding(name, line.getAsLong()));
  }

  private static Finding finding(String name, long line) {
    String message =
        ("Line %d of %s has letters that are not in the UTF-8 encoding; nothing is imported, please"
                + " export the file again as \"CSV UTF-8\".")
            .formatted(line, name);
    return new Finding(name, line, "", Code.NOT_UTF8.name(), message);
  }
}
