package org.rollbook.sync.execution;

import org.rollbook.sync.runs.RunId;
import org.rollbook.sync.runs.RunReport;

/** A person decided about a run that waits for no decision, or cannot be begun yet. */
public final class RunDecided extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private RunDecided(String message) {
    super(message);
  }

  /** The run is not, or not any more, one that waits. */
  static RunDecided already(RunReport report) {
    var run = report.run();
    var says =
        switch (report.status()) {
          case SUPERSEDED -> "A newer plan took the place of %s: decide about that one.";
          case DISCARDED -> "%s was discarded: there is nothing left to decide.";
          case DONE -> "%s is done: there is nothing left to decide.";
          case UNCHANGED -> "%s had nothing to do: there is nothing to decide.";
          case RUNNING, INCOMPLETE -> "%s was begun already: 'sync' goes on with it.";
          case PLANNED, HELD -> "%s was being decided about by somebody else. Look at it again.";
        };
    return new RunDecided(says.formatted(run));
  }

  /** Another run of the connection has to come to its end before. */
  static RunDecided after(RunId begun, RunReport report) {
    return new RunDecided(
        "%s was interrupted and has to be finished first: run 'sync %s'."
            .formatted(begun, report.connection()));
  }
}
