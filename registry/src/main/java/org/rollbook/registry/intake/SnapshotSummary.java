package org.rollbook.registry.intake;

import java.time.Instant;
import java.util.Optional;

/**
 * One line of a district's history of snapshots.
 *
 * @param newer the newest snapshot that was taken, when that is newer than this one: a held one
 *     with a newer one is stale and cannot be approved any more
 */
public record SnapshotSummary(
    Instant receivedAt, String format, ImportReport report, Optional<SnapshotNumber> newer) {
  /** Whether a person has to decide about it. */
  public boolean awaitsDecision() {
    return report.status() == SnapshotStatus.HELD && newer.isEmpty();
  }
}
