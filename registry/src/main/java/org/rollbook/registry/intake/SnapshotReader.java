package org.rollbook.registry.intake;

import java.io.IOException;
import java.nio.file.Path;
import org.rollbook.sources.SnapshotSource;

/**
 * Opens a delivery: recognises its format and makes it readable. Intake opens a delivery through
 * this and not from a ready source because a held snapshot is read again from its stored files,
 * perhaps by another node.
 */
@FunctionalInterface
public interface SnapshotReader {
  /**
   * @param delivery a folder or a single file, for example a zip
   */
  SnapshotSource open(Path delivery) throws IOException;
}
