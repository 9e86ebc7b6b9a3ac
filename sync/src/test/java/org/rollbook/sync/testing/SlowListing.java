package org.rollbook.sync.testing;

import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.rollbook.sync.execution.Targets;
import org.rollbook.sync.target.Account;
import org.rollbook.sync.target.Target;
import org.rollbook.sync.target.TargetUnavailable;

/** Targets whose directory, read already, is handed over only when a test lets it. */
public final class SlowListing extends TargetsAround {
  private final CountDownLatch read;
  private final CountDownLatch goOn = new CountDownLatch(1);

  public SlowListing(Targets targets) {
    this(targets, 1);
  }

  /**
   * @param readers for so many {@link #awaitListing} waits
   */
  public SlowListing(Targets targets, int readers) {
    super(targets);
    this.read = new CountDownLatch(readers);
  }

  /** Returns when somebody, or everybody who was said to come, has read the directory. */
  public void awaitListing() throws InterruptedException {
    read.await();
  }

  /** Hands it over. */
  public void goOn() {
    goOn.countDown();
  }

  @Override
  void accounts(Target target, Consumer<Account> each)
      throws TargetUnavailable, InterruptedException {
    var accounts = new ArrayList<Account>();
    target.accounts(accounts::add);
    read.countDown();
    goOn.await();
    accounts.forEach(each);
  }
}
