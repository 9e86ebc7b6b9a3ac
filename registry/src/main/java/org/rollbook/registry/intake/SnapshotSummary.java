package org.rollbook.registry.intake;

import java.time.Instant;

/** One line of a district's history of snapshots. */
public record SnapshotSummary(Instant receivedAt, String format, ImportReport report) {
  /** Whether a person has to decide about it. */
  public boolean awaitsDecision() {
    return report.status() == SnapshotStatus.HELD;
  }
}
