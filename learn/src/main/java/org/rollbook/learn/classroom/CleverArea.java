package org.rollbook.learn.classroom;

import java.util.Optional;
import org.rollbook.learn.importing.Rostering;
import org.rollbook.learn.importing.SyncRun;

/**
 * What the Classes tab says of Clever.
 *
 * @param imported whether the first import has been
 * @param banner the run to tell of: one that runs, or ended since the teacher last looked
 * @param latest the teacher's last run, also one that runs
 */
record CleverArea(
    Setup setup, boolean imported, Optional<SyncRun> banner, Optional<SyncRun> latest) {
  /** Whether the school has set up rostering (L1). */
  sealed interface Setup {
    /** Clever has not answered yet, and the page does not wait for it. */
    record Looking() implements Setup {}

    /** The page waited for it, in vain. */
    record NoAnswer() implements Setup {}

    record Known(Rostering rostering) implements Setup {}
  }

  /** What stands where imported classes would. */
  String emptySays() {
    if (imported) {
      return "Clever shows no classes of yours now. When your school adds some, the next sync brings"
          + " them.";
    }
    return setup instanceof Setup.Known(Rostering.Ready _)
        ? "None yet. “Import & Sync with Clever” brings them, with their students."
        : "None yet. They can be imported once Clever shares them with Learn: see above.";
  }
}
