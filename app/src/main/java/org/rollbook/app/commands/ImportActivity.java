package org.rollbook.app.commands;

import java.util.EnumMap;
import java.util.Map;
import org.rollbook.app.console.Activity;
import org.rollbook.core.roster.RecordKind;
import org.rollbook.registry.intake.Progress;

/** Shows how an import goes on. */
public final class ImportActivity implements Progress {
  private final Activity activity;
  private final Map<RecordKind, Long> read = new EnumMap<>(RecordKind.class);

  public ImportActivity(Activity activity) {
    this.activity = activity;
  }

  @Override
  public void step(Step step) {
    switch (step) {
      case READING -> activity.count("reading the files", "rows");
      case COMPARING -> activity.step("comparing with the roster");
      case APPLYING_RECORDS -> activity.step("applying");
      case WAITING_FOR_TURN, RESOLVING, APPLYING_ENROLMENTS, APPLYING_DELETIONS, FINISHING -> {
        // Too short to be told of.
      }
    }
  }

  @Override
  public void rows(RecordKind kind, long rows) {
    Long before = read.put(kind, rows);
    activity.advance(rows - (before == null ? 0 : before));
  }
}
