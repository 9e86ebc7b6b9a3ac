package org.rollbook.sources.files;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import org.rollbook.sources.files.FilesRefusal.Reason;

/** Which names a delivery may use. */
final class EntryNames {
  private static final int LONGEST = 255;

  private EntryNames() {}

  /** Why a zip entry's name cannot be taken, if it cannot. A folder's name ends in a slash. */
  static Optional<FilesRefusal> unsafe(String name) {
    String path = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
    boolean plain = List.of(path.split("/", -1)).stream().allMatch(EntryNames::isPlain);
    return plain
        ? Optional.empty()
        : refusal(Reason.UNSAFE_NAME, name, "has a name that is not safe to use");
  }

  private static boolean isPlain(String part) {
    return !part.isBlank()
        && part.length() <= LONGEST
        && !part.equals(".")
        && !part.equals("..")
        && part.indexOf('\\') < 0
        && part.indexOf(':') < 0
        && part.chars().noneMatch(Character::isISOControl);
  }

  /** What operating systems leave in folders and zips, which nobody means to deliver. */
  static boolean isLitter(String name) {
    String last = name.substring(name.lastIndexOf('/') + 1);
    return name.startsWith("__MACOSX/")
        || last.startsWith(".")
        || last.equalsIgnoreCase("Thumbs.db")
        || last.equalsIgnoreCase("desktop.ini");
  }

  /**
   * The one folder that all {@code names} lie in, with its slash; empty text when there is none.
   */
  static String commonFolder(List<String> names) {
    if (names.isEmpty()) {
      return "";
    }
    String folder = names.getFirst().substring(0, names.getFirst().indexOf('/') + 1);
    return names.stream().allMatch(name -> name.startsWith(folder)) ? folder : "";
  }

  /** Two names that a person would take for the same, if there are any. */
  static Optional<FilesRefusal> duplicate(List<String> names) {
    var seen = new TreeMap<String, String>();
    for (String name : names) {
      String earlier = seen.putIfAbsent(name.toLowerCase(Locale.ROOT), name);
      if (earlier != null) {
        return refusal(Reason.DUPLICATE_NAME, name, "is there twice");
      }
    }
    return Optional.empty();
  }

  static Optional<FilesRefusal> refusal(Reason reason, String file, String fault) {
    String shown = file.replaceAll("\\p{Cntrl}", "?");
    return Optional.of(
        new FilesRefusal(
            reason,
            shown,
            "The file \"" + shown + "\" " + fault + "; nothing was read, please deliver again."));
  }
}
