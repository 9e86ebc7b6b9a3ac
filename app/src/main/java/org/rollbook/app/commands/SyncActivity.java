package org.rollbook.app.commands;

import org.rollbook.app.console.Activity;
import org.rollbook.sync.execution.RunProgress;

/** Shows how a sync goes on. */
public final class SyncActivity implements RunProgress {
  private final Activity activity;

  public SyncActivity(Activity activity) {
    this.activity = activity;
  }

  @Override
  public void step(String says) {
    activity.step(says);
  }

  @Override
  public void begin(long operations) {
    activity.begin("operations", operations);
  }

  @Override
  public void answered(long operations) {
    activity.advance(operations);
  }
}
