package org.rollbook.registry.sharing;

import org.rollbook.registry.intake.DistrictKey;

/**
 * Brings what apps see up to the roster: after every accepted snapshot, by whoever imported it, and
 * now and then by the server, for an import whose process was killed in between. Thread-safe.
 */
public interface Publication {
  /**
   * Publishes what changed in one district since the last time, in one transaction: apps see the
   * former roster or the new one. Costs one SELECT when nothing did.
   *
   * @return how many events apps were given
   */
  long publish(DistrictKey district);

  /** As {@link #publish}, for every district that has something new. */
  long publishAll();

  /** Forgets apps' events older than {@link org.rollbook.registry.events.EventHistory#KEPT}. */
  long forgetOld();
}
