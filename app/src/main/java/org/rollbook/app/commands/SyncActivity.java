package org.rollbook.app.commands;

import java.time.Duration;
import org.rollbook.app.console.Activity;
import org.rollbook.app.console.Words;
import org.rollbook.sync.execution.RunProgress;

/** Shows how a sync goes on. */
public final class SyncActivity implements RunProgress {
  private static final Duration AGAIN = Duration.ofSeconds(30);

  private final Activity activity;
  private final String interrupted;
  private long toldAt;
  private boolean told;

  /**
   * @param interrupted what becomes of it on Ctrl-C, as in "Ctrl-C is safe: …"
   */
  public SyncActivity(Activity activity, String interrupted) {
    this.activity = activity;
    this.interrupted = interrupted;
  }

  /** For what changes the target. */
  public static SyncActivity ofRun(Activity activity) {
    return new SyncActivity(activity, "the next 'sync' goes on");
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

  /** Many calls wait at once, each for a while: one line now and then is enough. */
  @Override
  public synchronized void waiting(String trouble, Duration atMost) {
    long now = System.nanoTime();
    if (!told || now - toldAt >= AGAIN.toNanos()) {
      told = true;
      toldAt = now;
      activity.remark(
          "%s; trying again for up to %s. Ctrl-C is safe: %s."
              .formatted(trouble, Words.atMost(atMost), interrupted));
    }
  }
}
