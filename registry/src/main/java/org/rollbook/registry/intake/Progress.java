package org.rollbook.registry.intake;

import org.rollbook.core.roster.RecordKind;

/** Is told how far an import is. Called by the importing thread. */
public interface Progress {
  /** Told nothing. */
  Progress NONE =
      new Progress() {
        @Override
        public void step(Step step) {}

        @Override
        public void rows(RecordKind kind, long rows) {}
      };

  /** The parts of an import, in their order; an import that is held or unchanged ends early. */
  enum Step {
    WAITING_FOR_TURN,
    READING,
    RESOLVING,
    COMPARING,
    APPLYING_RECORDS,
    APPLYING_ENROLMENTS,
    APPLYING_DELETIONS,
    FINISHING
  }

  /** A part begins. */
  void step(Step step);

  /** So many rows of a kind have been read; told every few thousand rows. */
  void rows(RecordKind kind, long rows);
}
