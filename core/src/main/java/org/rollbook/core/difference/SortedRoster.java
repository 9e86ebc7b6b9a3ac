package org.rollbook.core.difference;

import java.util.Iterator;
import org.rollbook.core.roster.RosterRecord;

/**
 * A roster that can be read in key order, both ways, without being held in memory. Each key occurs
 * once: the rows of one record are merged before.
 */
public interface SortedRoster {
  /** Every record, by ascending key. */
  Iterator<RosterRecord> ascending();

  /** Every record, by descending key. */
  Iterator<RosterRecord> descending();
}
