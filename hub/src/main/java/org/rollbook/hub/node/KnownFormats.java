package org.rollbook.hub.node;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.rollbook.registry.intake.SnapshotReader;
import org.rollbook.sources.Finding;
import org.rollbook.sources.Reading;
import org.rollbook.sources.RosterSink;
import org.rollbook.sources.SnapshotDigest;
import org.rollbook.sources.SnapshotFormats;
import org.rollbook.sources.SnapshotOpening;
import org.rollbook.sources.SnapshotSource;

/** Opens deliveries of every format that Rollbook reads. */
final class KnownFormats implements SnapshotReader {
  @Override
  public SnapshotSource open(Path delivery) throws IOException {
    return switch (SnapshotFormats.open(delivery)) {
      case SnapshotOpening.Ready(var source) -> source;
      case SnapshotOpening.Refused(var findings) -> new RefusedDelivery(findings);
      case SnapshotOpening.Nothing(var message) ->
          throw new NoSuchFileException(delivery.toString(), "", message);
    };
  }

  /** Something that cannot be read at all; the registry keeps a record of it all the same. */
  private record RefusedDelivery(List<Finding> findings) implements SnapshotSource {
    @Override
    public String format() {
      return "unknown";
    }

    @Override
    public SnapshotDigest digest() {
      return new SnapshotDigest.Refused(findings);
    }

    @Override
    public Reading read(RosterSink sink) {
      return new Reading.Refused(findings);
    }

    @Override
    public void close() {}
  }
}
