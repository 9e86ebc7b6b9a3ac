package org.rollbook.google.classroom;

import java.util.Optional;
import org.rollbook.core.reconcile.Observation;
import org.rollbook.sync.target.Answer;
import org.rollbook.sync.target.Answer.AlreadySo;
import org.rollbook.sync.target.Answer.Done;
import org.rollbook.sync.target.Answer.HandWasThere;

/** The answers that several operations give. */
final class Answers {
  private Answers() {}

  static Answer done() {
    return new Done(Optional.empty());
  }

  /** It is so already: by us, when we may have asked for it before; else by somebody. */
  static Answer already(boolean repeated) {
    return repeated ? done() : new AlreadySo();
  }

  static Answer missing() {
    return new HandWasThere(new Observation.Missing());
  }
}
