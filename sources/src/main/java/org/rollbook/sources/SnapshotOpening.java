package org.rollbook.sources;

import java.util.List;

/** How opening a snapshot ended. */
public sealed interface SnapshotOpening {
  /**
   * The format is known; the caller closes the source. Its files may still be refused when read.
   */
  record Ready(SnapshotSource source) implements SnapshotOpening {}

  /**
   * The caller named something that is no folder and no zip.
   *
   * @param message one sentence with the path
   */
  record Nothing(String message) implements SnapshotOpening {}

  /** It is there and cannot be taken: unsafe, damaged, or of no format that is read. */
  record Refused(List<Finding> findings) implements SnapshotOpening {
    public Refused {
      findings = List.copyOf(findings);
    }
  }
}
