package org.rollbook.sync.quota;

import java.time.Duration;

/**
 * Told when a target asked to be left alone for longer than anybody waits, from the thread that was
 * answered so.
 */
@FunctionalInterface
public interface Closing {
  /** Nobody wants to know. */
  Closing UNTOLD = asked -> {};

  /**
   * @param asked how long from now on the target is not to be called, at most a day
   */
  void closed(Duration asked);
}
