package org.rollbook.app.console;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C and SIGTERM as a command meets them: its thread is interrupted, and the process lives on
 * until the command has come to a good end and said so, some seconds at most. The process's exit
 * code is the signal's own then (130, 143), whatever the command returns.
 */
public final class Interruption implements AutoCloseable {
  private static final Duration USUAL_PATIENCE = Duration.ofSeconds(6);

  private final Thread command;
  private final CountDownLatch over = new CountDownLatch(1);
  private final Thread atExit = new Thread(this::comeAndWait, "rollbook-interrupted");
  private volatile Duration patience = USUAL_PATIENCE;
  private volatile boolean came;

  private Interruption(Thread command) {
    this.command = command;
  }

  /** One that never comes by itself, for a command in the calling thread. */
  public static Interruption unheard() {
    return new Interruption(Thread.currentThread());
  }

  /** For a process that runs one command, in the calling thread. */
  public static Interruption ofProcess() {
    var interruption = unheard();
    Runtime.getRuntime().addShutdownHook(interruption.atExit);
    return interruption;
  }

  private void comeAndWait() {
    come();
    try {
      var _ = over.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Interrupts the command. */
  public synchronized void come() {
    came = true;
    command.interrupt();
    notifyAll();
  }

  /** Whether it came: what fails from then on is no news to anybody. */
  public boolean came() {
    return came;
  }

  /** Gives a command that has much to clear up more time for it. */
  public void allow(Duration longer) {
    patience = longer;
  }

  /** Waits for it, as a command does that stays up until then; what it closes is undisturbed. */
  public synchronized void await() throws InterruptedException {
    while (!came) {
      try {
        wait();
      } catch (InterruptedException e) {
        if (!came) {
          throw e;
        }
      }
    }
    var _ = Thread.interrupted();
  }

  /** The command is over and has said all that it had to say. */
  @Override
  public void close() {
    over.countDown();
    if (!came) {
      try {
        Runtime.getRuntime().removeShutdownHook(atExit);
      } catch (IllegalStateException e) {
        // It came just now, and finds that everything is over.
      }
    }
  }
}
