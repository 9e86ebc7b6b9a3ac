package org.rollbook.sync.target;

import org.rollbook.core.reconcile.Observation;

/**
 * What came of a look at one class.
 *
 * @param address how to reach it, with the target's id where the look found one
 * @param observation {@link Observation.Seen} or {@link Observation.Missing}
 * @param age of the class, {@link ClassAge#UNTOLD} where it is missing
 */
public record Looked(ClassAddress address, Observation observation, ClassAge age) {
  /** A class that is not there. */
  public static Looked missing(ClassAddress address) {
    return new Looked(address, new Observation.Missing(), ClassAge.UNTOLD);
  }
}
