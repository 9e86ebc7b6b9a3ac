package org.rollbook.sync.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.rollbook.sync.execution.RunProgress;

/** Keeps what a person is told of a sync. */
public final class Steps implements RunProgress {
  private final List<String> said = new CopyOnWriteArrayList<>();

  /** All of it, in order. */
  public List<String> said() {
    return List.copyOf(said);
  }

  @Override
  public void step(String says) {
    said.add(says);
  }

  @Override
  public void begin(long operations) {}

  @Override
  public void answered(long operations) {}
}
