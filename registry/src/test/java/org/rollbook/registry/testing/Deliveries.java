package org.rollbook.registry.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.rollbook.registry.intake.SnapshotReader;
import org.rollbook.sources.SnapshotSource;

/** Files that stand for snapshots in memory: a delivery's bytes are the name of its snapshot. */
public final class Deliveries implements SnapshotReader {
  private final ConcurrentHashMap<String, FakeSnapshot> snapshots = new ConcurrentHashMap<>();

  public Path of(FakeSnapshot snapshot) {
    try {
      String name = "snapshot-" + snapshots.size();
      snapshots.put(name, snapshot);
      return Files.writeString(Files.createTempFile("rollbook-delivery-", ".fake"), name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public SnapshotSource open(Path delivery) throws IOException {
    return Objects.requireNonNull(snapshots.get(Files.readString(delivery))).source();
  }
}
