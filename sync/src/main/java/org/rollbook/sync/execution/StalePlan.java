package org.rollbook.sync.execution;

import org.rollbook.sync.runs.RunId;

/** The plan was made from an older state than the present one (R1). */
public final class StalePlan extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StalePlan(RunId run) {
    super(
        """
        The roster or somebody's account has changed since %s was planned, or another run has \
        ended, so it will not be run. Make a new plan: 'sync' or 'plan'.\
        """
            .formatted(run));
  }
}
