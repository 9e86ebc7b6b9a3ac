package org.rollbook.learn.importing;

/** What came of starting a sync. */
public sealed interface Started {
  record Begun(RunId run) implements Started {}

  /** Two syncs of one teacher never run at once. */
  record RunningAlready(RunId run) implements Started {}

  /** Nothing was begun: the teacher has imported nothing yet (L4), or is no teacher. */
  record NotImportedYet() implements Started {}
}
