package org.rollbook.sync.target;

import org.rollbook.core.reconcile.Observation;

/**
 * What came of a look at one class.
 *
 * @param address how to reach it, with the target's id where the look found one
 * @param observation {@link Observation.Seen} or {@link Observation.Missing}
 */
public record Looked(ClassAddress address, Observation observation) {}
