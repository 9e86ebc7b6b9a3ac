package org.rollbook.sources.files;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.rollbook.sources.files.FilesRefusal.Reason;

/** The files of one zip, unpacked only as they are read, and only into the reader's hands. */
final class ZipFiles implements RosterFiles {
  private final ZipFile zip;
  private final SortedMap<String, ZipEntry> entries;
  private final Allowance allowance;

  private ZipFiles(ZipFile zip, SortedMap<String, ZipEntry> entries, Limits limits) {
    this.zip = zip;
    this.entries = Collections.unmodifiableSortedMap(entries);
    this.allowance = new Allowance(limits);
  }

  static FilesOpening open(Path path, Limits limits) throws IOException {
    String name = String.valueOf(path.getFileName());
    if (ZipDirectory.holdsMoreThan(path, limits.entries())) {
      return refused(EntryNames.refusal(Reason.TOO_MANY_FILES, name, "holds too many files"));
    }
    ZipFile zip;
    try {
      zip = new ZipFile(path.toFile());
    } catch (ZipException fault) {
      return refused(damaged(name, fault));
    }
    FilesOpening opening = open(zip, limits);
    if (!(opening instanceof FilesOpening.Opened)) {
      zip.close();
    }
    return opening;
  }

  private static FilesOpening open(ZipFile zip, Limits limits) {
    var files = new ArrayList<ZipEntry>();
    for (ZipEntry entry : Collections.list(zip.entries())) {
      Optional<FilesRefusal> unsafe = EntryNames.unsafe(entry.getName());
      if (unsafe.isPresent()) {
        return refused(unsafe);
      }
      if (!entry.isDirectory() && !EntryNames.isLitter(entry.getName())) {
        files.add(entry);
      }
    }
    return open(zip, files, limits);
  }

  private static FilesOpening open(ZipFile zip, List<ZipEntry> files, Limits limits) {
    List<String> paths = files.stream().map(ZipEntry::getName).toList();
    String folder = EntryNames.commonFolder(paths);
    Optional<FilesRefusal> fault = EntryNames.duplicate(paths).or(() -> nested(paths, folder));
    if (fault.isPresent()) {
      return refused(fault);
    }
    var entries = new TreeMap<String, ZipEntry>();
    files.forEach(entry -> entries.put(entry.getName().substring(folder.length()), entry));
    return new FilesOpening.Opened(new ZipFiles(zip, entries, limits));
  }

  private static Optional<FilesRefusal> nested(List<String> paths, String folder) {
    return paths.stream()
        .filter(path -> path.indexOf('/', folder.length()) >= 0)
        .findFirst()
        .flatMap(path ->
            EntryNames.refusal(
                Reason.NESTED_FOLDER, path, "lies in a folder beside other files or folders"));
  }

  /** The JDK tells encryption from damage only in the words of its message. */
  private static Optional<FilesRefusal> damaged(String name, ZipException fault) {
    return String.valueOf(fault.getMessage()).contains("encrypted")
        ? EntryNames.refusal(Reason.ENCRYPTED_ZIP, name, "is protected by a password")
        : EntryNames.refusal(Reason.DAMAGED_ZIP, name, "is no zip file or is damaged");
  }

  private static FilesOpening refused(Optional<FilesRefusal> refusal) {
    return new FilesOpening.Refused(refusal.orElseThrow());
  }

  @Override
  public List<String> names() {
    return List.copyOf(entries.keySet());
  }

  @Override
  public InputStream open(String name) throws IOException {
    ZipEntry entry = entry(name);
    InputStream unpacked;
    try {
      unpacked = zip.getInputStream(entry);
    } catch (ZipException damaged) {
      throw CheckedEntry.damaged(name, damaged);
    }
    // A stored entry that claims to take no room must not escape the ratio.
    long packed = Math.max(1, entry.getCompressedSize());
    var counted = new CountedStream(unpacked, allowance, name, packed);
    return new BufferedInputStream(new CheckedEntry(counted, entry, name), 1 << 16);
  }

  @Override
  public long claimedSize(String name) {
    return entry(name).getSize();
  }

  private ZipEntry entry(String name) {
    ZipEntry entry = entries.get(name);
    if (entry == null) {
      throw new IllegalArgumentException("no file " + name + " in the zip");
    }
    return entry;
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
