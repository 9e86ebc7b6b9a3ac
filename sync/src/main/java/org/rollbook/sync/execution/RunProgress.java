package org.rollbook.sync.execution;

import java.time.Duration;

/** Told how a sync goes on, from many threads. */
public interface RunProgress {
  /** Nobody wants to know. */
  RunProgress NONE =
      new RunProgress() {
        @Override
        public void step(String says) {}

        @Override
        public void begin(long operations) {}

        @Override
        public void answered(long operations) {}
      };

  /** What is being done now, for a person. */
  void step(String says);

  /** {@code operations} are about to be done. */
  void begin(long operations);

  /** {@code operations} more are over. */
  void answered(long operations);

  /**
   * Nothing goes on now, since the target does not answer; told again and again.
   *
   * @param trouble what happened, without a full stop
   * @param atMost how long it is tried from now on before it is given up
   */
  default void waiting(String trouble, Duration atMost) {}
}
