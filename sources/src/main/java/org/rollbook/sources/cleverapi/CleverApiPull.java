package org.rollbook.sources.cleverapi;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a district whole into a folder, from where it is taken in like any delivery: {@link
 * CleverApiDump} reads it, again if it is held. Memory is that of one page, whatever the size.
 */
public final class CleverApiPull {
  /** A district whose SIS is just being taken in is still for minutes at a time. */
  private static final int ATTEMPTS = 3;

  private final CleverApi api;
  private final Path folder;

  private CleverApiPull(CleverApi api, Path folder) {
    this.api = api;
    this.folder = folder;
  }

  /**
   * Pulls the one district that the token is for.
   *
   * @param folder made when it is not there; files of an earlier pull in it are removed
   * @throws IOException when the disk fails, or the thread is interrupted
   */
  public static Pulled pull(CleverApi api, Path folder) throws IOException {
    Files.createDirectories(folder);
    var pull = new CleverApiPull(api, folder);
    boolean complete = false;
    try {
      Pulled pulled = pull.attempts();
      complete = pulled instanceof Pulled.Complete;
      return pulled;
    } catch (CleverException fault) {
      return new Pulled.Refused(PullRefusal.of(fault));
    } finally {
      if (!complete) {
        pull.clear();
      }
    }
  }

  /** What is newest at one moment: equal before and after, nothing changed in between. */
  private record Moment(String district, Optional<Instant> lastSync, Optional<String> event) {}

  private Pulled attempts() throws IOException {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      clear();
      Moment before = now();
      Map<DumpFile, Long> lines = new EnumMap<>(DumpFile.class);
      for (DumpFile file : DumpFile.values()) {
        lines.put(file, write(file));
      }
      if (before.equals(now())) {
        return complete(before, new Manifest(before.district(), lines));
      }
    }
    return new Pulled.Refused(PullRefusal.changing(ATTEMPTS));
  }

  private Pulled complete(Moment moment, Manifest manifest) throws IOException {
    boolean nothing = manifest.lines().values().stream().allMatch(count -> count == 0);
    if (nothing) {
      return new Pulled.Refused(PullRefusal.nothingShared());
    }
    manifest.write(folder);
    return new Pulled.Complete(manifest.district(), moment.event());
  }

  private Moment now() throws IOException {
    List<CleverRecord.District> districts = new ArrayList<>(api.districts().toList(2));
    if (districts.size() != 1) {
      throw new CleverException.Unauthorised(
          "The token is for %d districts instead of one".formatted(districts.size()));
    }
    return new Moment(districts.getFirst().id(), districts.getFirst().lastSync(), newestEvent());
  }

  /** Events are kept only for apps that asked for them; a hub may have none. */
  private Optional<String> newestEvent() throws IOException {
    try {
      return api.newestEvent();
    } catch (CleverException.NotFound
        | CleverException.BadRequest
        | CleverException.Unsupported noEvents) {
      return Optional.empty();
    }
  }

  private long write(DumpFile file) throws IOException {
    try (Lines lines = new Lines(folder.resolve(file.fileName()))) {
      if (file == DumpFile.CONTACTS) {
        var contacts = new ContactSpool(folder);
        file.list(api).forEach(contacts::add);
        contacts.writeTo(lines);
      } else {
        file.list(api).forEach(record -> lines.write(record.toString()));
      }
      return lines.written();
    }
  }

  private void clear() throws IOException {
    Files.deleteIfExists(folder.resolve(Manifest.FILE));
    for (DumpFile file : DumpFile.values()) {
      Files.deleteIfExists(folder.resolve(file.fileName()));
    }
    try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, "*.part")) {
      for (Path part : parts) {
        Files.delete(part);
      }
    }
  }
}
