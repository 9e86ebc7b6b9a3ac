package org.rollbook.bench;

import org.rollbook.sync.execution.RunProgress;

/** Tells how far the first run is, which has an operation for each enrolment. */
final class RunTold implements RunProgress {
  private final BenchProgress progress;

  RunTold(BenchProgress progress) {
    this.progress = progress;
  }

  @Override
  public void step(String says) {
    // What a run does before its operations is short.
  }

  @Override
  public void begin(long operations) {
    progress.begin("operations of the first run", operations);
  }

  @Override
  public void answered(long operations) {
    progress.advance(operations);
  }
}
