package org.rollbook.app.console;

/** What scripts read off a command's end. */
public final class ExitCode {
  public static final int DONE = 0;
  public static final int FAILED = 1;
  public static final int USAGE = 2;
  public static final int HELD = 3;

  private ExitCode() {}
}
