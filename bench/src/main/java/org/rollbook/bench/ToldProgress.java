package org.rollbook.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/**
 * The measured process' end of the line to the one that started it, which shows it: a line of text
 * for each thing that begins, and for each hundredth of it that is over. Thread-safe.
 */
final class ToldProgress implements BenchProgress {
  private static final Pattern LINE = Pattern.compile("(begin|advance) (\\d{1,18}) ?(.*)");
  private static final int PARTS = 100;

  /** Of what is no progress, for the message of a failure. */
  private static final int LONGEST_REST = 10_000;

  private final PrintStream line;
  private final AtomicLong done = new AtomicLong();
  private volatile long all;

  ToldProgress(PrintStream line) {
    this.line = line;
  }

  @Override
  public void begin(String what, long count) {
    all = count;
    done.set(0);
    tell("begin " + count + " " + what);
  }

  @Override
  public void advance(long more) {
    long after = done.addAndGet(more);
    long newly = told(after) - told(after - more);
    if (newly > 0) {
      tell("advance " + newly);
    }
  }

  /** How many of so many are told of: each of a few, and many by the hundredth. */
  private long told(long count) {
    long part = Math.max(1, all / PARTS);
    return count >= all ? count : count / part * part;
  }

  private void tell(String text) {
    line.println(text);
    line.flush();
  }

  /**
   * The other end: passes on what is told until the line ends.
   *
   * @return what else was said
   */
  static String follow(BufferedReader line, BenchProgress progress) throws IOException {
    var rest = new StringBuilder();
    for (String text = line.readLine(); text != null; text = line.readLine()) {
      var told = LINE.matcher(text);
      if (!told.matches()) {
        rest.append(rest.length() < LONGEST_REST ? text + "\n" : "");
      } else if (text.startsWith("begin")) {
        progress.begin(told.group(3), Long.parseLong(told.group(2)));
      } else {
        progress.advance(Long.parseLong(told.group(2)));
      }
    }
    return rest.toString();
  }
}
