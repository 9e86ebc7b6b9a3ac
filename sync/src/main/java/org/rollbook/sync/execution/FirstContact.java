package org.rollbook.sync.execution;

import java.util.Optional;
import org.rollbook.core.reconcile.ClassBaseline;
import org.rollbook.core.reconcile.Observation;
import org.rollbook.core.roster.RecordId;

/** What is agreed on a class that was there before we knew of it. */
@FunctionalInterface
interface FirstContact {
  /**
   * @param seen the class as it stands, seats included
   * @return the baseline with which it is kept from now on; absent when the source has no such
   *     section any more
   */
  Optional<ClassBaseline> adopt(RecordId section, Observation.Seen seen);
}
