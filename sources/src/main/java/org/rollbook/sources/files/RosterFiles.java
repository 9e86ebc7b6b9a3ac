package org.rollbook.sources.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A safe view of the files of one delivery, be it a folder or a zip. Every name is a plain file
 * name: a path cannot be asked for, so none can lead astray.
 */
public sealed interface RosterFiles extends AutoCloseable permits FolderFiles, ZipFiles {
  /** The names of the files, in alphabetical order, each once whatever its capital letters. */
  List<String> names();

  /** The name as the delivery writes it of the file that {@code name} means, ignoring case. */
  default Optional<String> find(String name) {
    return names().stream().filter(name::equalsIgnoreCase).findFirst();
  }

  /**
   * The file's bytes from the beginning; may be called again and again. The stream counts what
   * comes out and ends with {@link UnsafeFileException} when a limit is passed or a zip is damaged.
   *
   * @param name one of {@link #names}
   * @throws IllegalArgumentException for any other name
   */
  InputStream open(String name) throws IOException;

  /**
   * The size in bytes that the file system or zip claims: for progress bars, never for decisions.
   *
   * @throws IllegalArgumentException for a name that is not one of {@link #names}
   */
  long claimedSize(String name) throws IOException;

  @Override
  void close() throws IOException;

  /**
   * Opens a folder, or a zip whatever its name ends in. When all files lie in one common top
   * folder, that folder is what is opened.
   *
   * @throws IOException when the disk fails
   */
  static FilesOpening open(Path folderOrZip, Limits limits) throws IOException {
    if (!Files.exists(folderOrZip)) {
      return new FilesOpening.Nothing(
          "There is no file or folder " + folderOrZip + "; check the path.");
    }
    if (Files.isDirectory(folderOrZip)) {
      return FolderFiles.open(folderOrZip, limits);
    }
    if (!Files.isRegularFile(folderOrZip) || !looksLikeZip(folderOrZip)) {
      return new FilesOpening.Nothing(
          folderOrZip + " is neither a folder nor a zip file; give the folder with the CSV files.");
    }
    return ZipFiles.open(folderOrZip, limits);
  }

  private static boolean looksLikeZip(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] start = in.readNBytes(4);
      boolean signed = start.length == 4 && start[0] == 'P' && start[1] == 'K';
      return signed || file.toString().toLowerCase(Locale.ROOT).endsWith(".zip");
    }
  }
}
