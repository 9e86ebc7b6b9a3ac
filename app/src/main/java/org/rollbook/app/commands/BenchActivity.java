package org.rollbook.app.commands;

import org.rollbook.app.console.Activity;
import org.rollbook.bench.BenchProgress;

/** Shows how the benchmarks go on. */
final class BenchActivity implements BenchProgress {
  private final Activity activity;

  BenchActivity(Activity activity) {
    this.activity = activity;
  }

  @Override
  public void begin(String what, long count) {
    activity.begin(what, count);
  }

  @Override
  public void advance(long more) {
    activity.advance(more);
  }
}
