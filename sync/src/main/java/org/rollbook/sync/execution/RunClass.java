package org.rollbook.sync.execution;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.rollbook.core.reconcile.ClassBaseline;
import org.rollbook.core.reconcile.Operation;
import org.rollbook.core.roster.RecordId;
import org.rollbook.sync.target.ClassAddress;

/**
 * One class of a run with what is still to be done for it.
 *
 * @param address how to reach it
 * @param baseline what is agreed now; absent while there is no class
 * @param operations those that are not over, in order
 */
record RunClass(
    RecordId section,
    RecordId school,
    ClassAddress address,
    Optional<ClassBaseline> baseline,
    List<Numbered> operations) {

  /**
   * @param number its place in the class's plan, from 1
   * @param sentSince since when it may have been sent without an answer: by a process that was
   *     killed, or in an earlier run that got none; empty when it was never sent
   * @param noted whether this run's journal says already that it is sent
   */
  record Numbered(int number, Operation operation, Optional<Instant> sentSince, boolean noted) {}
}
