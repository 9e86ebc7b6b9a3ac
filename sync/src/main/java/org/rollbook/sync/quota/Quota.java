package org.rollbook.sync.quota;

/** Leave to make calls. Safe for many threads. */
public interface Quota {
  /** No limit at all: for a target of our own that has none. */
  Quota UNLIMITED = () -> {};

  /** Waits until one more call may be made. */
  void take() throws InterruptedException;
}
