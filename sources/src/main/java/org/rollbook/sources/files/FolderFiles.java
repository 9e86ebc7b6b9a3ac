package org.rollbook.sources.files;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rollbook.sources.files.FilesRefusal.Reason;

/** The regular files of one folder. Its sub-folders are not entered. */
final class FolderFiles implements RosterFiles {
  private final Path folder;
  private final List<String> names;
  private final Allowance allowance;

  private FolderFiles(Path folder, List<String> names, Limits limits) {
    this.folder = folder;
    this.names = names;
    this.allowance = new Allowance(limits);
  }

  static FilesOpening open(Path given, Limits limits) throws IOException {
    Path folder = given.toRealPath();
    List<Path> listed = list(folder, limits);
    if (listed.size() == 1 && isOwnFolder(folder, listed.getFirst())) {
      folder = listed.getFirst();
      listed = list(folder, limits);
    }
    if (listed.size() > limits.entries()) {
      return refused(
          EntryNames.refusal(Reason.TOO_MANY_FILES, given.toString(), "holds too many files"));
    }
    return open(folder, listed, limits);
  }

  private static FilesOpening open(Path folder, List<Path> listed, Limits limits)
      throws IOException {
    var names = new ArrayList<String>();
    for (Path path : listed) {
      if (Files.isDirectory(path)) {
        continue;
      }
      String name = path.getFileName().toString();
      if (leadsOut(folder, path)) {
        return linkOut(name);
      }
      // A pipe or a device would make the reader wait for ever.
      if (Files.isRegularFile(path)) {
        names.add(name);
      }
    }
    names.sort(null);
    Optional<FilesRefusal> duplicate = EntryNames.duplicate(names);
    return duplicate.isPresent()
        ? refused(duplicate)
        : new FilesOpening.Opened(new FolderFiles(folder, List.copyOf(names), limits));
  }

  private static FilesOpening linkOut(String name) {
    return refused(EntryNames.refusal(Reason.OUTSIDE_FOLDER, name, "is a link out of its folder"));
  }

  /** A link to nothing leads nowhere, which is not a file either: it counts as leading out. */
  private static boolean leadsOut(Path folder, Path path) throws IOException {
    return Files.isSymbolicLink(path)
        && (!Files.exists(path) || !path.toRealPath().startsWith(folder));
  }

  private static boolean isOwnFolder(Path folder, Path inner) throws IOException {
    return Files.isDirectory(inner) && !leadsOut(folder, inner);
  }

  /** What is in the folder but litter, and one more than the limit at most. */
  private static List<Path> list(Path folder, Limits limits) throws IOException {
    var listed = new ArrayList<Path>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
      for (Path path : all) {
        if (!EntryNames.isLitter(path.getFileName().toString())
            && listed.size() <= limits.entries()) {
          listed.add(path);
        }
      }
    }
    return listed;
  }

  private static FilesOpening refused(Optional<FilesRefusal> refusal) {
    return new FilesOpening.Refused(refusal.orElseThrow());
  }

  @Override
  public List<String> names() {
    return names;
  }

  @Override
  public InputStream open(String name) throws IOException {
    Path path = path(name);
    // Looked at again: a link may have been put there since.
    if (leadsOut(folder, path) || !Files.isRegularFile(path)) {
      throw Allowance.refused(Reason.OUTSIDE_FOLDER, name, "was replaced while it was being read");
    }
    return new BufferedInputStream(
        new CountedStream(Files.newInputStream(path), allowance, name, 0), 1 << 16);
  }

  @Override
  public long claimedSize(String name) throws IOException {
    return Files.size(path(name));
  }

  private Path path(String name) {
    if (!names.contains(name)) {
      throw new IllegalArgumentException("no file " + name + " in the folder");
    }
    return folder.resolve(name);
  }

  @Override
  public void close() {
    // Every stream is closed by whoever opened it.
  }
}
