package org.rollbook.sync.planning;

import java.time.Instant;
import org.rollbook.core.reconcile.Operation;
import org.rollbook.sync.target.Looked;

/**
 * An operation that an earlier run sent without ever getting an answer.
 *
 * @param since when that run began
 */
public record Unanswered(Operation operation, Instant since) {
  /**
   * Whether what a look shows may be its doing. A class that was there before it was sent may not:
   * that is one of a former installation.
   */
  boolean mayHaveDone(Looked looked) {
    return !(operation instanceof Operation.CreateClass) || looked.age().mayComeOf(since);
  }
}
