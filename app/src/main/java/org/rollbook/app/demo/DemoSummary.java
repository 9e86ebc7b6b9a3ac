package org.rollbook.app.demo;

import java.time.Duration;
import java.util.List;
import org.rollbook.registry.intake.ImportReport;
import org.rollbook.sources.generator.District;
import org.rollbook.sources.generator.Move;
import org.rollbook.sync.accounts.Waiting;
import org.rollbook.sync.runs.RunReport;

/**
 * What happened in the demo.
 *
 * @param first the district as it came, and its first sync
 * @param waiting who was not let in by that, and why
 * @param moves what the school day brought
 * @param second that day's files and its sync
 * @param time of everything
 */
record DemoSummary(
    District.Size size,
    Day first,
    List<Waiting> waiting,
    List<Move> moves,
    Day second,
    Duration time) {
  /** One day's files, and what became of them. */
  record Day(ImportReport imported, Synced synced) {}

  /** A sync and how long it took. */
  record Synced(RunReport report, Duration time) {}
}
