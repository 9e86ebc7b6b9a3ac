package org.rollbook.google.classroom;

import org.rollbook.core.reconcile.Observation;
import org.rollbook.google.calls.Refusal;
import org.rollbook.sync.target.ClassAge;
import org.rollbook.sync.target.TargetClassId;

/** What came of looking for a class. */
sealed interface Sight {
  /** It is there. */
  record There(TargetClassId id, Observation.Seen seen, ClassAge age) implements Sight {}

  /** It is not. */
  record Gone() implements Sight {}

  /** Google does not say. */
  record Hidden(Refusal refusal) implements Sight {}
}
