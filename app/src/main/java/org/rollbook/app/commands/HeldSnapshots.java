package org.rollbook.app.commands;

import org.rollbook.app.console.UsageError;
import org.rollbook.hub.node.Node;
import org.rollbook.registry.intake.SnapshotNumber;

/** Snapshots as a person names them. */
final class HeldSnapshots {
  private HeldSnapshots() {}

  static SnapshotNumber parse(Node node, String text) {
    if (!text.matches("[1-9][0-9]{0,17}")) {
      throw new UsageError(
          "'%s' is neither a run like r12 nor a snapshot's number like 12.".formatted(text));
    }
    var number = new SnapshotNumber(Long.parseLong(text));
    if (node.intake().snapshot(number).isEmpty()) {
      throw new UsageError("There is no snapshot %s.".formatted(text));
    }
    return number;
  }
}
