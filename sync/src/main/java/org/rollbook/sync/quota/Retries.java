package org.rollbook.sync.quota;

import java.time.Duration;

/**
 * Told, from many threads, when a call failed and is made again, so that nobody has to wait without
 * knowing what for.
 */
@FunctionalInterface
public interface Retries {
  /** Nobody wants to know. */
  Retries UNTOLD = (trouble, atMost) -> {};

  /**
   * A call is made again.
   *
   * @param trouble what happened, without a full stop
   * @param atMost how long it is tried from now on before it is given up
   */
  void again(String trouble, Duration atMost);
}
