package org.rollbook.app.console;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * How something long goes on: a moving bar on a terminal, plain lines now and then otherwise.
 * Thread-safe.
 */
public final class Activity implements AutoCloseable {
  private static final int WIDTH = 79;
  private static final int LINES = 4;

  /** Less than this is over before a person has read a line about it. */
  private static final long WORTH_LINES = 2_000;

  private static final long UNKNOWN = -1;
  private static final long UNKNOWN_PART = 1_000_000;

  private final Console console;
  private final String indent;
  private final AtomicLong done = new AtomicLong();
  private Optional<ProgressBar> bar = Optional.empty();
  private String things = "";
  private long all;

  public Activity(Console console, String indent) {
    this.console = console;
    this.indent = indent;
  }

  /** What is being done now. */
  public synchronized void step(String says) {
    end();
    console.aside(indent + says + " …");
  }

  /** What is being done now, with something of which nobody knows how much there is. */
  public synchronized void count(String says, String what) {
    step(says);
    things = what;
    all = UNKNOWN;
    done.set(0);
    if (console.terminal()) {
      bar = Optional.of(newBar(what, UNKNOWN));
    }
  }

  /** {@code count} of something begin. */
  public synchronized void begin(String what, long count) {
    end();
    all = count;
    done.set(0);
    if (count > 0 && console.terminal()) {
      bar = Optional.of(newBar(what, count));
    } else if (count > 0) {
      console.aside(indent + Words.number(count) + " " + what + " …");
    }
  }

  /** Something that a person should know meanwhile; what is being done stays the same. */
  public synchronized void remark(String says) {
    // A bar stands on the line that is written to, and comes back on the next one by itself.
    var line = bar.isPresent() ? "\r%-" + WIDTH + "s" : "%s";
    console.aside(line.formatted(indent + says));
  }

  private ProgressBar newBar(String what, long count) {
    return new ProgressBarBuilder()
        .setTaskName(indent + what)
        .setInitialMax(count)
        .setStyle(ProgressBarStyle.ASCII)
        .setConsumer(new ConsoleProgressBarConsumer(console.progressStream(), WIDTH))
        .setUpdateIntervalMillis(200)
        .showSpeed()
        .build();
  }

  /** {@code more} of them are over. */
  public void advance(long more) {
    long before = done.getAndAdd(more);
    synchronized (this) {
      if (bar.isPresent()) {
        bar.get().stepBy(more);
      } else if (part(before) != part(before + more)) {
        console.aside(indent + "  " + soFar(before + more));
      }
    }
  }

  private String soFar(long count) {
    return all == UNKNOWN
        ? Words.number(count) + " " + things
        : "%d %% (%s)".formatted(count * 100 / all, Words.number(count));
  }

  /** Each has a line of its own. */
  private long part(long count) {
    if (all == UNKNOWN) {
      return count / UNKNOWN_PART;
    }
    return all < WORTH_LINES ? 0 : count * LINES / all;
  }

  private void end() {
    bar.ifPresent(ProgressBar::close);
    bar = Optional.empty();
  }

  @Override
  public synchronized void close() {
    end();
  }
}
