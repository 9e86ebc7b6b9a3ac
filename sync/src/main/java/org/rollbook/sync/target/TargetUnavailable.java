package org.rollbook.sync.target;

/**
 * The target cannot be used now: it kept failing, or it does not let us in. Nothing is lost: what
 * was not answered is done by the next run.
 */
public final class TargetUnavailable extends Exception {
  private static final long serialVersionUID = 1L;

  private final boolean leftAlone;

  /**
   * @param message what happened, what it means and what to do, without any secret
   */
  public TargetUnavailable(String message, Throwable cause) {
    this(message, cause, false);
  }

  private TargetUnavailable(String message, Throwable cause, boolean leftAlone) {
    super(message, cause);
    this.leftAlone = leftAlone;
  }

  /**
   * The target asked not to be called for longer than anybody waits.
   *
   * @param message as above
   */
  public static TargetUnavailable leftAlone(String message, Throwable cause) {
    return new TargetUnavailable(message, cause, true);
  }

  /** Whether the target asked to be left alone: then no other call may be made to it either. */
  public boolean leftAlone() {
    return leftAlone;
  }
}
