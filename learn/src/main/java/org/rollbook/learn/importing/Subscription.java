package org.rollbook.learn.importing;

/** Somebody who follows a run. Closing it ends the calls; it may be closed twice. */
public interface Subscription extends AutoCloseable {
  @Override
  void close();
}
